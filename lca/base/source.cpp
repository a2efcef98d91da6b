// The texts that were read and the places in them that values, faults and explanations refer to.
#include "lca/base/diagnostics.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "lca/base/text.hpp"

namespace lca {

namespace {

constexpr std::uint32_t lines_per_mark = 64;

/// The offset of every 64th line; empty for texts of more than 4 GB, which no reader accepts.
std::vector<std::uint32_t> marks_of(std::string_view text) {
    std::vector<std::uint32_t> marks;
    if (text.size() > std::numeric_limits<std::uint32_t>::max()) return marks;
    std::uint32_t line = 0;
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
        if (++line % lines_per_mark == 0) marks.push_back(static_cast<std::uint32_t>(end + 1));
    }
    return marks;
}

}  // namespace

std::uint32_t Sources::add(Source source) {
    if (source.kind == Source::Kind::file) files_.push_back(size());
    marks_.push_back(marks_of(source.text));
    texts_.push_back(std::move(source));
    return size() - 1;
}

std::shared_ptr<const void> Sources::kept(std::uint32_t file, const std::string& name) const {
    const auto found = kept_.find({file, name});
    return found == kept_.end() ? nullptr : found->second;
}

void Sources::keep(std::uint32_t file, std::string name, std::shared_ptr<const void> made) const {
    constexpr std::size_t max_kept = 64;  // limits memory: a sweep adds a text for each of its values
    if (kept_.size() >= max_kept) kept_.clear();
    kept_.insert_or_assign({file, std::move(name)}, std::move(made));
}

std::string_view Sources::line(Place place) const {
    if (place.file >= size()) return {};
    const Source& source = texts_[place.file];
    if (place.line < source.first_line) return {};
    std::string_view rest = source.text;
    const std::vector<std::uint32_t>& marks = marks_[place.file];
    std::uint32_t line = source.first_line;
    const std::size_t mark = std::min<std::size_t>((place.line - line) / lines_per_mark, marks.size());
    if (mark > 0) {
        rest.remove_prefix(marks[mark - 1]);
        line += static_cast<std::uint32_t>(mark) * lines_per_mark;
    }
    for (; line < place.line; ++line) {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) return {};
        rest.remove_prefix(end + 1);
    }
    rest = rest.substr(0, rest.find('\n'));
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    return rest;
}

std::string to_string(Place place, const Sources& sources) {
    if (!place.known() || place.file >= sources.size()) return {};
    std::string result = shown(sources[place.file].name, 4096);
    result.append(":").append(std::to_string(place.line));
    if (place.column != 0) result.append(":").append(std::to_string(place.column));
    return result;
}

}  // namespace lca
