#pragma once
// Ids that end in a year: "FRA/2024" means the region FRA in 2024.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lca {

struct RegionYear {
    std::string_view region;
    int year = 0;
};

/// Region and year of an id "region/YYYY"; empty if the id does not end in a year.
std::optional<RegionYear> region_year(std::string_view id);

/// "one of the years 2015 to 2022 and 2024": for messages about a year for which there is no entry.
std::string one_of_years(const std::vector<int>& years);

/// The year that a text consists of: four digits and nothing else.
std::optional<int> year_of(std::string_view text);

}  // namespace lca
