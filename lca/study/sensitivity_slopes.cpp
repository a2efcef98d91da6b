// Slopes by one reverse pass, and swings by two evaluations for each input.

#include <algorithm>
#include <cmath>

#include "lca/calc/evaluate.hpp"
#include "lca/study/sensitivity.hpp"

namespace lca {

std::vector<Slope> slopes(const Calculation& calculation, std::span<const double> values, StepId result) {
    const std::vector<double> slope = derivatives(calculation, values, result);
    const double at = values[result];
    std::vector<Slope> answers;
    for (std::size_t i = 0; i < slope.size(); ++i) {
        if (slope[i] == 0) continue;
        const double value = calculation.inputs().value(i);
        answers.push_back({i, slope[i], at == 0 ? 0 : slope[i] * value / at});
    }
    std::stable_sort(answers.begin(), answers.end(), [](const Slope& a, const Slope& b) {
        return std::fabs(a.elasticity) > std::fabs(b.elasticity);
    });
    return answers;
}

std::vector<Swing> swings(const SamplePlan& plan, StepId result) {
    const Calculation& calculation = plan.calculation();
    const std::size_t count = plan.inputs().size();
    std::vector<Swing> answers;
    // Samples 2 k and 2 k + 1 have input k at its low and its high value.
    std::vector<std::vector<double>> values;
    std::vector<Column> columns;
    for (std::size_t k = 0; k < count; ++k) {
        const std::size_t input = plan.inputs()[k];
        Swing swing{
            .input = input, .low_input = plan.quantile(k)(0.05), .high_input = plan.quantile(k)(0.95)};
        values.emplace_back(2 * count, calculation.inputs().value(input));
        values.back()[2 * k] = swing.low_input;
        values.back()[2 * k + 1] = swing.high_input;
        answers.push_back(swing);
    }
    for (std::size_t k = 0; k < count; ++k) columns.push_back({plan.inputs()[k], values[k]});
    const std::vector<double> results = evaluate(calculation, columns, 2 * count, {&result, 1});
    for (std::size_t k = 0; k < count; ++k) {
        answers[k].low = results[2 * k];
        answers[k].high = results[2 * k + 1];
    }
    std::stable_sort(answers.begin(), answers.end(),
                     [](const Swing& a, const Swing& b) { return a.width() > b.width(); });
    return answers;
}

}  // namespace lca
