// Four digits behind the last slash are a year.

#include "models/catalog/region.hpp"

#include <charconv>

namespace lca {

std::optional<int> year_of(std::string_view text) {
    int year = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, year);
    if (text.size() != 4 || error != std::errc() || stop != end || year < 1000) return std::nullopt;
    return year;
}

std::optional<RegionYear> region_year(std::string_view id) {
    const std::size_t slash = id.rfind('/');
    if (slash == std::string_view::npos || slash == 0) return std::nullopt;
    const auto year = year_of(id.substr(slash + 1));
    if (!year) return std::nullopt;
    return RegionYear{id.substr(0, slash), *year};
}

}  // namespace lca
