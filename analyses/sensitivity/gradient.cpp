#include "analyses/sensitivity/gradient.hpp"

#include "lca/numerics/sensitivity.hpp"
#include "lca/page/scale.hpp"

namespace lca {

std::optional<Gradient> gradient(Session& session, const ScenarioSource& source, const std::string& of) {
    const std::shared_ptr<Model> model = compile(session, source);
    if (!model) return std::nullopt;
    Gradient result;
    result.requested = resolve_results(*model, "gradient", {of}).front();
    const PointResult point(*model);
    if (result.requested.step != no_step)
        result.slopes = slopes(point.calculation(), point.values(), result.requested.step);
    result.evaluation = described(session, source, model);
    return result;
}

Records records_of(const Gradient& gradient) {
    Records records;
    records.columns = {"result",      "unit",       "point",      "input",
                       "input_value", "input_unit", "derivative", "elasticity"};
    if (gradient.requested.step == no_step) return records;
    const PointResult& point = *gradient.evaluation.result;
    const InUnit one = in_customary_unit(point.value(gradient.requested.step), gradient.requested.dimension);
    for (const Slope& slope : gradient.slopes) {
        const Input input = point.calculation().inputs()[slope.input];
        records.rows.push_back({gradient.requested.name, one.unit, Records::number(one.value),
                                std::string(input.path), input.written, std::string(input.unit),
                                slope.derivative * input.unit_factor / one.factor, slope.elasticity});
    }
    return records;
}

}  // namespace lca
