#include "models/manufacture/footprint.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "models/manufacture/model.hpp"

namespace lca {
namespace {

/// One figure, times the amount where there is one. The dimension decides: an impact per GB needs GB.
std::optional<Step> of_amount(const Given& figure, std::size_t impact, const Given* amount, Values& values) {
    const Dimension whole = impacts()[impact].dimension;
    if (!amount) return values.checked(figure, whole);
    const Term quantity = values.term(*amount);
    const auto per = divide(whole, quantity.dimension);
    if (!per) return std::nullopt;
    return values.checked(figure, *per) * quantity.step;
}

/// The figure of a model of manufacture: {model: act, …}.
Footprint of_model(const Hardware& hardware, Node node, Figures& figures, Values& values) {
    const Node name = node.find("model");
    const ManufactureModel* model = find_manufacture_model(name.text());
    if (!model) return {};  // said by the check of the tree
    const auto constants = values.catalog().find(Section::model, model->name);
    return model->record({node, hardware, figures, values, constants ? constants->node : Node()});
}

/// "end of life".
std::string stage_name(const EmbodiedStage& stage) {
    std::string name(stage.name);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

/// The components of a stage, or what its model gives, for one impact.
std::optional<Step> of_stage(const EmbodiedStage& stage, const Footprint& modelled, std::size_t impact,
                             const Given* amount, Values& values) {
    std::vector<Step> terms;
    for (const EmbodiedStage::Component& component : stage.components) {
        if (!component.impact[impact]) continue;
        if (const auto step = of_amount(*component.impact[impact], impact, amount, values))
            terms.push_back(*step);
    }
    if (modelled[impact]) terms.push_back(modelled[impact]->value());
    if (terms.empty()) return std::nullopt;
    return values.recorder().sum(terms);
}

}  // namespace

Footprint footprint(const Hardware& hardware, const Given* amount, Figures& figures, Values& values) {
    std::vector<Footprint> modelled(hardware.embodied.size());
    for (std::size_t k = 0; k < hardware.embodied.size(); ++k) {
        const Node model = hardware.embodied[k].model;
        if (model) modelled[k] = of_model(hardware, model, figures, values);
    }
    Footprint total;
    for (std::size_t i = 0; i < impact_count; ++i) {
        std::vector<Step> stages;
        for (std::size_t k = 0; k < hardware.embodied.size(); ++k) {
            const EmbodiedStage& stage = hardware.embodied[k];
            const auto step = of_stage(stage, modelled[k], i, amount, values);
            if (!step) continue;
            if (!stage.name.empty()) {
                values.recorder().label(*step, fmt::format("{} of {}", stage_name(stage), hardware.id),
                                        impacts()[i].dimension);
            }
            stages.push_back(*step);
        }
        if (stages.empty()) continue;
        const Step sum = values.recorder().sum(stages);
        values.recorder().label(sum, fmt::format("embodied {} of {}", impacts()[i].name, hardware.id),
                                impacts()[i].dimension);
        total[i] = trusted<unit::Impact>(sum);
    }
    return total;
}

}  // namespace lca
