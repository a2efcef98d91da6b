#include "lca/calc/dataflow.hpp"

#include <utility>

namespace lca {

namespace {

/// What is reached reaches every step it is an operand of.
std::vector<bool> reaches(std::span<const StepRecord> steps, std::vector<bool> reached) {
    for (std::size_t id = 0; id < steps.size(); ++id) {
        const StepRecord& step = steps[id];
        if (reached[id] || is_leaf(step.operation)) continue;
        reached[id] = reached[step.left] || (!is_unary(step.operation) && reached[step.right]);
    }
    return reached;
}

}  // namespace

std::vector<bool> reached_steps(const Calculation& calculation, std::span<const std::size_t> inputs) {
    std::vector<bool> varied(calculation.inputs().size(), false);
    for (std::size_t input : inputs) varied[input] = true;
    const std::span<const StepRecord> steps = calculation.steps();
    std::vector<bool> reached(steps.size(), false);
    for (std::size_t id = 0; id < steps.size(); ++id)
        reached[id] = steps[id].operation == Operation::input && varied[steps[id].left];
    return reaches(steps, std::move(reached));
}

std::vector<bool> reached_steps(const Calculation& calculation, StepId from) {
    std::vector<bool> reached(calculation.steps().size(), false);
    reached.at(from) = true;
    return reaches(calculation.steps(), std::move(reached));
}

std::vector<bool> needed_steps(const Calculation& calculation, std::span<const StepId> wanted) {
    const std::span<const StepRecord> steps = calculation.steps();
    std::vector<bool> needed(steps.size(), false);
    for (StepId step : wanted) needed.at(step) = true;
    for (std::size_t id = steps.size(); id-- > 0;) {
        if (!needed[id] || is_leaf(steps[id].operation)) continue;
        needed[steps[id].left] = true;
        if (!is_unary(steps[id].operation)) needed[steps[id].right] = true;
    }
    return needed;
}

std::size_t only_input(const Calculation& calculation, std::string_view path) {
    std::size_t found = no_input;
    for (std::size_t i = 0; i < calculation.inputs().size(); ++i) {
        if (calculation.inputs().path(i) != path) continue;
        if (found != no_input) return no_input;
        found = i;
    }
    return found;
}

}  // namespace lca
