#include "analyses/shared/scenario_source.hpp"

namespace lca {

std::shared_ptr<Document> load(Session& session, const ScenarioSource& source) {
    if (source.made) return nullptr;
    return source.text ? session.load_text(source.path, *source.text) : session.load(source.path);
}

std::unique_ptr<Model> compile(Session& session, const ScenarioSource& source) {
    if (source.made) return session.compile_scenario(*source.made, source.path);
    const std::shared_ptr<Document> document = load(session, source);
    return document ? session.compile(document, source.what_if, source.edits) : nullptr;
}

}  // namespace lca
