#include "lca/calc/dataflow.hpp"

namespace lca {

std::vector<bool> reached_steps(const Calculation& calculation, std::span<const std::size_t> inputs) {
    std::vector<bool> varied(calculation.inputs().size(), false);
    for (std::size_t input : inputs) varied[input] = true;
    std::vector<bool> reached;
    reached.reserve(calculation.steps().size());
    for (const StepRecord& step : calculation.steps()) {
        if (step.operation == Operation::input) {
            reached.push_back(varied[step.left]);
        } else if (is_leaf(step.operation)) {
            reached.push_back(false);
        } else {
            reached.push_back(reached[step.left] || (!is_unary(step.operation) && reached[step.right]));
        }
    }
    return reached;
}

std::vector<bool> reached_steps(const Calculation& calculation, StepId from) {
    const std::span<const StepRecord> steps = calculation.steps();
    std::vector<bool> reached(steps.size(), false);
    reached.at(from) = true;
    for (std::size_t i = from + 1; i < steps.size(); ++i) {
        if (is_leaf(steps[i].operation)) continue;
        reached[i] = reached[steps[i].left] || (!is_unary(steps[i].operation) && reached[steps[i].right]);
    }
    return reached;
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
