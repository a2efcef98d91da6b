#include "models/manufacture/footprint.hpp"

#include <fmt/core.h>

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
    if (!model) {
        std::vector<std::string> known;
        for (const ManufactureModel* one : manufacture_models()) known.emplace_back(one->name);
        values.diagnostics().error(name.place(),
                                   fmt::format("unknown model of manufacture `{}`", shown(name.text())),
                                   listed(known, "or"));
        return {};
    }
    const auto constants = values.catalog().find(Section::model, model->name);
    return model->record({node, hardware, figures, values, constants ? constants->node : Node()});
}

}  // namespace

Footprint footprint(const Hardware& hardware, const Given* amount, Figures& figures, Values& values) {
    std::vector<Footprint> modelled;
    for (const EmbodiedStage& stage : hardware.embodied) {
        if (stage.model) modelled.push_back(of_model(hardware, stage.model, figures, values));
    }
    Footprint total;
    for (std::size_t i = 0; i < impact_count; ++i) {
        std::vector<Step> terms;
        for (const EmbodiedStage& stage : hardware.embodied) {
            for (const EmbodiedStage::Component& component : stage.components) {
                if (!component.impact[i]) continue;
                if (const auto step = of_amount(*component.impact[i], i, amount, values))
                    terms.push_back(*step);
            }
        }
        for (const Footprint& model : modelled) {
            if (model[i]) terms.push_back(model[i]->value());
        }
        if (terms.empty()) continue;
        const Step sum = values.recorder().sum(terms);
        values.recorder().label(sum, fmt::format("embodied {} of {}", impacts()[i].name, hardware.id),
                                impacts()[i].dimension);
        total[i] = trusted<unit::Impact>(sum);
    }
    return total;
}

}  // namespace lca
