#include "models/compile/tree_compiler.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "lca/base/text.hpp"
#include "lca/document/schema.hpp"
#include "models/compile/compile.hpp"
#include "models/compile/result_name_prefixes.hpp"
#include "models/edit/extends.hpp"
#include "models/language/schema.hpp"
#include "models/results/expectation_checks.hpp"
#include "models/scenario/name_values.hpp"
#include "models/values/data_files.hpp"

namespace lca::compile_detail {
namespace {

/// The key of the section of the file that contains a place.
std::string_view section_of(Node root, Place place) {
    const auto position = [](Place at) { return std::tuple(at.line, at.column); };
    Node section;
    for (const Node one : root.children()) {
        const Place at = one.key_place();
        if (at.file != place.file || position(at) > position(place)) continue;
        if (!section || position(at) > position(section.key_place())) section = one;
    }
    return section ? section.key() : std::string_view();
}

/// The number of errors in sections on which no result depends.
std::size_t study_errors(const Document& document, const Diagnostics& found) {
    constexpr std::string_view study[] = {"what_if",      "expect",         "sweep",
                                          "correlations", "counterfactual", "rebound"};
    std::size_t count = 0;
    for (const Fault& fault : found.sorted()) {
        const std::string_view section = section_of(document.root(), fault.place);
        const bool counts = std::find(std::begin(study), std::end(study), section) != std::end(study);
        if (fault.severity == Severity::error && counts) ++count;
    }
    return count;
}

std::vector<Expectation> expected_of(const Model& model) {
    std::vector<Expectation> own;
    for (const Expectation& expected : model.scenario.expectations) {
        if (expected.what_if == model.variant) own.push_back(expected);
    }
    return own;
}

/// Whether an expectation names an output that has an error and so no result; the error has been reported.
bool names_faulty_output(const Expectation& expected, const Model& model) {
    const std::vector<StatedOutput>& stated = model.scenario.outputs;
    return std::any_of(stated.begin(), stated.end(), [&](const StatedOutput& output) {
        return expected.of == fmt::format("{}{}", output_prefix, output.id) &&
               !find_name(model.results, expected.of);
    });
}

/// Checks that the names in a variant's expectations exist; which names there are may depend on the what-if.
void check_expectations(const Model& model, Diagnostics& found) {
    std::vector<Expectation> own = expected_of(model);
    std::erase_if(own, [&](const Expectation& one) { return names_faulty_output(one, model); });
    if (!own.empty()) check_names(own, PointResult(model), found);
}

}  // namespace

Scenario TreeCompiler::scenario_of(const ChangedTree& tree, Diagnostics& found) {
    load_data_files(*tree.tree, sources_, found);
    Scenario scenario = read_scenario(*tree.tree, sources_, found);
    scenario.in_common = in_common_;
    if (!found.has_errors()) set_log_digests(sources_);
    if (tree.figures) {
        scenario.replaced = tree.figures->root();
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

/// A copy of the tree for a variant; of the whole document only if a change is in a what-if or expectation.
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

/// Reads the scenario in another file; empty after an error.
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
    const std::size_t known = found.has_errors() ? study_errors(*tree.tree, found) : 0;
    model->scenario = scenario_of(tree, found);
    model->scenario.study_errors += known;
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
    if (auto made = compile_detail::compile(model->scenario, catalog_, sources_, found, baselines)) {
        static_cast<Assessment&>(*model) = std::move(*made);
        check_expectations(*model, found);
    } else {
        check_result_names(model->scenario, expected_of(*model), sources_, found);
    }
    return model;
}

TreeCompiler::FaultIdentity TreeCompiler::identity(const Fault& fault, bool by_place) {
    return {fault.place.file, fault.place.line, fault.place.column,
            by_place && fault.place.known() ? std::string() : fault.message};
}

void TreeCompiler::note_own_faults() {
    if (std::exchange(noted_, true)) return;
    for (const Fault& fault : diagnostics_.sorted()) {
        if (faults_of_variants_.contains(identity(fault, false))) continue;
        own_faults_.insert(identity(fault, false));
        // In a variant, the message about the same mistake may have other numbers: only the place counts.
        if (fault.severity == Severity::error) own_faults_.insert(identity(fault, true));
    }
}

/// Adds faults found in a variant to those of the file, together with the place of the what-if; omits those
/// that the file itself has, too.
void TreeCompiler::take_over(const Diagnostics& found, Node what_if, Severity min_severity) {
    note_own_faults();
    for (Fault& fault : found.sorted()) {
        const bool is_error = fault.severity == Severity::error;
        if ((what_if && fault.severity == Severity::note) || (min_severity == Severity::error && !is_error))
            continue;
        const bool anyway = own_faults_.contains(identity(fault, false)) ||
                            (is_error && fault.place.known() && own_faults_.contains(identity(fault, true)));
        if (anyway || !faults_of_variants_.insert(identity(fault, false)).second) continue;
        if (is_error) ++errors_of_variants_;
        if (what_if && is_error)
            fault.related.push_back({what_if.key_place(), fmt::format("in the variant `{}`", what_if.key())});
        diagnostics_.add(std::move(fault));
    }
}

std::unique_ptr<Model> TreeCompiler::compile(std::shared_ptr<Document> document, std::string_view what_if,
                                             const std::vector<Edit>& changes) {
    if (!document || !document->root() || !document->root().is_map()) return nullptr;
    if (what_if.empty() && changes.empty()) {
        looked_through_ = document;
        noted_ = false;
        const std::vector<ParsedEdit> none;
        std::unique_ptr<Model> model = compile_tree({document}, {document, none}, diagnostics_);
        return diagnostics_.has_errors() ? nullptr : std::move(model);
    }
    if (own_errors() > 0) look_through(document);
    Diagnostics& found = found_.emplace_back();
    const Node what_ifs = document->root().find("what_if");
    const Node variant = what_ifs && what_ifs.is_map() ? what_ifs.written(what_if) : Node();
    const std::vector<ParsedEdit> read = edits_.parse(changes, found);
    const ChangedTree tree = changed(document, what_if, read, found);
    return compile_changed(tree, variant, {document, read, what_if, !what_if.empty()}, found);
}

void TreeCompiler::look_through(const std::shared_ptr<Document>& document) {
    if (looked_through_ != document) compile(document);
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
    if (!document || !document->root() || !document->root().is_map()) return nullptr;
    ChangedTree tree{document->clone()};
    Diagnostics& found = found_.emplace_back();
    apply_changes(tree, parts, catalog_, found);
    const std::vector<ParsedEdit> read = edits_.parse(changes, found);
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
    } else {  // the variant cannot be made: at least the errors of the file itself are reported
        look_through(variant.original);
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
    if (auto made = compile_detail::compile(model->scenario, catalog_, sources_, diagnostics_, {}))
        static_cast<Assessment&>(*model) = std::move(*made);
    return diagnostics_.has_errors() ? nullptr : std::move(model);
}

}  // namespace lca::compile_detail
