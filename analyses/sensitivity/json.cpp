// Sensitivities as JSON: an object for each result, which has one for each input.
#include "analyses/shared/json.hpp"
#include "analyses/sensitivity/effects.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

void write_input_effects(JsonWriter& json, const Input& input, const sensitivity::InputEffects& effects,
                         double unit) {
    json.begin_object().entry("path", input.path).entry("value", input.written).entry("unit", input.unit);
    json.key("uncertain").truth(input.uncertainty != nullptr);
    json.entry("derivative", effects.slope ? effects.slope->derivative * input.unit_factor / unit : 0.0);
    json.entry("elasticity", effects.slope ? effects.slope->elasticity : 0.0);
    if (const Swing* swing = effects.swing) {
        json.key("p5").begin_object().entry("input", swing->low_input / input.unit_factor);
        json.entry("result", swing->low / unit).end_object();
        json.key("p95").begin_object().entry("input", swing->high_input / input.unit_factor);
        json.entry("result", swing->high / unit).end_object();
    }
    if (const VarianceShare* share = effects.share) {
        json.entry("first_order", share->first).entry("first_order_ci95", share->first_error);
        json.entry("total_order", share->total).entry("total_order_ci95", share->total_error);
    }
    json.end_object();
}

void write_result(JsonWriter& json, const Sensitivity& sensitivity, const ResultSensitivity& result) {
    json.key(result.requested.name);
    if (result.requested.step == no_step) {
        json.null();
        return;
    }
    const InUnit one = in_customary_unit(sensitivity.evaluation.result->value(result.requested.step),
                                         result.requested.dimension);
    json.begin_object().entry("value", one.value).entry("unit", one.unit);
    if (result.shares) {
        json.entry("mean", result.shares->mean / one.factor);
        json.entry("variance", result.shares->variance / (one.factor * one.factor));
        json.entry("first_order_sum", result.shares->explained);
        json.key("evaluations").whole(result.shares->evaluations);
    }
    json.key("inputs").begin_array();
    for (const sensitivity::InputEffects& effects : sensitivity::effects_by_input(result)) {
        write_input_effects(json, sensitivity.evaluation.result->calculation().inputs()[effects.input],
                            effects, one.factor);
    }
    json.end_array().end_object();
}

}  // namespace

std::string json_of(const Sensitivity& sensitivity) {
    const Evaluation& evaluation = sensitivity.evaluation;
    JsonWriter json(4);
    begin_answer(json, evaluation);
    json.key("sampling").begin_object();
    write_sampling_options(json, sensitivity.sampling);
    json.end_object();
    json.entry_if("sobol_refused", sensitivity.no_shares_reason);
    json.key("results").begin_object();
    for (const ResultSensitivity& result : sensitivity.results) write_result(json, sensitivity, result);
    json.end_object();
    write_files(json, *evaluation.sources);
    json.end_object();
    return std::move(json).take();
}

}  // namespace lca
