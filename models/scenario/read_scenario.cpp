// Reads a checked tree into a Scenario, one section after another.

#include <fmt/core.h>

#include <set>

#include "lca/base/number.hpp"
#include "models/scenario/bound_keys.hpp"
#include "models/scenario/dependencies.hpp"
#include "models/scenario/reader.hpp"
#include "models/values/place_in_text.hpp"
#include "models/values/source_text.hpp"

namespace lca {
namespace scenario {
namespace {

constexpr double language_version = 1;

void check_version(Reader& reader) {
    const Node version = reader.root.find("lca");
    if (!version || !version.is_text()) return;
    const Parsed<double> parsed = parse_number(version.text());
    const double* number = std::get_if<double>(&parsed);
    if (number && *number == language_version) return;
    const std::string hint = number && *number > language_version
                                 ? "the file may be written for a newer version of this program"
                                 : std::string();
    reader.error_at(version, fmt::format("unknown language version {}", as_written(version)), "`lca: 1`",
                    hint);
}

void read_heading(Reader& reader) {
    const Node root = reader.root;
    Scenario& scenario = reader.scenario;
    if (const Node title = root.find("title"); title && title.is_text()) scenario.title = title.text();
    if (const Node note = root.find("note"); note && note.is_text()) scenario.note = note.text();
    scenario.source = source_text(root.find("source"));
    scenario.mixed_basis_accepted = static_cast<bool>(root.find("mixed_basis"));
    if (const Node hardware = root.find("hardware")) scenario.hardware = hardware;
    const Node unit = root.find("functional_unit");
    if (!unit) return;
    scenario.functional_amount =
        reader.values.read_number_of(unit.find("amount"), bound::functional_amount, Bounds::positive);
    if (const Node name = unit.find("name"); name && name.is_text()) scenario.functional_unit = name.text();
}

}  // namespace

void read_parameters(Reader& reader) {
    const Node parameters = reader.root.find("parameters");
    if (!parameters) return;
    for (const Node node : parameters.children()) {
        const AnyValue value = node.faulty() ? AnyValue() : reader.values.read_any(node);
        reader.scenario.parameters.push_back({std::string(node.key()), value});
    }
    reader.scenario.parameter_order =
        order_by_dependency(reader.scenario.parameters, "", reader.sources, reader.diagnostics);
}

void read_outputs(Reader& reader) {
    const Node outputs = reader.root.find("outputs");
    if (!outputs) return;
    for (const Node node : outputs.children()) {
        const AnyValue value = node.faulty() ? AnyValue() : reader.values.read_any(node, Bounds::any);
        const Node title = node.is_map() ? node.find("title") : Node();
        reader.scenario.outputs.push_back(
            {std::string(node.key()), std::string(title ? title.text() : ""), value});
    }
    reader.scenario.output_order =
        order_by_dependency(reader.scenario.outputs, "outputs.", reader.sources, reader.diagnostics);
}

/// Reports a path in `set` that is inside another one: the result would depend on the order of the two.
void check_paths(Reader& reader, Node changes) {
    if (!changes || !changes.is_map()) return;
    std::set<std::string_view> paths;
    for (const Node value : changes.children()) paths.insert(value.key());
    for (const Node value : changes.children()) {
        const std::string_view path = value.key();
        for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
            const std::string_view outer = path.substr(0, dot);
            if (!paths.contains(outer)) continue;
            reader.error_at_key(value, fmt::format("`{}` lies inside `{}`, which is set, too", path, outer),
                                fmt::format("only `{}`, with all its new contents", outer));
            break;
        }
    }
}

void read_what_ifs(Reader& reader) {
    const Node what_ifs = reader.root.find("what_if");
    if (!what_ifs) return;
    for (const Node node : what_ifs.children()) {
        if (node.faulty()) continue;
        WhatIf what_if{.id = std::string(node.key()), .title = {}, .location = node};
        if (const Node title = node.find("title"); title && title.is_text()) what_if.title = title.text();
        if (!node.written("set") && !node.written("remove")) {
            reader.error_at_key(node, fmt::format("`{}` changes nothing", node.path()),
                                "`set: {path: value}`, or `remove: [path]`");
        }
        check_paths(reader, node.find("set"));
        reader.scenario.what_ifs.push_back(what_if);
    }
}

namespace {

/// Reads all sections, each after those that it refers to.
void read_sections(Reader& reader) {
    check_version(reader);
    read_heading(reader);
    read_boundary(reader);
    read_parameters(reader);
    read_sites(reader);
    read_systems(reader);
    read_activities(reader);
    read_outputs(reader);
    check_names(reader);
    const std::size_t before = reader.diagnostics.errors();
    read_what_ifs(reader);
    read_expectations(reader);
    read_correlations(reader);
    read_sweep(reader);
    read_rebound(reader);
    read_counterfactual(reader);
    reader.scenario.study_errors = reader.diagnostics.errors() - before;
}

}  // namespace
}  // namespace scenario

Scenario read_scenario(Document& document, const Sources& sources, Diagnostics& diagnostics) {
    Scenario scenario;
    scenario.document = &document;
    const Node root = document.root();
    if (!root || !root.is_map()) return scenario;
    scenario::Reader reader{{diagnostics, {sources, diagnostics}}, sources, scenario, root};
    scenario::read_sections(reader);
    return scenario;
}

}  // namespace lca
