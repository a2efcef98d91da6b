#include "analyses/shared/evaluation.hpp"

namespace lca {

Evaluation described(Session& session, const ScenarioSource& source, std::shared_ptr<const Model> model,
                     std::size_t measure) {
    Evaluation result;
    result.title = std::string(model->scenario.title);
    result.file = model->name;
    result.variant = model->variant;
    for (const WhatIf& what_if : model->scenario.what_ifs) {
        if (what_if.id == model->variant) result.variant_title = std::string(what_if.title);
    }
    result.note = std::string(model->scenario.note);
    result.source = model->scenario.source;
    for (const Edit& edit : source.edits) result.changes.emplace_back(edit.path, edit.value);
    result.result = std::make_shared<const PointResult>(*model);
    result.model = std::move(model);
    result.sources = &session.sources();
    result.provenance = provenance(session);
    for (Fault& fault : session.diagnostics().sorted()) {
        if (fault.severity == Severity::warning) result.warnings.push_back(std::move(fault));
    }
    result.measure = measure;
    return result;
}

}  // namespace lca
