// A sampled evaluation as JSON: like an evaluation, with an object (mean, sd, …) in place of each number.
#include <algorithm>

#include "analyses/shared/json.hpp"
#include "analyses/uncertainty/uncertainty.hpp"
#include "lca/numerics/sample.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

void write_sampling(JsonWriter& json, const Uncertainty& uncertainty) {
    json.key("sampling").begin_object();
    write_sampling_options(json, uncertainty.sampling);
    json.key("uncertain_inputs").whole(uncertainty.plan->inputs().size());
    json.key("correlated").truth(uncertainty.plan->correlated());
    json.entry("percentile_relative_error", Sketch::relative_error).end_object();
}

void write_certain_share(JsonWriter& json, const Uncertainty& uncertainty) {
    if (!uncertainty.certain) return;
    json.key("without_uncertainty").begin_object();
    json.entry("of", uncertainty.certain->of).entry("share", uncertainty.certain->share);
    json.texts("inputs", uncertainty.certain->inputs).end_object();
}

/// Whether a requested name is neither a result nor an output, but a figure such as "serving.requests".
bool is_other(const Results& results, const NamedResult& requested) {
    return !find_result(results, requested.name) && !requested.name.starts_with("outputs.");
}

void write_other(JsonWriter& json, const Uncertainty& uncertainty) {
    const Results& results = uncertainty.evaluation.result->results();
    bool open = false;
    for (const NamedResult& requested : uncertainty.requested) {
        if (!is_other(results, requested)) continue;
        if (!open) json.key("figures").begin_object();
        open = true;
        const InUnit one = in_customary_unit(std::nullopt, requested.dimension);
        json.key(requested.name).begin_object().key("value");
        if (requested.step == no_step) {
            json.null();
        } else {
            write_summary(json, uncertainty.sampled->of(requested.step), one.factor);
        }
        json.entry("unit", one.unit).end_object();
    }
    if (open) json.end_object();
}

}  // namespace

std::string json_of(const Uncertainty& uncertainty) {
    const Results& results = uncertainty.evaluation.result->results();
    const Sampled& sampled = *uncertainty.sampled;
    ResultWriter writer;
    writer.number = [&](JsonWriter& json, StepId step, double unit) {
        if (sampled.lacking(step) > 0) return void(json.null());
        write_summary(json, sampled.of(step), unit);
    };
    writer.fixed = [&](StepId step) {
        const std::span<const StepRecord> steps = uncertainty.plan->calculation().steps();
        return is_leaf(steps[step].operation) &&
               std::none_of(uncertainty.plan->inputs().begin(), uncertainty.plan->inputs().end(),
                            [&](std::size_t i) { return i == steps[step].left; });
    };
    if (!uncertainty.requested.empty()) {
        const auto is_requested = [&](std::string_view name) {
            return std::any_of(uncertainty.requested.begin(), uncertainty.requested.end(),
                               [&](const NamedResult& one) { return one.name == name; });
        };
        writer.wants = [&results, is_requested](const Result& row, std::size_t index) {
            const std::string_view suffix = measure(index).suffix;
            const std::string name = results.name(row);
            return is_requested(suffix.empty() ? name : name + "." + std::string(suffix));
        };
        writer.wants_output = [is_requested](const Output& output) {
            return is_requested("outputs." + output.name);
        };
    }
    writer.more = [&](JsonWriter& json) {
        write_sampling(json, uncertainty);
        write_certain_share(json, uncertainty);
        write_other(json, uncertainty);
    };
    JsonWriter json(4);
    write_evaluation(json, uncertainty.evaluation, writer);
    return std::move(json).take();
}

}  // namespace lca
