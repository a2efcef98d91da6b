// Reads years in ids: four digits after the last slash are a year.

#include "models/catalog/region.hpp"

#include <fmt/core.h>

#include <charconv>

#include "lca/base/text.hpp"

namespace lca {

std::optional<int> year_of(std::string_view text) {
    int year = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, year);
    if (text.size() != 4 || error != std::errc() || stop != end || year < 1000) return std::nullopt;
    return year;
}

std::string one_of_years(const std::vector<int>& years) {
    std::vector<std::string> words;
    for (std::size_t first = 0; first < years.size();) {
        std::size_t last = first;
        while (last + 1 < years.size() && years[last + 1] == years[last] + 1) ++last;
        const bool run = last >= first + 3;
        words.push_back(run ? fmt::format("{} to {}", years[first], years[last])
                            : std::to_string(years[first]));
        first = run ? last + 1 : first + 1;
    }
    return (years.size() == 1 ? "the year " : "one of the years ") + listed(words, "and");
}

std::optional<RegionYear> region_year(std::string_view id) {
    const std::size_t slash = id.rfind('/');
    if (slash == std::string_view::npos || slash == 0) return std::nullopt;
    const auto year = year_of(id.substr(slash + 1));
    if (!year) return std::nullopt;
    return RegionYear{id.substr(0, slash), *year};
}

}  // namespace lca
