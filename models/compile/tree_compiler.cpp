#include "models/compile/tree_compiler.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "lca/base/text.hpp"
#include "lca/document/schema.hpp"
#include "models/compile/compile.hpp"
#include "models/edit/extends.hpp"
#include "models/language/schema.hpp"
#include "models/results/expectation_checks.hpp"
#include "models/scenario/name_values.hpp"
#include "models/values/data_files.hpp"

namespace lca {
namespace {

/// What is expected of a variant must be there in it; a what-if may change which names there are.
void check_expectations(const Model& model, Diagnostics& found) {
    std::vector<Expectation> own;
    for (const Expectation& expected : model.scenario.expectations) {
        if (expected.what_if == model.variant) own.push_back(expected);
    }
    if (!own.empty()) check_names(own, PointResult(model), found);
}

std::size_t errors_within(const std::deque<Diagnostics>& variants) {
    std::size_t errors = 0;
    for (const Diagnostics& one : variants) errors += one.errors();
    return errors;
}

}  // namespace

TreeCompiler::Baseline TreeCompiler::baseline(std::shared_ptr<Document> tree, Diagnostics& found) {
    if (!tree || !tree->root() || !tree->root().is_map()) return {};
    check(*tree, scenario_type(), found);
    load_data_files(*tree, sources_, found);
    Baseline made{std::move(tree), nullptr};
    made.scenario = std::make_unique<Scenario>(read_scenario(*made.document, sources_, found));
    return made;
}

std::shared_ptr<Document> TreeCompiler::changed(const Document& original, std::string_view what_if,
                                                const std::vector<ParsedEdit>& changes, Diagnostics& found) {
    std::shared_ptr<Document> tree = original.clone();
    if (!what_if.empty()) apply_what_if(*tree, what_if, found);
    apply_edits(*tree, changes, found);
    return tree;
}

/// The scenario that a file of its own describes; nothing after a fault.
TreeCompiler::Baseline TreeCompiler::other_file(Node name, Diagnostics& found) {
    const std::string path = path_beside(name, sources_, found);
    if (path.empty()) return {};
    const std::size_t width = std::max<std::size_t>(1, characters(name.text()));
    try {
        return baseline(load_scenario(path, sources_, found), found);
    } catch (const FileError& error) {
        found.add({.place = name.place(),
                   .message = fmt::format("cannot read `{}`: {}", shown(path), reason_of(error)),
                   .expected = "another scenario, relative to this file, or the id of a what-if",
                   .width = width});
    } catch (const InputError& error) {
        found.add({.place = name.place(), .message = error.what(), .width = width});
    }
    return {};
}

std::unique_ptr<Model> TreeCompiler::compile_tree(std::shared_ptr<Document> tree, const Variant& variant,
                                                  Diagnostics& found) {
    auto model = std::make_unique<Model>();
    model->name = sources_.size() > 0 ? sources_[tree->root().place().file].name : std::string();
    model->variant = std::string(variant.what_if);
    model->document = std::move(tree);
    load_data_files(*model->document, sources_, found);
    model->scenario = read_scenario(*model->document, sources_, found);
    Baseline base, anyway;
    const std::optional<Counterfactual>& counterfactual = model->scenario.counterfactual;
    const bool in_file = counterfactual && !counterfactual->is_file;
    const bool is_counterfactual = in_file && counterfactual->name.text == variant.what_if;
    if (model->scenario.rebound && (variant.differs || in_file))
        base = baseline(changed(*variant.original, {}, variant.changes, found), found);
    if (counterfactual && counterfactual->is_file)
        anyway = other_file(counterfactual->name.location.node(), found);
    if (in_file && !is_counterfactual) {
        anyway =
            baseline(changed(*variant.original, counterfactual->name.text, variant.changes, found), found);
    }
    const Baselines baselines{variant.differs ? base.scenario.get() : nullptr, anyway.scenario.get(),
                              in_file ? base.scenario.get() : nullptr, variant.partial};
    static_cast<Assessment&>(*model) = lca::compile(model->scenario, catalog_, sources_, found, baselines);
    if (found.errors() <= model->scenario.study_errors) check_expectations(*model, found);
    return model;
}

/// Adds what was found in a variant to the faults of the file, with the place of the what-if; what the file
/// has anyway is said once.
void TreeCompiler::take_over(const Diagnostics& found, Node what_if) {
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

std::unique_ptr<Model> TreeCompiler::compile(std::shared_ptr<Document> document, std::string_view what_if,
                                             const std::vector<Edit>& changes) {
    if (!document || !document->root() || !document->root().is_map()) return nullptr;
    const bool as_it_stands = what_if.empty() && changes.empty();
    // A faulty file is shown its own faults first; those of one variant do not hide another's.
    if (as_it_stands || diagnostics_.errors() > errors_within(found_)) {
        const std::vector<ParsedEdit> none;
        std::unique_ptr<Model> model = compile_tree(document, {document, none}, diagnostics_);
        if (!what_if.empty()) check_what_if(*document, what_if, diagnostics_);
        return diagnostics_.has_errors() ? nullptr : std::move(model);
    }
    Diagnostics& found = found_.emplace_back();
    const Node what_ifs = document->root().find("what_if");
    const Node variant = what_ifs && what_ifs.is_map() ? what_ifs.written(what_if) : Node();
    const std::vector<ParsedEdit> read = parse_edits(changes, sources_, found);
    const std::shared_ptr<Document> tree = changed(*document, what_if, read, found);
    return compile_changed(tree, variant, {document, read, what_if, !what_if.empty()}, found);
}

std::unique_ptr<Model> TreeCompiler::compile_edited(const std::shared_ptr<Document>& document,
                                                    const std::vector<TreeEdit>& parts,
                                                    const std::vector<Edit>& changes, bool partial) {
    if (!document || !document->root() || !document->root().is_map() ||
        diagnostics_.errors() > errors_within(found_))
        return nullptr;
    const std::shared_ptr<Document> tree = document->clone();
    Diagnostics& found = found_.emplace_back();
    apply_tree_edits(*tree, parts, found);
    const std::vector<ParsedEdit> read = parse_edits(changes, sources_, found);
    apply_edits(*tree, read, found);
    return compile_changed(tree, {}, {document, read, {}, true, partial}, found);
}

std::unique_ptr<Model> TreeCompiler::compile_changed(const std::shared_ptr<Document>& tree, Node what_if,
                                                     const Variant& variant, Diagnostics& found) {
    std::unique_ptr<Model> model;
    if (!found.has_errors()) {
        check(*tree, scenario_type(), found);
        model = compile_tree(tree, variant, found);
    } else {  // the variant cannot be made: what the file itself has is said in the same run
        compile(variant.original);
    }
    take_over(found, what_if);
    return diagnostics_.has_errors() ? nullptr : std::move(model);
}

std::unique_ptr<Model> TreeCompiler::compile_scenario(Scenario scenario, std::string name) {
    auto model = std::make_unique<Model>();
    model->name = std::move(name);
    model->scenario = std::move(scenario);
    name_values(model->scenario, sources_, diagnostics_);
    if (diagnostics_.has_errors()) return nullptr;
    static_cast<Assessment&>(*model) = lca::compile(model->scenario, catalog_, sources_, diagnostics_, {});
    return diagnostics_.has_errors() ? nullptr : std::move(model);
}

}  // namespace lca
