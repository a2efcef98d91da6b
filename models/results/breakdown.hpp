#pragma once
// The total broken down by one key into rows of results, which analyses read in the same way as the total.

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

/// One item of a breakdown of the total.
struct BreakdownItem {
    std::string name;    // as shown to people: "training", "dynamic.chips", "2024", "undated"
    std::string result;  // name for Results::find: "stage.training", "line:dynamic.chips", "year:2024"
};

/// The items, in the order of the file (stages and phases: of the language's lists; years, months,
/// days, hours: of time). They add up to the total: activities with `include: false` are in none of
/// them, and what is not allocated of a shared system is the item `unallocated`. By line:
/// `<phase>.<line>`; lines of the same name in several activities are one item, and a phase without
/// lines is one item. By life-cycle stage: electricity is `use`, and an embodied impact without stages
/// `embodied.not_by_stage`. By scope (GHG Protocol): for an owner electricity is `scope_2`, except what is
/// lost in the grid or upstream of it (`scope_3.category_3`), and embodied impact `scope_3.category_2`; for a
/// customer all is `scope_3.category_1`. By time: an activity with a
/// start and a duration is spread evenly over its time, all phases alike, in its local time; if its
/// grid is a series, the climate change of its electricity follows the series. An activity without a
/// start or duration is "undated"; if a duration is uncertain, what falls after the last period in
/// samples is "later". Adds rows and steps to the recording if it has no row for an item. Throws
/// InputError for scopes without a `role`, and for more than max_periods years or months or max_hours
/// days or hours; std::logic_error for `impact`, as impacts do not add up. If a duration is uncertain,
/// periods continue at least to `until` (see last_period), so that results that are compared have the
/// same items.
std::vector<BreakdownItem> break_down(Assessment& assessment, BreakdownKey by,
                                      std::optional<std::int64_t> until = std::nullopt);
inline constexpr std::size_t max_periods = 1200, max_hours = 9000;  // max_hours is about one year

/// The life-cycle stage of which a row, by its index, is the finest figure: "use", "manufacturing", …, or
/// "embodied.not_by_stage"; "" for a row of which other rows are counted instead, or that no sum contains.
std::string_view life_cycle_stage(const Results& results, std::size_t row);

/// The number of the last period in which an activity runs; empty for keys other than periods.
std::optional<std::int64_t> last_period(const Assessment& assessment, BreakdownKey by);

/// Adds rows that are zero in every measure, for items that only other results, with which these are
/// compared, have. `results`: the names of these rows.
void add_zero_items(Assessment& assessment, const std::vector<std::string>& results);

inline constexpr std::string_view undated = "undated", later = "later";

}  // namespace lca
