#include "lca/calc/dataflow.hpp"

#include <utility>

namespace lca {

namespace {

/// Also marks every step that has a marked operand, directly or through other steps.
std::vector<bool> marked_forwards(std::span<const StepRecord> steps, std::vector<bool> marked) {
    for (std::size_t id = 0; id < steps.size(); ++id) {
        const StepRecord& step = steps[id];
        if (marked[id] || is_leaf(step.operation)) continue;
        marked[id] = marked[step.left] || (!is_unary(step.operation) && marked[step.right]);
    }
    return marked;
}

}  // namespace

std::vector<bool> depends_on(const Calculation& calculation, std::span<const std::size_t> inputs) {
    std::vector<bool> varied(calculation.inputs().size(), false);
    for (std::size_t input : inputs) varied[input] = true;
    const std::span<const StepRecord> steps = calculation.steps();
    std::vector<bool> marked(steps.size(), false);
    for (std::size_t id = 0; id < steps.size(); ++id)
        marked[id] = steps[id].operation == Operation::input && varied[steps[id].left];
    return marked_forwards(steps, std::move(marked));
}

std::vector<bool> depends_on(const Calculation& calculation, StepId from) {
    std::vector<bool> marked(calculation.steps().size(), false);
    marked.at(from) = true;
    return marked_forwards(calculation.steps(), std::move(marked));
}

std::vector<bool> reaches(const Calculation& calculation, std::span<const StepId> wanted) {
    const std::span<const StepRecord> steps = calculation.steps();
    std::vector<bool> marked(steps.size(), false);
    for (StepId step : wanted) marked.at(step) = true;
    for (std::size_t id = steps.size(); id-- > 0;) {
        if (!marked[id] || is_leaf(steps[id].operation)) continue;
        marked[steps[id].left] = true;
        if (!is_unary(steps[id].operation)) marked[steps[id].right] = true;
    }
    return marked;
}

std::vector<std::size_t> uncertain_inputs(const Calculation& calculation) {
    std::vector<std::size_t> inputs;
    for (std::size_t i = 0; i < calculation.inputs().size(); ++i) {
        if (calculation.inputs().is_uncertain(i)) inputs.push_back(i);
    }
    return inputs;
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
