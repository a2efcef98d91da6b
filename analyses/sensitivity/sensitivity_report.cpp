// Sensitivities as rows, one for each input of each result.
#include "analyses/sensitivity/sensitivity_report.hpp"
#include "analyses/shared/json.hpp"
#include "lca/page/scale.hpp"

#include <algorithm>

namespace lca {
namespace {

InputEffects& entry(std::vector<InputEffects>& effects, std::size_t input) {
    const auto found = std::find_if(effects.begin(), effects.end(),
                                    [&](const InputEffects& one) { return one.input == input; });
    if (found != effects.end()) return *found;
    effects.push_back({input});
    return effects.back();
}

Records::Cell cell(bool known, double value) {
    return known ? Records::Cell(value) : Records::Cell();
}

}  // namespace

std::vector<InputEffects> effects_by_input(const SensitiveResult& result) {
    std::vector<InputEffects> effects;
    if (result.shares) {
        for (const VarianceShare& share : result.shares->inputs) entry(effects, share.input).share = &share;
    }
    for (const Swing& swing : result.swings) entry(effects, swing.input).swing = &swing;
    // Slopes are of thousands of inputs at times: those known already first, the others as they come.
    const std::size_t known = effects.size();
    for (const Slope& slope : result.slopes) {
        const auto end = effects.begin() + static_cast<std::ptrdiff_t>(known);
        const auto found = std::find_if(effects.begin(), end,
                                        [&](const InputEffects& one) { return one.input == slope.input; });
        if (found != end) {
            found->slope = &slope;
        } else {
            effects.push_back({slope.input, &slope});
        }
    }
    return effects;
}

Records sensitivity_records(const Sensitivity& sensitivity) {
    Records records;
    records.columns = {"result",      "unit",
                       "point",       "input",
                       "input_value", "input_unit",
                       "derivative",  "elasticity",
                       "p5_input",    "p95_input",
                       "p5_result",   "p95_result",
                       "first_order", "first_order_ci95",
                       "total_order", "total_order_ci95"};
    const Calculation& calculation = sensitivity.evaluation->result->calculation();
    for (const SensitiveResult& result : sensitivity.results) {
        if (result.asked.step == no_step) continue;
        const InUnit one = in_customary_unit(std::nullopt, result.asked.dimension);
        const double point = *sensitivity.evaluation->result->value(result.asked.step);
        for (const InputEffects& effects : effects_by_input(result)) {
            const Input input = calculation.inputs()[effects.input];
            const auto [index, slope, swing, share] = effects;
            records.rows.push_back(
                {result.asked.name, one.unit, point / one.factor, std::string(input.path), input.written,
                 std::string(input.unit), slope ? slope->derivative * input.unit_factor / one.factor : 0.0,
                 slope ? slope->elasticity : 0.0,
                 cell(swing, swing ? swing->low_input / input.unit_factor : 0),
                 cell(swing, swing ? swing->high_input / input.unit_factor : 0),
                 cell(swing, swing ? swing->low / one.factor : 0),
                 cell(swing, swing ? swing->high / one.factor : 0), cell(share, share ? share->first : 0),
                 cell(share, share ? share->first_error : 0), cell(share, share ? share->total : 0),
                 cell(share, share ? share->total_error : 0)});
        }
    }
    return records;
}

Report sensitivity_report(const Sensitivity& sensitivity) {
    return {[&sensitivity] { return sensitivity_page(sensitivity); },
            [&sensitivity] { return sensitivity_records(sensitivity); },
            at_once([&sensitivity] { return sensitivity_json(sensitivity); })};
}

}  // namespace lca
