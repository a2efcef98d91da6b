#pragma once
// The full grid of several axes, evaluated in blocks: numbers as columns of one recording, everything else
// (hardware, regions) by recompiling. Memory does not grow with the number of points.

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

/// Points are numbered in the order of the axes, the last one moving fastest, but axes that
/// need recompiling move slower than all others.
class SweepGrid {
public:
    static constexpr std::uint64_t max_points = 1'000'000'000;

    /// Throws InputError for no axis, two of one path, and more than max_points.
    SweepGrid(std::vector<Axis> axes, Recompile recompile);

    /// Compiles the first point and each axis by itself. A number that is an input as it is written becomes a
    /// column, once recompiling at some of its values gave the same bits; faults of single values show here.
    /// Where the values of an axis that needs recompiling only change inputs (a grid, often hardware), each
    /// is compiled once and the first recording then stands for all combinations, if that gives the same bits
    /// where it is tried. `choose` takes the results from the first point's recording. False after an error.
    bool prepare(const std::function<std::vector<SweepResult>(const Assessment&)>& choose);

    const SweepPlan& plan() const { return plan_; }
    /// Whether an axis is evaluated as a column.
    bool is_column(std::size_t axis) const { return column_[axis]; }

    /// Computes points first to first + count - 1, in their order. Stops where `take` returns false. False
    /// after a fault of recompiling. Throws InputError at a point where a result is not finite or a figure
    /// leaves its physical range, after passing on all points before its block.
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
    std::vector<std::uint64_t> stride_;        // by axis: points between two of its values
    std::vector<std::vector<double>> values_;  // by axis, if it is a column and short enough
    /// By axis that is not a column, then by value: the input values with which the first point's recording
    /// stands for that value. Empty where it cannot.
    std::vector<std::vector<InputValues>> swaps_;
    std::shared_ptr<const Assessment> first_;    // recording of the first point
    std::shared_ptr<const Assessment> swapped_;  // the same, where it stands for all other axes, too
    std::uint64_t block_ = 1;                    // points that share a recording
};

}  // namespace lca::sweep_detail
