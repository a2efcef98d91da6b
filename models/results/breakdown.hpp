#pragma once
// The total broken down by one key into rows of results: every question reads an item as it reads the total.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/results/point_result.hpp"

namespace lca {

enum class BreakdownKey : unsigned char {
    activity,
    stage,
    phase,
    line,
    life_cycle_stage,
    scope,
    year,
    month,
    day,
    hour,
    impact
};
inline constexpr std::string_view breakdown_key_names[] = {
    "activity", "stage", "phase", "line",  "life_cycle_stage", "scope", "year",
    "month",    "day",   "hour",  "impact"};

/// One part of the total.
struct BreakdownItem {
    std::string name;    // for people: "training", "dynamic.chips", "2024", "undated"
    std::string result;  // as Results::find knows it: "stage.training", "line:dynamic.chips", "year:2024"
};

/// The parts, in the order of the file (of the language's lists for stages and phases, of time for years,
/// months, days and hours). They add up to the total: activities with `include: false` are in none of them,
/// what is not allocated of a shared system is `unallocated`. A line is `<phase>.<line>`; lines of one name
/// in several activities are one part, and a phase without lines is one part. By life-cycle stage,
/// electricity is `use`, and an embodied impact that is not broken down by stage `embodied.not_by_stage`. By
/// scope (GHG Protocol) an owner's electricity is `scope_2` and embodied impact `scope_3.category_2`; for a
/// customer everything is `scope_3.category_1`. An activity with a start and a duration is spread evenly over
/// that time, all phases alike, by the local time of its own zone; where its grid is a series, the climate
/// change of its electricity follows the hours of the series. An activity without a start or a duration is
/// "undated"; where a duration is uncertain, what samples put after the last year is "later".
///
/// Adds rows and steps to the recording where it has no row of that part. Throws InputError for scopes
/// without a role and for more than max_periods years or months or max_hours days or hours, std::logic_error
/// for `impact`, whose parts do not add up. Periods reach to `until` at least where a duration is uncertain
/// (see last_period), so that what is compared with each other is broken down alike.
std::vector<BreakdownItem> break_down(Assessment& assessment, BreakdownKey by,
                                      std::optional<std::int64_t> until = std::nullopt);
inline constexpr std::size_t max_periods = 1200, max_hours = 9000;  // a year of hours

/// The number of the last period in which something happens; nothing for other keys.
std::optional<std::int64_t> last_period(const Assessment& assessment, BreakdownKey by);

/// Gives a recording rows that are zero in every measure, for items that only the recordings it is compared
/// with have. `results`: their names.
void add_zero_items(Assessment& assessment, const std::vector<std::string>& results);

inline constexpr std::string_view undated = "undated", later = "later";

}  // namespace lca
