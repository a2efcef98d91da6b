#include "analyses/fleet/kind_program.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "lca/base/zoned_time.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/calc/moved_means.hpp"
#include "lca/math/time_series.hpp"
#include "lca/units/quantity.hpp"
#include "models/results/point_result.hpp"

namespace lca::fleet {

namespace {

StepId step_of(const PointResult& point, const RequestedResult& requested) {
    if (requested.kind == RequestedResult::Kind::result) return point.step(requested.name).value_or(no_step);
    const std::shared_ptr<const Capacity>& capacity = point.results().capacity;
    if (!capacity || !capacity->in_common) return no_step;
    if (requested.kind == RequestedResult::Kind::claimed) return capacity->in_common->claimed;
    for (const CapacityUse& use : capacity->uses) {
        if (use.system != capacity->in_common->system || use.activity != requested.activity) continue;
        if (requested.kind == RequestedResult::Kind::duration) return use.duration;
        return requested.kind == RequestedResult::Kind::device_time ? use.device_time : use.node_time;
    }
    return no_step;
}

}  // namespace

KindProgram::KindProgram(VariantCompiler& compiler, const std::vector<BoundColumn>& columns,
                         const std::vector<Edit>& edits, const std::vector<RequestedResult>& requested,
                         Rows rows) {
    for (const BoundColumn& column : columns) {
        for (const Edit& edit : edits) {
            if (!column.start || edit.path != column.path) continue;
            start_text_ = edit.value;
            start_ = instant_of_time(start_text_);
        }
    }
    const std::shared_ptr<const Assessment> made = compiler.try_compile(edits);
    if (!made) {
        fault_ = compiler.last_fault();
        return;
    }
    const PointResult point(*made);
    describe(point, requested);
    look_at_whole(columns, point);
    if (rows == Rows::all) make_program(columns, point);
}

void KindProgram::describe(const PointResult& point, const std::vector<RequestedResult>& requested) {
    std::vector<std::string> gaps;
    for (std::size_t j = 0; j < requested.size(); ++j) {
        names_.push_back(requested[j].name);
        const StepId step = step_of(point, requested[j]);
        assessed_.push_back(step != no_step);
        compiled_.push_back(step == no_step ? 0 : point.values()[step]);
        if (step == no_step && requested[j].kind != RequestedResult::Kind::result) continue;
        if (step == no_step) {
            reason_ += fmt::format("{}{}: {}", reason_.empty() ? "" : "; ", requested[j].name,
                                   point.missing_reason(requested[j].name));
            continue;
        }
        wanted_.push_back(j);
        steps_.push_back(step);
        for (std::string& gap : gaps_behind(point.results(), requested[j].name)) {
            if (std::find(gaps.begin(), gaps.end(), gap) == gaps.end()) gaps.push_back(std::move(gap));
        }
    }
    for (const std::string& gap : gaps) gaps_ += (gaps_.empty() ? "" : "; ") + gap;
}

void KindProgram::look_at_whole(const std::vector<BoundColumn>& columns, const PointResult& point) {
    const std::shared_ptr<const Capacity>& capacity = point.results().capacity;
    if (!capacity || !capacity->in_common) return;
    const std::vector<StepId>& steps = capacity->in_common->whole;
    for (const StepId step : steps) whole_.push_back(step == no_step ? -1 : point.values()[step]);
    for (std::size_t k = 0; k < columns.size(); ++k) {
        if (!columns[k].numeric) continue;
        const std::size_t input = only_input(point.calculation(), columns[k].path);
        if (input == no_input) continue;
        const std::vector<bool> varied = depends_on(point.calculation(), {&input, 1});
        if (std::any_of(steps.begin(), steps.end(),
                        [&](StepId step) { return step != no_step && varied[step]; }))
            column_of_whole_ = k;
    }
}

void KindProgram::make_program(const std::vector<BoundColumn>& columns, const PointResult& point) {
    const Calculation& calculation = point.calculation();
    std::vector<std::size_t> inputs;
    for (const BoundColumn& column : columns) {
        if (!column.numeric) continue;
        inputs.push_back(only_input(calculation, column.path));
        one_by_one_ = one_by_one_ || inputs.back() == no_input;
    }
    if (one_by_one_) return;
    std::vector<bool> varied = depends_on(calculation, inputs);
    for (const MovedMean& mean : hours_) {
        const std::vector<bool> moved = depends_on(calculation, mean.step);
        for (std::size_t step = 0; step < varied.size(); ++step) varied[step] = varied[step] || moved[step];
    }
    const auto is_of_hours = [&](const Limit& limit) {
        return std::any_of(hours_.begin(), hours_.end(),
                           [&](const MovedMean& mean) { return mean.duration == limit.step; });
    };
    for (const Limit& limit : calculation.limits()) {
        if (!varied[limit.step] || is_of_hours(limit)) continue;
        limits_.push_back(limit);
        steps_.push_back(limit.step);
    }
    capacity_.emplace(point, varied);
    steps_.insert(steps_.end(), capacity_->steps().begin(), capacity_->steps().end());
    for (const MovedMean& mean : hours_) steps_.push_back(mean.duration);
    program_.emplace(calculation, inputs, steps_,
                     moved_ ? std::span<const std::size_t>(*moved_) : std::span<const std::size_t>());
}

bool KindProgram::let_start_vary(VariantCompiler& compiler, const std::vector<BoundColumn>& columns,
                                 const std::vector<Edit>& row) {
    std::vector<Edit> then = row;
    std::optional<double> start;
    for (const BoundColumn& column : columns) {
        for (Edit& edit : then) {
            if (!column.start || edit.path != column.path) continue;
            start = instant_of_time(edit.value);
            edit.value = start_text_;
        }
    }
    const std::shared_ptr<const Assessment> here = compiler.try_compile(row),
                                            there = here ? compiler.try_compile(then) : nullptr;
    if (!there || !start || !find_moved(*here, *start, *there)) return false;
    steps_.resize(wanted_.size());
    limits_.clear();
    make_program(columns, PointResult(*here));
    return true;
}

/// Finds the means over time that begin at the row's start. False if several activities have dates: their
/// overlap would have to be checked for each start; also if something else depends on the start.
bool KindProgram::find_moved(const Assessment& made, double start, const Assessment& other) {
    const Calculation& calculation = made.calculation;
    if (made.results.capacity &&
        std::count_if(made.results.capacity->uses.begin(), made.results.capacity->uses.end(),
                      [](const CapacityUse& use) { return use.start.has_value(); }) > 1)
        return false;
    auto moved = moved_means(calculation, start, other.calculation, *start_);
    if (!moved) return false;
    std::vector<MovedMean> hours;
    for (const std::size_t mean : *moved) {
        const MeanOverTime& one = *calculation.means()[mean];
        const auto& used = made.results.hours;
        const auto use = std::find_if(used.begin(), used.end(), [&](const HoursOfUse& hours_of_use) {
            return hours_of_use.series && hours_of_use.series->relative == one.weighted();
        });
        if (one.weight() || use == used.end() || !use->series->known_from) return false;
        const auto step = std::find_if(
            calculation.steps().begin(), calculation.steps().end(), [&](const StepRecord& record) {
                return record.operation == Operation::mean_over_time && record.right == mean;
            });
        hours.push_back({static_cast<StepId>(step - calculation.steps().begin()), step->left, use->series});
    }
    const auto same_limit = [&](const Limit& a, const Limit& b) {
        const bool of_hours = std::any_of(hours.begin(), hours.end(),
                                          [&](const MovedMean& one) { return one.duration == a.step; });
        return a.step == b.step && a.low == b.low && a.above_low == b.above_low &&
               (of_hours || a.high == b.high);
    };
    if (!std::ranges::equal(calculation.limits(), other.calculation.limits(), same_limit)) return false;
    hours_ = std::move(hours);
    moved_ = std::move(*moved);
    return true;
}

/// Whether the two have the same gaps, and results that are equal except for rounding by conversion of units.
bool KindProgram::agrees(const KindProgram& alone, const KindRows& made, std::size_t row) const {
    constexpr double rounding = 1e-12;
    if (alone.gaps_ != gaps_ || alone.assessed_ != assessed_ || made.faults.contains(row)) return false;
    return std::all_of(wanted_.begin(), wanted_.end(), [&](std::size_t j) {
        const double here = made.results[j][row], there = alone.compiled_[j];
        return std::fabs(here - there) <= rounding * std::max(std::fabs(here), std::fabs(there));
    });
}

KindRows KindProgram::compute(std::span<const double* const> columns, std::size_t rows) const {
    KindRows made;
    made.results.resize(names_.size());
    std::vector<double> all(steps_.size() * rows);
    program_->run(columns, rows, all.data(), rows);
    if (moved_ && !moved_->empty()) find_alone(all, {columns.back(), rows}, made);
    check_limits(all, rows, made);
    for (std::size_t j = 0; j < wanted_.size(); ++j) {
        const double* const values = all.data() + j * rows;
        made.results[wanted_[j]].assign(values, values + rows);
        for (std::size_t i = 0; i < rows; ++i) {
            if (within_range(values[i])) continue;
            made.faults.try_emplace(
                i, fmt::format("`{}` is out of range: a division by zero, or too large a number",
                               names_[wanted_[j]]));
        }
    }
    return made;
}

/// Adds to `alone` the rows that last longer than the grid's series covers: their mean cannot be computed;
/// compiling them will report that.
void KindProgram::find_alone(const std::vector<double>& all, std::span<const double> starts,
                             KindRows& to) const {
    const double* durations = all.data() + (steps_.size() - hours_.size()) * starts.size();
    std::vector<bool> known(starts.size(), true);
    for (const MovedMean& mean : hours_) {
        for (std::size_t i = 0; i < starts.size(); ++i)
            known[i] = known[i] && durations[i] <= mean.series->known_from(starts[i]);
        durations += starts.size();
    }
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (!known[i]) to.alone.push_back(i);
    }
}

void KindProgram::check_limits(const std::vector<double>& all, std::size_t rows, KindRows& to) const {
    for (std::size_t l = 0; l < limits_.size(); ++l) {
        const double* const values = all.data() + (wanted_.size() + l) * rows;
        for (std::size_t i = 0; i < rows; ++i) {
            if (!limits_[l].holds(values[i]))
                to.faults.try_emplace(i,
                                      fmt::format("`{}` must be {}", limits_[l].path, limits_[l].expected));
        }
    }
    const double* const taken = all.data() + (wanted_.size() + limits_.size()) * rows;
    to.faults.merge(capacity_->excesses(taken, rows));
}

}  // namespace lca::fleet
