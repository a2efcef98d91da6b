#include "lca/base/source.hpp"

#include <utility>

#include "lca/base/text.hpp"

namespace lca {

std::uint32_t Sources::add(Source source) {
    texts_.push_back(std::move(source));
    return size() - 1;
}

std::string_view Sources::line(Place place) const {
    if (place.file >= size()) return {};
    const Source& source = texts_[place.file];
    if (place.line < source.first_line) return {};
    std::string_view rest = source.text;
    for (std::uint32_t line = source.first_line; line < place.line; ++line) {
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
