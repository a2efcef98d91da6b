#include "models/session.hpp"

#include <fmt/core.h>

#include <set>
#include <tuple>

#include "lca/document/schema.hpp"
#include "lca/study/replicate.hpp"
#include "models/compile.hpp"
#include "models/scenario/data_files.hpp"
#include "models/scenario/extends.hpp"
#include "models/scenario/schema.hpp"

namespace lca {
namespace {

/// What is expected of a variant must be there in it; a what-if may change which names there are.
void check_expectations(const Model& model, Diagnostics& found) {
    std::vector<Expectation> own;
    for (const Expectation& expected : model.scenario.expectations) {
        if (expected.what_if == model.variant) own.push_back(expected);
    }
    if (!own.empty()) check_names(own, Reading(model.calculation), found);
}

}  // namespace

Session::Session(const EmbeddedCatalogue& built_in) : catalog_(&built_in, sources_, diagnostics_) {}

std::shared_ptr<Document> Session::checked(std::unique_ptr<Document> tree) {
    if (tree && tree->root()) check(*tree, scenario_type(), diagnostics_);
    return tree;
}

std::shared_ptr<Document> Session::load(const std::string& path) {
    return checked(load_scenario(path, sources_, diagnostics_));
}

std::shared_ptr<Document> Session::load_text(std::string name, std::string text) {
    return checked(load_scenario_text(std::move(name), std::move(text), sources_, diagnostics_));
}

std::unique_ptr<Model> Session::compile_tree(std::shared_ptr<Document> tree, std::string_view what_if,
                                             Diagnostics& found) {
    auto model = std::make_unique<Model>();
    model->name = sources_.size() > 0 ? sources_[tree->root().place().file].name : std::string();
    model->variant = std::string(what_if);
    model->document = std::move(tree);
    load_data_files(*model->document, sources_, found);
    model->scenario = read_scenario(*model->document, sources_, found);
    model->calculation = lca::compile(model->scenario, catalog_, sources_, found);
    if (!found.has_errors()) check_expectations(*model, found);
    return model;
}

/// Adds what was found in a variant to the faults of the file, with the place of the what-if; what the file
/// has anyway is said once.
void Session::take_over(const Diagnostics& found, Node what_if) {
    const auto identity = [](const Fault& fault) {
        return std::tuple(fault.place.file, fault.place.line, fault.place.column, fault.message);
    };
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string>> known;
    for (const Fault& fault : diagnostics_.sorted()) known.insert(identity(fault));
    for (Fault& fault : found.sorted()) {
        const bool anyway = known.contains(identity(fault));
        if (anyway || (what_if && fault.severity == Severity::note)) continue;
        if (what_if && fault.severity == Severity::error)
            fault.related.push_back({what_if.key_place(), fmt::format("in the variant `{}`", what_if.key())});
        diagnostics_.add(std::move(fault));
    }
}

std::unique_ptr<Model> Session::compile(std::shared_ptr<Document> document, std::string_view what_if,
                                        const std::vector<Change>& changes) {
    if (!document || !document->root() || !document->root().is_map()) return nullptr;
    const bool as_it_stands = what_if.empty() && changes.empty();
    if (as_it_stands || diagnostics_.has_errors()) {  // a faulty file is shown its own faults first
        std::unique_ptr<Model> model = compile_tree(std::move(document), {}, diagnostics_);
        return diagnostics_.has_errors() ? nullptr : std::move(model);
    }
    const std::shared_ptr<Document> tree = document->clone();
    Diagnostics& found = found_.emplace_back();
    const Node what_ifs = document->root().find("what_if");
    const Node variant = what_ifs && what_ifs.is_map() ? what_ifs.written(what_if) : Node();
    if (!what_if.empty()) apply_what_if(*tree, what_if, found);
    return compile_changed(tree, variant, what_if, changes, found);
}

std::unique_ptr<Model> Session::compile_parts(const std::shared_ptr<Document>& document,
                                              const std::vector<VariantPart>& parts,
                                              const std::vector<Change>& changes) {
    if (!document || !document->root() || !document->root().is_map() || diagnostics_.has_errors())
        return nullptr;
    const std::shared_ptr<Document> tree = document->clone();
    Diagnostics& found = found_.emplace_back();
    apply_parts(*tree, parts, found);
    return compile_changed(tree, {}, {}, changes, found);
}

std::unique_ptr<Model> Session::compile_changed(const std::shared_ptr<Document>& tree, Node variant,
                                                std::string_view what_if, const std::vector<Change>& changes,
                                                Diagnostics& found) {
    apply_changes(*tree, changes, sources_, found);
    std::unique_ptr<Model> model;
    if (!found.has_errors()) {
        check(*tree, scenario_type(), found);
        model = compile_tree(tree, what_if, found);
    }
    take_over(found, variant);
    return diagnostics_.has_errors() ? nullptr : std::move(model);
}

std::unique_ptr<Model> Session::compile_file(const std::string& path, std::string_view what_if,
                                             const std::vector<Change>& changes) {
    return compile(load(path), what_if, changes);
}

bool Session::validate(const std::shared_ptr<Document>& document, const std::vector<Change>& changes) {
    const std::unique_ptr<Model> base = compile(document, {}, changes);
    if (!base) return false;
    for (const WhatIf& what_if : base->scenario.what_ifs) compile(document, what_if.id, changes);
    return !diagnostics_.has_errors();
}

}  // namespace lca
