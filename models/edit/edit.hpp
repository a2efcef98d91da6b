#pragma once
// Changes to a scenario from outside its file: one value, or the values that a path takes in a sweep.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// A new value for the input at a path, from outside the file: `--set path=value`, or a point of a sweep.
struct Edit {
    std::string path;
    std::string value;  // as it would be written in a file: "57 gCO2e/kWh", "{region: FRA, year: 2022}"
    std::string by = "--set";  // the option or key that asks for the change, for messages
    Place place = {};          // of the value, if a file states it: in its key `sweep`
};

/// The values that the input at one path takes in a sweep: a range of numbers, or texts as written in a file.
/// Numbers of a range have at most 15 digits, so that 1.05 to 1.6 contains 1.1, not 1.1000000000000001.
class Axis {
public:
    /// A range by its ends and its number of points. `from` without a unit gets that of `to`,
    /// also `%`. Errors: ends of different dimensions, `to` without a unit if `from` has one,
    /// equal ends with more than one point, different ends with only one point, no points.
    static Parsed<Axis> range(std::string path, std::string_view from, std::string_view to,
                              std::uint64_t steps);
    /// A list of values. Numbers without a unit get the unit of the last number: "3,4,5,6 yr".
    static Axis list(std::string path, std::vector<std::string> items);
    /// Parses "sites.idris.pue=1.05..1.6:12" or "sites.idris.grid=FRA,DEU,{region: USA, year: 2022}".
    static Parsed<Axis> parse(std::string_view text);

    const std::string& path() const { return path_; }
    std::uint64_t size() const { return steps_ > 0 ? steps_ : items_.size(); }
    bool is_range() const { return steps_ > 0; }
    /// Whether every value is a quantity and all have the same dimension.
    bool is_numeric() const { return numeric_; }
    /// Whether all values are written in one unit, unit(); "" means numbers without a unit.
    bool has_unit() const { return numeric_ && one_unit_; }
    const std::string& unit() const { return unit_; }

    /// Value number i as written in the file.
    std::string text(std::uint64_t i) const;
    /// Value number i without its unit, for a table column that has the unit in its heading: "57".
    std::string cell(std::uint64_t i) const;
    /// The change that sets the path to value number i.
    Edit edit(std::uint64_t i) const { return {.path = path_, .value = text(i), .place = place(i)}; }
    /// Where the file states value number i; of a range the place of `from` or, for later points, of `to`.
    Place place(std::uint64_t i) const;
    /// The same values with their places in a file: of each value of a list, or of the two ends of a range.
    Axis stated_at(std::vector<Place> places) &&;
    /// Value number i in base units, identical to what parsing text(i) gives. Only for numeric axes.
    double value(std::uint64_t i) const;

private:
    void describe_items();
    double written(std::uint64_t i) const;

    std::string path_;
    std::vector<std::string> items_;
    std::vector<Place> places_;  // empty if the values come from a command-line option
    double from_ = 0, to_ = 0;   // the ends of a range, in `unit_`
    std::uint64_t steps_ = 0;    // number of points of a range; 0 for a list
    std::string unit_;
    bool numeric_ = false, one_unit_ = false;
};

}  // namespace lca
