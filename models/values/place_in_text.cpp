#include "models/values/place_in_text.hpp"

#include <algorithm>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/node.hpp"

namespace lca {
namespace {

/// The part of `line` that begins at character number `column`, counted from 1.
std::string_view from_column(std::string_view line, std::uint32_t column) {
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < column && at < line.size(); ++i) at += character_at(line, at).length;
    return line.substr(std::min(at, line.size()));
}

}  // namespace

Place place_in(const Location& at, std::size_t offset, const Sources& sources) {
    Place place = at.place();
    const std::string_view text = at.text();
    if (!place.known() || place.file >= sources.size() || offset == 0 || offset > text.size()) return place;
    std::string_view written = from_column(sources.line(place), place.column);
    std::uint32_t quote = 0;
    if (at.quoted() && !written.empty()) {
        written.remove_prefix(1);
        quote = 1;
    }
    if (!written.starts_with(text.substr(0, offset))) return place;
    place.column += quote + static_cast<std::uint32_t>(characters(text.substr(0, offset)));
    return place;
}

std::size_t width_in(const Location& at, std::size_t offset, std::size_t length) {
    const std::string_view text = at.text();
    if (offset >= text.size()) return 1;
    return std::max<std::size_t>(1, characters(text.substr(offset, length)));
}

std::string as_written(const Location& at) {
    const Node node = at.node();
    if (node && !node.is_text()) return std::string(to_string(node.kind()));
    return in_quotes(at.text());
}

}  // namespace lca
