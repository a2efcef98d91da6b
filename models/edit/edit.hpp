#pragma once
// Changes to a scenario from outside its file: one value, or the values that a path takes in a sweep.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// The value at a path is replaced from outside the file: `--set path=value`, a point of a sweep.
struct Edit {
    std::string path;
    std::string value;  // as it would be written in a file: "57 gCO2e/kWh", "{region: FRA, year: 2022}"
    std::string by = "--set";  // the option or key that asks for it, for messages
    Place place = {};          // of a value that a file states: a point of its own sweep
};

/// The values that one path takes in a sweep: a range of numbers, or texts as written in the file. Points of
/// a range are decimals of 15 digits, so that 1.05 to 1.6 gives 1.1 and not 1.1000000000000001.
class Axis {
public:
    /// Ends and number of points. A bare `from` takes the unit of `to`, `%` too. Refused: ends of unlike
    /// dimension, a bare `to` after a unit, equal ends with more than one point, one point between unlike
    /// ends, no points.
    static Parsed<Axis> range(std::string path, std::string_view from, std::string_view to,
                              std::uint64_t steps);
    /// The unit of the last number holds for those before it that have none: "3,4,5,6 yr".
    static Axis list(std::string path, std::vector<std::string> items);
    /// "sites.idris.pue=1.05..1.6:12" or "sites.idris.grid=FRA,DEU,{region: USA, year: 2022}".
    static Parsed<Axis> parse(std::string_view text);

    const std::string& path() const { return path_; }
    std::uint64_t size() const { return steps_ > 0 ? steps_ : items_.size(); }
    bool is_range() const { return steps_ > 0; }
    /// Every value is a quantity, and all are of one dimension.
    bool is_numeric() const { return numeric_; }
    /// The unit that all of them are written in, "" for none; texts() are bare numbers then.
    bool has_unit() const { return numeric_ && one_unit_; }
    const std::string& unit() const { return unit_; }

    /// Value i as written in the file.
    std::string text(std::uint64_t i) const;
    /// The value for a column with the unit in its heading: "57".
    std::string cell(std::uint64_t i) const;
    /// The value at the path.
    Edit edit(std::uint64_t i) const { return {.path = path_, .value = text(i), .place = place(i)}; }
    /// Where the file states it; of a range its ends, the last one for the points between.
    Place place(std::uint64_t i) const;
    /// The places of the values of a list, or of the ends of a range.
    Axis stated_at(std::vector<Place> places) &&;
    /// In base units, bit for bit what text(i) reads as. Of numeric axes only.
    double value(std::uint64_t i) const;

private:
    void describe_items();
    double written(std::uint64_t i) const;

    std::string path_;
    std::vector<std::string> items_;
    std::vector<Place> places_;  // none: of an argument
    double from_ = 0, to_ = 0;   // in `unit_`
    std::uint64_t steps_ = 0;    // of a range
    std::string unit_;
    bool numeric_ = false, one_unit_ = false;
};

}  // namespace lca
