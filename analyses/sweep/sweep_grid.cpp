#include "analyses/sweep/sweep_grid.hpp"

#include <algorithm>
#include <cmath>

#include "analyses/shared/swept_capacity.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "lca/units/quantity.hpp"
#include "models/results/gap_comparison.hpp"
#include "models/results/point_result.hpp"

namespace lca::sweep_detail {
namespace {

constexpr std::size_t rows_at_a_time = 4096;
constexpr std::size_t values_at_a_time = std::size_t{1}
                                         << 22;   // 32 MB; a large file may have thousands of columns
constexpr std::uint64_t max_values_kept = 65536;  // numbers of a longer axis are computed each time

StepId step_of(const PointResult& point, const std::string& name) {
    return point.step(name).value_or(no_step);
}

/// Parts that only the point `made` or only the first point leaves out of a result; "" if there are none.
std::string unlike_first(const Assessment& first, const Assessment& made, const std::string& name) {
    const GapComparison gaps(first.results, made.results);
    return gaps.unlike(results_behind(first.results, name), results_behind(made.results, name))
        .text("the first row", "another");
}

}  // namespace

/// A recording with all that is needed to compute its points from columns.
struct SweepGrid::Prepared {
    std::shared_ptr<const Assessment> assessment;
    std::vector<std::size_t> axes;               // indices of the axes that are columns
    std::vector<std::size_t> swapped;            // inputs set for the other axes; their columns come last
    std::vector<std::size_t> wanted;             // indices of the results that are assessed
    std::vector<std::vector<std::string>> gaps;  // by result: parts it leaves out
    std::vector<std::string> unlike, reasons;    // by result, as in SweepRows
    std::vector<const Limit*> limits;
    std::optional<SweptCapacity> capacity;
    std::optional<ColumnProgram> program;

    Prepared(const SweepGrid& sweep, std::shared_ptr<const Assessment> made) : assessment(std::move(made)) {
        const Calculation& calculation = assessment->calculation;
        std::vector<std::size_t> inputs = sweep.input_columns(calculation);
        for (std::size_t k = 0; k < sweep.plan_.axes.size(); ++k) {
            if (sweep.column_[k]) axes.push_back(k);
        }
        if (sweep.swapped_) {
            for (const std::vector<InputValues>& axis : sweep.swaps_) {
                for (const InputValues& values : axis) {
                    for (const auto& [input, value] : values) swapped.push_back(input);
                }
            }
            std::sort(swapped.begin(), swapped.end());
            swapped.erase(std::unique(swapped.begin(), swapped.end()), swapped.end());
            inputs.insert(inputs.end(), swapped.begin(), swapped.end());
        }
        const PointResult point(*assessment);
        std::vector<StepId> steps;
        for (std::size_t j = 0; j < sweep.plan_.results.size(); ++j) {
            gaps.push_back(gaps_behind(assessment->results, sweep.plan_.results[j].name));
            unlike.push_back(unlike_first(*sweep.first_, *assessment, sweep.plan_.results[j].name));
            reasons.push_back(point.missing_reason(sweep.plan_.results[j].name));
            const StepId step = step_of(point, sweep.plan_.results[j].name);
            if (step == no_step) continue;
            wanted.push_back(j);
            steps.push_back(step);
        }
        const std::vector<bool> varied = depends_on(calculation, inputs);
        for (const Limit& limit : calculation.limits()) {
            if (!varied[limit.step]) continue;
            limits.push_back(&limit);
            steps.push_back(limit.step);
        }
        capacity.emplace(point, varied);
        steps.insert(steps.end(), capacity->steps().begin(), capacity->steps().end());
        program.emplace(calculation, inputs, steps);
    }

