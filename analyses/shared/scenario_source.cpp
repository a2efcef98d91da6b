#include "analyses/shared/scenario_source.hpp"

#include "lca/base/text.hpp"

namespace lca {

void refuse_edit_of(const ScenarioSource& source, std::string_view path, std::string_view option) {
    const auto within = [](std::string_view inner, std::string_view outer) {
        return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '.');
    };
    for (const Edit& edit : source.edits) {
        if (!within(edit.path, path) && !within(path, edit.path)) continue;
        const std::string what =
            edit.path == path ? "the same value" : "values of which one is part of the other";
        throw InputError("--set " + in_quotes(edit.path) + " and " + std::string(option) + " " +
                         in_quotes(path) + " give " + what + ": one of them would not count");
    }
}

std::shared_ptr<Document> load(Session& session, const ScenarioSource& source) {
    if (source.made) return nullptr;
    return source.text ? session.load_text(source.path, *source.text) : session.load(source.path);
}

std::unique_ptr<Model> compile(Session& session, const ScenarioSource& source) {
    if (source.made) return session.compile_scenario(*source.made, source.path);
    const std::shared_ptr<Document> document = load(session, source);
    return document ? compile(session, document, source) : nullptr;
}

std::unique_ptr<Model> compile(Session& session, const std::shared_ptr<Document>& document,
                               const ScenarioSource& source) {
    std::unique_ptr<Model> model = session.compile(document, source.what_if, source.edits);
    // With edits, other what-ifs are not checked: the edits are meant for the chosen one.
    if (source.edits.empty()) session.check_what_ifs(document, source.what_if);
    return session.failed() ? nullptr : std::move(model);
}

std::string_view to_string(Sampling sampling) {
    return sampling == Sampling::sobol ? "sobol" : "plain";
}

}  // namespace lca
