#include "models/resolve/footprint.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <span>

#include "lca/base/text.hpp"
#include "lca/calc/expression.hpp"
#include "models/resolve/manufacture_model.hpp"
#include "models/results/results.hpp"

namespace lca {
namespace {

/// One figure, times the amount if one is stated. The figure must be per unit of that amount: per GB for GB.
std::optional<Step> of_amount(const AnyValue& figure, std::size_t impact, const AnyValue& amount,
                              ValueRecorder& values) {
    const Dimension whole = impacts()[impact].dimension;
    if (!amount) return values.checked(figure, whole);
    const Term quantity = values.term(amount);
    const auto per = divide(whole, quantity.dimension);
    if (!per) return std::nullopt;
    return values.checked(figure, *per) * quantity.step;
}

/// The impacts that a model of manufacture calculates for {model: act, …}.
Footprint of_model(const Hardware& hardware, const Location& stated, ValueRecorder& values) {
    const KeyedValues inputs = values.keyed(stated);
    const ManufactureModel* model = find_manufacture_model(inputs.text("model"));
    if (!model) return {};  // the check of the file's keys has reported this
    return model->record({inputs, hardware, values, constants_of(model->name, values)});
}

/// One impact of a stage: the sum of its components and of what its model calculates.
std::optional<Step> of_stage(const LifeCycleStageImpact& stage, const Footprint& modelled, std::size_t impact,
                             const AnyValue& amount, ValueRecorder& values) {
    std::vector<Step> terms;
    for (const LifeCycleStageImpact::Contribution& component : stage.components) {
        if (!component.impact[impact]) continue;
        if (const auto step = of_amount(component.impact[impact], impact, amount, values))
            terms.push_back(*step);
    }
    if (modelled[impact]) terms.push_back(modelled[impact]->value());
    if (terms.empty()) return std::nullopt;
    return values.recorder().sum(terms);
}

}  // namespace

std::string life_cycle_stage_words(std::size_t stage) {
    return in_words(to_string(static_cast<LifeCycleStage>(stage)));
}

ImpactByLifeCycleStage footprint(const Hardware& hardware, const AnyValue& amount, ValueRecorder& values) {
    ImpactByLifeCycleStage found;
    const std::span<const std::string_view> names = Results::life_cycle_stages();
    for (const LifeCycleStageImpact& stage : hardware.embodied) {
        const Footprint modelled = stage.model ? of_model(hardware, stage.model, values) : Footprint();
        const bool broken_down = !stage.name.empty();
        if (broken_down) found.stages.resize(names.size());
        const auto place =
            static_cast<std::size_t>(std::find(names.begin(), names.end(), stage.name) - names.begin());
        Footprint& part = broken_down ? found.stages[place] : found.whole;
        for (std::size_t i = 0; i < impact_count; ++i) {
            const auto step = of_stage(stage, modelled, i, amount, values);
            if (!step) continue;
            const std::string what =
                broken_down ? life_cycle_stage_words(place) : fmt::format("embodied {}", impacts()[i].name);
            values.recorder().label(*step, fmt::format("{} of {}", what, hardware.id),
                                    impacts()[i].dimension);
            part[i] = unchecked<unit::Impact>(*step);
        }
    }
    return found;
}

}  // namespace lca