    std::size_t columns() const { return wanted.size() + limits.size() + capacity->steps().size(); }
};

SweepGrid::SweepGrid(std::vector<Axis> axes, Recompile recompile)
    : plan_{std::move(axes)}, recompile_(std::move(recompile)), values_(plan_.axes.size()) {
    if (plan_.axes.empty()) throw InputError("nothing is varied");
    double count = 1;
    for (std::size_t k = 0; k < plan_.axes.size(); ++k) {
        count *= static_cast<double>(plan_.axes[k].size());
        for (std::size_t j = 0; j < k; ++j) {
            if (plan_.axes[j].path() == plan_.axes[k].path())
                throw InputError(in_quotes(plan_.axes[k].path()) + " is varied twice");
        }
    }
    if (count > static_cast<double>(max_points)) {
        throw InputError("the grid has " + readable(count, 6) + " points; the limit is " +
                         readable(static_cast<double>(max_points), 10));
    }
    for (const Axis& axis : plan_.axes) plan_.points *= axis.size();
}

std::vector<Edit> SweepGrid::changes(std::span<const std::uint64_t> choice) const {
    std::vector<Edit> result;
    for (std::size_t k = 0; k < plan_.axes.size(); ++k) result.push_back(plan_.axes[k].edit(choice[k]));
    return result;
}

bool SweepGrid::prepare(const std::function<std::vector<SweepResult>(const Assessment&)>& choose) {
    std::vector<std::uint64_t> start(plan_.axes.size(), 0);
    column_.assign(plan_.axes.size(), false);
    swaps_.assign(plan_.axes.size(), {});
    swapped_.reset();
    const std::shared_ptr<const Assessment> base = recompile_(changes(start));
    if (!base) return false;
    first_ = base;
    plan_.results = choose(*base);
    for (std::size_t k = 0; k < plan_.axes.size(); ++k) {
        if (!look_at(k, *base)) return false;
    }
    if (!look_for_swaps(base)) return false;
    stride_.assign(plan_.axes.size(), 1);
    std::uint64_t stride = 1;
    for (const bool columns : {true, false}) {
        for (std::size_t k = plan_.axes.size(); k-- > 0;) {
            if (column_[k] != columns) continue;
            stride_[k] = stride;
            stride *= plan_.axes[k].size();
        }
        if (columns) block_ = stride;
    }
    return true;
}

/// Tries whether an axis can be a column: each value that is tried, set in the recording, must give exactly
/// the result of compiling with it. False after an error.
bool SweepGrid::look_at(std::size_t axis, const Assessment& base) {
    const Axis& varied = plan_.axes[axis];
    const std::size_t input = varied.is_numeric() ? only_input(base.calculation, varied.path()) : no_input;
    bool same = input != no_input && base.calculation.inputs().value(input) == varied.value(0);
    std::vector<std::uint64_t> tried;
    constexpr std::uint64_t few = 64;  // up to this number, all values are tried, also to find warnings
    if (varied.is_range() && varied.size() > few) {
        tried = {1, varied.size() / 2, varied.size() - 1};
    } else {
        for (std::uint64_t i = 1; i < varied.size(); ++i) tried.push_back(i);
    }
    const PointResult at_first(base);
    std::vector<InputValues> swaps(1);  // the first value changes no inputs
    for (const std::uint64_t i : tried) {
        std::vector<std::uint64_t> choice(plan_.axes.size(), 0);
        choice[axis] = i;
        const std::shared_ptr<const Assessment> made = recompile_(changes(choice));
        if (!made) return false;
        const PointResult there(*made);
        std::optional<InputValues> values = swapped_values(at_first, there);
        if (values) swaps.push_back(std::move(*values));
        if (!same) continue;
        for (const SweepResult& result : plan_.results) {
            const StepId old = step_of(at_first, result.name), now = step_of(there, result.name);
            if ((old == no_step) != (now == no_step)) same = false;
            if (!same || now == no_step) continue;
            const std::vector<double> value = {varied.value(i)};
            const std::vector<Column> columns = {{input, value}};
            same = evaluate(base.calculation, columns, 1, std::vector<StepId>{old}).front() ==
                   there.values()[now];
        }
    }
    column_[axis] = same;
    if (!same && swaps.size() == varied.size()) swaps_[axis] = std::move(swaps);
    if (!same || varied.size() > max_values_kept) return true;
    for (std::uint64_t i = 0; i < varied.size(); ++i) values_[axis].push_back(varied.value(i));
    return true;
}

/// By axis that is a column: its input.
std::vector<std::size_t> SweepGrid::input_columns(const Calculation& calculation) const {
    std::vector<std::size_t> inputs;
    for (std::size_t k = 0; k < plan_.axes.size(); ++k) {
        if (!column_[k]) continue;
        const std::size_t input = only_input(calculation, plan_.axes[k].path());
        if (input == no_input)
            throw InputError("`" + plan_.axes[k].path() +
                             "` is a separate number in only some of these variants: vary it alone");
        inputs.push_back(input);
    }
    return inputs;
}

/// Finds out whether the first recording can be used for all points: each value of the other axes must only
/// set inputs, each axis different ones, and combinations that are tried must give exactly the compiled
/// results. False after an error.
bool SweepGrid::look_for_swaps(const std::shared_ptr<const Assessment>& base) {
    std::vector<std::size_t> taken = input_columns(base->calculation), others;
    for (std::size_t k = 0; k < plan_.axes.size(); ++k) {
        if (column_[k]) continue;
        if (swaps_[k].size() != plan_.axes[k].size()) return true;
        others.push_back(k);
        std::vector<std::size_t> mine;
        for (const InputValues& values : swaps_[k]) {
            for (const auto& [input, value] : values) mine.push_back(input);
        }
        for (const std::size_t input : mine) {
            if (std::find(taken.begin(), taken.end(), input) != taken.end()) return true;
        }
        taken.insert(taken.end(), mine.begin(), mine.end());
    }
    std::vector<std::uint64_t> last(plan_.axes.size(), 0), choice;
    for (const std::size_t k : others) last[k] = plan_.axes[k].size() - 1;
    bool same = true;
    if (others.size() > 1 && !swapped_values_match(*base, last, same)) return false;
    for (std::size_t i = 0; i < others.size() && others.size() > 2; ++i) {
        for (std::size_t j = 0; j < i && same; ++j) {
            choice.assign(plan_.axes.size(), 0);
            choice[others[i]] = last[others[i]];
            choice[others[j]] = last[others[j]];
            if (!swapped_values_match(*base, choice, same)) return false;
        }
    }
    if (others.size() > 1 && same && !trials_match(*base, others, same)) return false;
    if (same && !others.empty()) swapped_ = base;
    return true;
}

/// Tries some combinations of the axes `others`: with equal indices in all of them (two axes may choose the
/// same machine in two places), and spread over the grid.
bool SweepGrid::trials_match(const Assessment& base, std::span<const std::size_t> others, bool& same) const {
    constexpr std::uint64_t tries = 48, spread = 7919;  // spread: a prime, so indices differ
    for (std::uint64_t i = 1; i <= tries && same; ++i) {
        std::vector<std::uint64_t> equal(plan_.axes.size(), 0), apart(plan_.axes.size(), 0);
        std::uint64_t step = 1;
        for (const std::size_t k : others) {
            equal[k] = i % plan_.axes[k].size();
            apart[k] = i * step % plan_.axes[k].size();
            step *= spread;
        }
        if (!swapped_values_match(base, equal, same) || !swapped_values_match(base, apart, same))
            return false;
    }
    return true;
}

/// The inputs to set in the recording of `a` to get the results of `b`; empty if that is not possible.
std::optional<InputValues> SweepGrid::swapped_values(const PointResult& a, const PointResult& b) const {
    const Capacity none;
    const Capacity& in_a = a.results().capacity ? *a.results().capacity : none;
    const Capacity& in_b = b.results().capacity ? *b.results().capacity : none;
    if (!in_a.same_but_for_steps(in_b)) return std::nullopt;
    std::vector<StepId> one = in_a.steps(), other = in_b.steps();
    for (const SweepResult& result : plan_.results) {
        if (gaps_behind(a.results(), result.name) != gaps_behind(b.results(), result.name))
            return std::nullopt;
        one.push_back(step_of(a, result.name));
        other.push_back(step_of(b, result.name));
    }
    return other_values(a.calculation(), one, b.calculation(), other);
}

/// Makes `same` false if compiling this combination gives other inputs or formulas than setting the inputs of
/// its values in the recording. False after an error.
bool SweepGrid::swapped_values_match(const Assessment& base, std::span<const std::uint64_t> choice,
                                     bool& same) const {
    const std::shared_ptr<const Assessment> made = recompile_(changes(choice));
    if (!made) return false;
    InputValues expected;
    for (std::size_t k = 0; k < plan_.axes.size(); ++k) {
        if (column_[k]) continue;
        const InputValues& values = swaps_[k][choice[k]];
        expected.insert(expected.end(), values.begin(), values.end());
    }
    std::sort(expected.begin(), expected.end());
    same = same && swapped_values(PointResult(base), PointResult(*made)) == expected;
    return true;
}

std::vector<std::uint64_t> SweepGrid::choice_of(std::uint64_t point) const {
    std::vector<std::uint64_t> choice;
    for (std::size_t k = 0; k < plan_.axes.size(); ++k)
        choice.push_back(point / stride_[k] % plan_.axes[k].size());
    return choice;
}

void SweepGrid::fill(std::size_t axis, std::uint64_t first, std::size_t count, SweepRows& rows) const {
    std::vector<std::uint64_t>& choices = rows.choices[axis];
    choices.resize(count);
    const std::uint64_t stride = stride_[axis], size = plan_.axes[axis].size();
    std::uint64_t choice = first / stride % size, within = first % stride;
    for (std::size_t i = 0; i < count;) {
        const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(stride - within, count - i));
        std::fill_n(choices.begin() + static_cast<std::ptrdiff_t>(i), part, choice);
        i += part;
        within = 0;
        if (++choice == size) choice = 0;
    }
}

