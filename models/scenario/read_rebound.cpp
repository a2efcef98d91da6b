// Reads `rebound` and `counterfactual`, and checks that the file has what they name.

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "models/scenario/activity_reader.hpp"
#include "models/scenario/reader.hpp"

namespace lca::scenario {
namespace {

/// An amount of an activity that may grow as demand, by its name, and the place where it is stated.
struct Demand {
    std::string_view name;
    Location text;  // converts to false if the activity does not state it
};

std::vector<Demand> demands(const Activity& activity) {
    const auto text = [](const AnyValue& value) { return value ? value->text : Location(); };
    const Location requests =
        activity.requests ? text(activity.requests) : text(activity.request_rate);  // × duration
    return {{"device_time", text(activity.device_time)},
            {"node_time", text(activity.node_time)},
            {"duration", text(activity.duration)},
            {"work", text(activity.work)},
            {"requests", requests},
            {"tokens", text(activity.tokens)}};
}

/// Where the amount with this name is stated: in a parameter, or in an activity.
Location demand_of(const Reader& reader, std::string_view name) {
    for (const Parameter& parameter : reader.scenario.parameters) {
        if (parameter.id == name) return parameter.value ? parameter.value->text : Location();
    }
    ActivityReader activities(reader.scenario, reader.sources);
    for (std::size_t i = 0; i < activities.size(); ++i) {
        const std::string_view id = activities.id_of(i);
        if (!name.starts_with(id)) continue;
        for (const Demand& one : demands(activities.read(i))) {
            if (name == fmt::format("{}.{}", id, one.name)) return one.text;
        }
    }
    return {};
}

/// Whether the file states an amount with this name that has an error, which is reported at its place.
bool is_faulty(const Reader& reader, std::string_view name) {
    const std::size_t dot = name.find('.');
    const bool of_activity = dot != std::string_view::npos;
    const Node section = reader.root.find(of_activity ? "activities" : "parameters");
    if (!section || !section.is_map()) return false;
    if (!of_activity) return static_cast<bool>(section.written(name));
    const Node activity = section.written(name.substr(0, dot));
    return activity && (!activity.is_map() || activity.written(name.substr(dot + 1)));
}

void unknown_demand(Reader& reader, Node name) {
    std::vector<std::string> known;
    ActivityReader activities(reader.scenario, reader.sources);
    for (std::size_t i = 0; i < activities.size(); ++i) {
        for (const Demand& one : demands(activities.read(i))) {
            if (one.text) known.push_back(fmt::format("{}.{}", activities.id_of(i), one.name));
        }
    }
    for (const Parameter& parameter : reader.scenario.parameters) known.emplace_back(parameter.id);
    reader.error_at(name, fmt::format("this file gives no `{}` that could grow", shown(name.text())),
                    known.empty() ? "a figure of an activity, such as `serving.requests`, or a parameter"
                                  : fmt::format("one of: {}", listed(first_few(known), "or")),
                    did_you_mean(name.text(), known));
}

}  // namespace

void read_rebound(Reader& reader) {
    const Node node = reader.root.find("rebound");
    if (!node || !node.is_map()) return;
    const Node demand = node.find("demand"), of = node.find("of");
    Rebound rebound{.of = of,
                    .elasticity = reader.values.read<unit::None>(node.find("elasticity")),
                    .demand_name = std::string(demand ? demand.text() : std::string_view()),
                    .demand = {}};
    if (demand && demand.is_text()) {
        rebound.demand = demand_of(reader, demand.text());
        if (!rebound.demand && !is_faulty(reader, demand.text())) unknown_demand(reader, demand);
    }
    if (of && of.is_text()) reader.scenario.rebound = rebound;
}

void read_counterfactual(Reader& reader) {
    const Node node = reader.root.find("counterfactual");
    if (!node || !node.is_text()) return;
    const bool is_file = node.text().find_first_of("./\\") != std::string_view::npos;
    std::unordered_map<std::string_view, std::size_t> known;
    for (const WhatIf& one : reader.scenario.what_ifs) known.emplace(one.id, known.size());
    if (!is_file && !known.contains(node.text())) {
        unknown_reference(reader, node, "a what-if", "what_if", known);
        return;
    }
    reader.scenario.counterfactual = Counterfactual{Reference(node), is_file};
}

}  // namespace lca::scenario
