// Slopes in one reverse pass, and swings by two evaluations for each input.

#include <algorithm>
#include <cmath>

#include "lca/base/text.hpp"
#include "lca/calc/evaluate.hpp"
#include "lca/calc/one_changed.hpp"
#include "lca/calc/written_unit.hpp"
#include "lca/numerics/sensitivity.hpp"

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

namespace {

/// Why the value `at` of an input, which is its P5 or P95, cannot be used; "" if it can.
std::string fault_of(const Calculation& calculation, std::size_t input, double at, double result) {
    for (const Limit& limit : calculation.limits()) {
        const StepRecord& step = calculation.steps()[limit.step];
        const bool own = step.operation == Operation::input && step.left == input;
        if (own && !limit.holds(at)) return "is out of range there (expected " + limit.expected + ")";
    }
    return std::isfinite(result) ? "" : "gives no finite result there";
}

void check(const Calculation& calculation, const Swing& swing, Diagnostics& diagnostics) {
    const Input input = calculation.inputs()[swing.input];
    for (const bool high : {false, true}) {
        const double at = high ? swing.high_input : swing.low_input;
        const std::string fault = fault_of(calculation, swing.input, at, high ? swing.high : swing.low);
        if (fault.empty()) continue;
        diagnostics.add({.place = input.place,
                         .message = in_quotes(input.path) + " " + fault + ": its " + (high ? "95th" : "5th") +
                                    " percentile is " + in_written_unit(at, input),
                         .hint = std::string("give its uncertainty a `") + (high ? "max" : "min") +
                                 "`, which truncates and renormalises the distribution there"});
    }
}

}  // namespace

std::vector<Swing> swings(const SamplePlan& plan, StepId result, Diagnostics& diagnostics) {
    const Calculation& calculation = plan.calculation();
    const std::size_t count = plan.inputs().size();
    std::vector<Swing> answers;
    OneChanged point(calculation, result);
    for (std::size_t k = 0; k < count; ++k) {
        const std::size_t input = plan.inputs()[k];
        Swing swing{
            .input = input, .low_input = plan.quantile(k)(0.05), .high_input = plan.quantile(k)(0.95)};
        swing.low = point.with(input, swing.low_input);
        swing.high = point.with(input, swing.high_input);
        check(calculation, swing, diagnostics);
        answers.push_back(swing);
    }
    if (diagnostics.has_errors()) return {};
    std::stable_sort(answers.begin(), answers.end(),
                     [](const Swing& a, const Swing& b) { return a.width() > b.width(); });
    return answers;
}

}  // namespace lca