void SweepGrid::refuse(const SweepRows& rows, std::size_t row, const std::string& what) const {
    std::string point;
    for (std::size_t k = 0; k < plan_.axes.size(); ++k) {
        point +=
            (k > 0 ? ", " : "") + plan_.axes[k].path() + " = " + plan_.axes[k].text(rows.choices[k][row]);
    }
    throw InputError("at " + point + ": " + what);
}

void SweepGrid::compute(const Prepared& prepared, SweepRows& rows) const {
    std::vector<std::vector<double>> inputs;
    std::vector<const double*> columns;
    for (const std::size_t axis : prepared.axes) {
        std::vector<double>& column = inputs.emplace_back(rows.count);
        for (std::size_t i = 0; i < rows.count; ++i) {
            const std::uint64_t choice = rows.choices[axis][i];
            column[i] = values_[axis].empty() ? plan_.axes[axis].value(choice) : values_[axis][choice];
        }
        columns.push_back(column.data());
    }
    for (const std::size_t input : prepared.swapped) {
        double value = prepared.assessment->calculation.inputs().value(input);
        for (std::size_t k = 0; k < plan_.axes.size(); ++k) {
            if (column_[k]) continue;
            for (const auto& [changed, other] : swaps_[k][rows.choices[k].front()]) {
                if (changed == input) value = other;
            }
        }
        columns.push_back(inputs.emplace_back(rows.count, value).data());
    }
    const std::size_t results = prepared.wanted.size();
    std::vector<double> all(prepared.columns() * rows.count);
    prepared.program->run(columns, rows.count, all.data(), rows.count);
    for (std::size_t j = 0; j < prepared.limits.size(); ++j) {
        const Limit& limit = *prepared.limits[j];
        for (std::size_t i = 0; i < rows.count; ++i) {
            if (!limit.holds(all[(results + j) * rows.count + i]))
                refuse(rows, i, "`" + limit.path + "` must be " + limit.expected);
        }
    }
    const double* capacity = all.data() + (results + prepared.limits.size()) * rows.count;
    for (const auto& [i, excess] : prepared.capacity->excesses(capacity, rows.count)) refuse(rows, i, excess);
    rows.gaps = prepared.gaps;
    rows.unlike = prepared.unlike;
    rows.reasons = prepared.reasons;
    rows.assessed.assign(plan_.results.size(), false);
    for (std::size_t j = 0; j < results; ++j) {
        const double* values = all.data() + j * rows.count;
        std::vector<double>& column = rows.results[prepared.wanted[j]];
        column.assign(values, values + rows.count);
        rows.assessed[prepared.wanted[j]] = true;
        const auto bad =
            std::find_if_not(column.begin(), column.end(), [](double v) { return within_range(v); });
        if (bad != column.end())
            refuse(rows, static_cast<std::size_t>(bad - column.begin()),
                   "`" + plan_.results[prepared.wanted[j]].name +
                       "` is out of range: a division by zero, or too large a number");
    }
}

