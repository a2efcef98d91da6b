#pragma once
// All combinations of the values of several axes, evaluated in blocks: numbers as columns of one recording,
// other values (hardware, regions) by compiling. Memory does not grow with the number of points.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyses/shared/variant_compiler.hpp"
#include "analyses/sweep/sweep.hpp"
#include "lca/calc/same_formula.hpp"
#include "models/results/point_result.hpp"

namespace lca {

class PointResult;

}  // namespace lca

namespace lca::sweep_detail {

/// Points are numbered so that the last axis changes fastest; but axes whose values must be compiled
/// change more slowly than all others.
class SweepGrid {
public:
    static constexpr std::uint64_t max_points = 1'000'000'000;

    /// Throws InputError if there is no axis, two have the same path, or there are more than max_points.
    SweepGrid(std::vector<Axis> axes, Recompile recompile);

    /// Compiles the first point, and values of each axis by itself; errors of single values are found here.
    /// An axis of numbers becomes a column if setting the input gives exactly the results of compiling, where
    /// it is tried. If the values of another axis (grids, often hardware) only set inputs, each is compiled
    /// once, and the first recording is used for all points, if those tried give exactly the compiled
    /// results. `choose` selects the results from the first recording. False after an error.
    bool prepare(const std::function<std::vector<SweepResult>(const Assessment&)>& choose);

    const SweepPlan& plan() const { return plan_; }
    /// Whether the values of an axis are a column of numbers; else they are compiled.
    bool is_column(std::size_t axis) const { return column_[axis]; }

    /// Computes the points `first` to `first + count - 1`, in order, until `take` returns false. False if a
    /// point cannot be compiled. Throws InputError if, at a point, a result is not finite or an input is
    /// outside its physical range; the blocks before it have been passed to `take`.
    bool run(std::uint64_t first, std::uint64_t count, const std::function<bool(const SweepRows&)>& take);

private:
    struct Prepared;

    std::vector<Edit> changes(std::span<const std::uint64_t> choice) const;
    bool look_at(std::size_t axis, const Assessment& base);
    bool look_for_swaps(const std::shared_ptr<const Assessment>& base);
    std::optional<InputValues> swapped_values(const PointResult& a, const PointResult& b) const;
    bool trials_match(const Assessment& base, std::span<const std::size_t> others, bool& same) const;
    bool swapped_values_match(const Assessment& base, std::span<const std::uint64_t> choice,
                              bool& same) const;
    std::vector<std::size_t> input_columns(const Calculation& calculation) const;
    std::vector<std::uint64_t> choice_of(std::uint64_t point) const;
    void fill(std::size_t axis, std::uint64_t first, std::size_t count, SweepRows& rows) const;
    void compute(const Prepared& prepared, SweepRows& rows) const;
    [[noreturn]] void refuse(const SweepRows& rows, std::size_t row, const std::string& what) const;

    SweepPlan plan_;
    Recompile recompile_;
    std::vector<bool> column_;
    std::vector<std::uint64_t> stride_;        // by axis: points until its value changes
    std::vector<std::vector<double>> values_;  // by axis: its numbers, if it is a short column
    /// [axis][value], for axes without a column: the inputs to set in the first recording for that value.
    /// Empty if that is not possible.
    std::vector<std::vector<InputValues>> swaps_;
    std::shared_ptr<const Assessment> first_;    // recording of the first point
    std::shared_ptr<const Assessment> swapped_;  // first_ if that can be used for all points, else null
    std::uint64_t block_ = 1;                    // number of consecutive points with one recording
};

}  // namespace lca::sweep_detail
