// Records steps; each is also computed at once, so that its value is available.

#include "lca/calc/recorder.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <vector>

#include "lca/calc/evaluate.hpp"
#include "lca/calc/step_kernels.hpp"
#include "lca/math/time_series.hpp"

namespace lca {

namespace {

void require(bool condition, const char* what) {
    if (!condition) throw std::logic_error(what);
}

}  // namespace

Recorder::Recorder(Calculation so_far) : calculation_(std::move(so_far)), values_(evaluate(calculation_)) {
    const std::vector<StepRecord>& steps = calculation_.steps_;
    for (StepId id = 0; id < steps.size(); ++id) {
        if (steps[id].operation != Operation::constant) continue;
        constants_.emplace(std::bit_cast<std::uint64_t>(calculation_.constants_[steps[id].left]), id);
    }
    for (std::uint32_t i = 0; i < calculation_.labels_.size(); ++i)
        meanings_[calculation_.labels_[i].text].push_back(i + 1);
}

Step Recorder::append(Operation operation, StepId left, StepId right, double value) {
    require(values_.size() < no_step, "more steps than step numbers");
    calculation_.steps_.push_back({operation, 0, left, right});
    values_.push_back(value);
    return {*this, static_cast<StepId>(values_.size() - 1)};
}

void Recorder::expect(std::size_t inputs) {
    constexpr std::size_t steps_an_input = 8;           // a generous estimate; unused memory costs nothing
    calculation_.inputs_.reserve(inputs + inputs / 8);  // an eighth more, for defaults
    calculation_.steps_.reserve(inputs * steps_an_input);
    values_.reserve(inputs * steps_an_input);
}

Step Recorder::input(const Input& input) {
    return append(Operation::input, static_cast<StepId>(calculation_.inputs_.add(input)), no_step,
                  input.value);
}

Step Recorder::constant(double value) {
    auto [place, is_new] = constants_.try_emplace(std::bit_cast<std::uint64_t>(value), no_step);
    if (is_new) {
        auto index = static_cast<StepId>(calculation_.constants_.size());
        calculation_.constants_.push_back(value);
        place->second = append(Operation::constant, index, no_step, value).id();
    }
    return {*this, place->second};
}

Step Recorder::constant(double value, std::string_view written, Dimension dimension) {
    const auto found = written_.find(written);
    if (found != written_.end() && values_[found->second] == value) return {*this, found->second};
    const auto index = static_cast<StepId>(calculation_.constants_.size());
    calculation_.constants_.push_back(value);
    const Step step = append(Operation::constant, index, no_step, value);
    label(step, written, dimension);
    written_.insert_or_assign(std::string(written), step.id());
    return step;
}

Step Recorder::record(Operation operation, Step left, Step right) {
    require(!is_leaf(operation), "a leaf must be recorded as an input or a constant");
    require(operation != Operation::mean_over_time, "a mean over time must be recorded with its series");
    require(left.recorder() == this && left.id() < values_.size(),
            "the step is unset or belongs to another recorder");
    if (is_unary(operation)) {
        require(!right, "a unary operation was given two operands");
        return append(operation, left.id(), no_step, kernel::apply(operation, values_[left.id()], 0));
    }
    require(right.recorder() == this && right.id() < values_.size(),
            "the step is unset or belongs to another recorder");
    return append(operation, left.id(), right.id(),
                  kernel::apply(operation, values_[left.id()], values_[right.id()]));
}

Step Recorder::mean_over_time(MeanOverTime mean, Step duration) {
    const double value = mean.over(this->value(duration));
    const auto index = static_cast<StepId>(calculation_.means_.size());
    calculation_.means_.push_back(std::make_shared<const MeanOverTime>(std::move(mean)));
    return append(Operation::mean_over_time, duration.id(), index, value);
}

Step Recorder::sum(std::span<const Step> terms) {
    require(!terms.empty(), "a sum needs at least one term");
    for (const Step term : terms)
        require(term.recorder() == this, "the step is unset or belongs to another recorder");
    if (terms.size() == 1) return terms.front();
    std::vector<Step> level(terms.begin(), terms.end());
    while (level.size() > 1) {
        std::size_t pairs = level.size() / 2;
        for (std::size_t i = 0; i < pairs; ++i) level[i] = level[2 * i] + level[2 * i + 1];
        if (level.size() % 2 == 1) level[pairs] = level.back();
        level.resize(level.size() - pairs);
    }
    return level.front();
}

double Recorder::value(Step step) const {
    require(step.recorder() == this && step.id() < values_.size(),
            "the step is unset or belongs to another recorder");
    return values_[step.id()];
}

Operation Recorder::operation(Step step) const {
    require(step.recorder() == this && step.id() < values_.size(),
            "the step is unset or belongs to another recorder");
    return calculation_.steps_[step.id()].operation;
}

/// Whether a step is a constant without a unit: all equal ones share a step, which therefore has no label.
bool Recorder::is_plain_constant(Step step) const {
    if (calculation_.steps_[step.id()].operation != Operation::constant) return false;
    const auto found = constants_.find(std::bit_cast<std::uint64_t>(values_[step.id()]));
    return found != constants_.end() && found->second == step.id();
}

void Recorder::label(Step step, std::string_view text, Dimension dimension) {
    require(step.recorder() == this && step.id() < values_.size(),
            "the step is unset or belongs to another recorder");
    StepRecord& record = calculation_.steps_[step.id()];
    if (record.meaning != 0 || is_plain_constant(step)) return;
    auto& labels = calculation_.labels_;
    auto known = meanings_.find(text);
    if (known == meanings_.end()) known = meanings_.emplace(text, std::vector<std::uint32_t>()).first;
    std::vector<std::uint32_t>& places = known->second;
    auto same = [&](std::uint32_t place) { return labels[place - 1].dimension == dimension; };
    auto found = std::find_if(places.begin(), places.end(), same);
    if (found == places.end()) {
        require(labels.size() < StepRecord::max_meanings, "more labels than a step can refer to");
        labels.push_back({std::string(text), dimension});
        found = places.insert(places.end(), static_cast<std::uint32_t>(labels.size()));
    }
    record.meaning = *found & StepRecord::max_meanings;
}

void Recorder::limit(Limit limit) {
    require(limit.step < values_.size(), "a limit of a step that does not exist");
    calculation_.limits_.push_back(std::move(limit));
}

void Recorder::state(Step step, Input about) {
    about.value = value(step);
    if (!is_leaf(operation(step))) label(step, about.path, about.dimension);
    calculation_.stated_.add(about);
    calculation_.stated_steps_.push_back(step.id());
}

Calculation Recorder::finish() && {
    return std::move(calculation_);
}

}  // namespace lca