bool SweepGrid::run(std::uint64_t first, std::uint64_t count,
                    const std::function<bool(const SweepRows&)>& take) {
    SweepRows rows;
    rows.choices.resize(plan_.axes.size());
    rows.results.resize(plan_.results.size());
    std::optional<Prepared> prepared;
    std::uint64_t made_for = 0;
    for (std::uint64_t point = first, end = first + count; point < end;) {
        const bool next_block = !prepared || point / block_ != made_for;
        made_for = point / block_;
        if (next_block && swapped_) {
            if (!prepared) prepared.emplace(*this, swapped_);
        } else if (next_block) {
            std::vector<std::uint64_t> choice = choice_of(point);
            for (std::size_t k = 0; k < choice.size(); ++k) choice[k] = column_[k] ? 0 : choice[k];
            std::shared_ptr<const Assessment> made = recompile_(changes(choice));
            if (!made) return false;
            prepared.emplace(*this, std::move(made));
        }
        const std::uint64_t rest = std::min(end, (made_for + 1) * block_) - point;
        const std::size_t at_once =
            std::clamp<std::size_t>(values_at_a_time / (prepared->columns() + 1), 1, rows_at_a_time);
        rows.first = point;
        rows.count = static_cast<std::size_t>(std::min<std::uint64_t>(rest, at_once));
        for (std::size_t k = 0; k < plan_.axes.size(); ++k) fill(k, point, rows.count, rows);
        compute(*prepared, rows);
        if (!take(rows)) return true;
        point += rows.count;
    }
    return true;
}

}  // namespace lca::sweep_detail
