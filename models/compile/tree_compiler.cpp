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

Scenario TreeCompiler::scenario_of(const ChangedTree& tree, Diagnostics& found) {
    load_data_files(*tree.tree, sources_, found);
    Scenario scenario = read_scenario(*tree.tree, sources_, found);
    if (tree.figures) {
        scenario.replaced = KeyedValues(tree.figures->root(), sources_, found);
        scenario.replaced_tree = tree.figures;
    }
    return scenario;
}

TreeCompiler::Baseline TreeCompiler::baseline(ChangedTree tree, Diagnostics& found) {
    if (!tree.tree || !tree.tree->root() || !tree.tree->root().is_map()) return {};
    check(*tree.tree, scenario_type(), found);
    Baseline made{tree.tree, nullptr};
    made.scenario = std::make_unique<Scenario>(scenario_of(tree, found));
    return made;
}

/// All of it where a change may be one of a what-if or of what is expected.
std::unique_ptr<Document> TreeCompiler::copy_for(const std::shared_ptr<Document>& original,
                                                 std::string_view what_if,
                                                 const std::vector<ParsedEdit>& changes) {
    const bool of_study = std::any_of(changes.begin(), changes.end(), [](const ParsedEdit& change) {
        const std::string_view section = std::string_view(change.path).substr(0, change.path.find('.'));
        return section == "what_if" || section == "expect" || section == "counterfactual";
    });
    if (of_study) return original->clone();
    if (copied_ != original) {
        variant_trees_.emplace(*original);
        copied_ = original;
    }
    return variant_trees_->of(what_if);
}

ChangedTree TreeCompiler::changed(const std::shared_ptr<Document>& original, std::string_view what_if,
                                  const std::vector<ParsedEdit>& changes, Diagnostics& found) {
    ChangedTree made{copy_for(original, what_if, changes)};
    if (!what_if.empty() && check_what_if(*original, what_if, found))
        apply_changes(made, what_if_edits(*made.tree, what_if), catalog_, found);
    std::vector<TreeEdit> parts;
    for (const ParsedEdit& change : changes)
        parts.push_back({change.path, change.value->root(), change.place});
    apply_changes(made, std::move(parts), catalog_, found);
    return made;
}

/// The scenario that a file of its own describes; nothing after a fault.
TreeCompiler::Baseline TreeCompiler::other_file(Node name, Diagnostics& found) {
    const std::string path = path_beside(name, sources_, found);
    if (path.empty()) return {};
    const std::size_t width = std::max<std::size_t>(1, characters(name.text()));
    try {
        const std::string& named_by = sources_[name.place().file].name;
        return baseline({load_named_scenario(path, named_by, sources_, found)}, found);
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

std::unique_ptr<Model> TreeCompiler::compile_tree(const ChangedTree& tree, const Variant& variant,
                                                  Diagnostics& found) {
    auto model = std::make_unique<Model>();
    model->name = sources_.size() > 0 ? sources_[tree.tree->root().place().file].name : std::string();
    model->variant = std::string(variant.what_if);
    model->document = tree.tree;
    model->scenario = scenario_of(tree, found);
    Baseline base, anyway;
    const std::optional<Counterfactual>& counterfactual = model->scenario.counterfactual;
    const bool in_file = counterfactual && !counterfactual->is_file;
    const bool is_counterfactual = in_file && counterfactual->name.text == variant.what_if;
    if (model->scenario.rebound && (variant.differs || in_file))
        base = baseline(changed(variant.original, {}, variant.changes, found), found);
    if (counterfactual && counterfactual->is_file)
        anyway = other_file(counterfactual->name.location.node(), found);
    if (in_file && !is_counterfactual) {
        anyway =
            baseline(changed(variant.original, counterfactual->name.text, variant.changes, found), found);
    }
    const Baselines baselines{variant.differs ? base.scenario.get() : nullptr, anyway.scenario.get(),
                              in_file ? base.scenario.get() : nullptr, variant.partial};
    static_cast<Assessment&>(*model) = lca::compile(model->scenario, catalog_, sources_, found, baselines);
    if (found.errors() <= model->scenario.study_errors) check_expectations(*model, found);
    return model;
}

/// Adds what was found in a variant to the faults of the file, with the place of the what-if; what the file
/// has anyway is said once.
void TreeCompiler::take_over(const Diagnostics& found, Node what_if, Severity least) {
    const auto identity = [](const Fault& fault) {
        return std::tuple(fault.place.file, fault.place.line, fault.place.column, fault.message);
    };
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string>> known;
    for (const Fault& fault : diagnostics_.sorted()) known.insert(identity(fault));
    for (Fault& fault : found.sorted()) {
        const bool anyway = known.contains(identity(fault));
        if (anyway || (what_if && fault.severity == Severity::note)) continue;
        if (least == Severity::error && fault.severity != Severity::error) continue;
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
        std::unique_ptr<Model> model = compile_tree({document}, {document, none}, diagnostics_);
        if (!what_if.empty()) check_what_if(*document, what_if, diagnostics_);
        return diagnostics_.has_errors() ? nullptr : std::move(model);
    }
    Diagnostics& found = found_.emplace_back();
    const Node what_ifs = document->root().find("what_if");
    const Node variant = what_ifs && what_ifs.is_map() ? what_ifs.written(what_if) : Node();
    const std::vector<ParsedEdit> read = parse_edits(changes, sources_, found);
    const ChangedTree tree = changed(document, what_if, read, found);
    return compile_changed(tree, variant, {document, read, what_if, !what_if.empty()}, found);
}

void TreeCompiler::check_variant(const std::shared_ptr<Document>& document, std::string_view what_if) {
    Diagnostics& found = found_.emplace_back();
    const std::vector<ParsedEdit> none;
    const ChangedTree tree = changed(document, what_if, none, found);
    if (!found.has_errors()) {
        check(*tree.tree, scenario_type(), found);
        compile_tree(tree, {document, none, what_if, true}, found);
    }
    take_over(found, document->root().find("what_if").written(what_if), Severity::error);
}

std::unique_ptr<Model> TreeCompiler::compile_edited(const std::shared_ptr<Document>& document,
                                                    const std::vector<TreeEdit>& parts,
                                                    const std::vector<Edit>& changes, bool partial) {
    if (!document || !document->root() || !document->root().is_map() ||
        diagnostics_.errors() > errors_within(found_))
        return nullptr;
    ChangedTree tree{document->clone()};
    Diagnostics& found = found_.emplace_back();
    apply_changes(tree, parts, catalog_, found);
    const std::vector<ParsedEdit> read = parse_edits(changes, sources_, found);
    std::vector<TreeEdit> more;
    for (const ParsedEdit& change : read) more.push_back({change.path, change.value->root(), change.place});
    apply_changes(tree, std::move(more), catalog_, found);
    return compile_changed(tree, {}, {document, read, {}, true, partial}, found);
}

std::unique_ptr<Model> TreeCompiler::compile_changed(const ChangedTree& tree, Node what_if,
                                                     const Variant& variant, Diagnostics& found) {
    std::unique_ptr<Model> model;
    if (!found.has_errors()) {
        check(*tree.tree, scenario_type(), found);
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
