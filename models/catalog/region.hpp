#pragma once
// Ids that end in a year: "FRA/2024" is the region FRA in 2024.

#include <optional>
#include <string_view>

namespace lca {

struct RegionYear {
    std::string_view region;
    int year = 0;
};

/// The parts of "region/YYYY", or nothing where the id does not end in a year.
std::optional<RegionYear> region_year(std::string_view id);

/// The year a text is: four digits, nothing else.
std::optional<int> year_of(std::string_view text);

}  // namespace lca
