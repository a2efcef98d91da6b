// Checks names that would be confused with names of results, or with each other.

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "models/results/point_result.hpp"
#include "models/scenario/reader.hpp"
#include "models/values/place_in_text.hpp"

namespace lca::scenario {
namespace {

bool is_reserved(std::string_view name) {
    return std::find(std::begin(reserved_names), std::end(reserved_names), name) != std::end(reserved_names);
}

void check_reserved(Reader& reader, std::string_view section, std::string_view kind) {
    const Node map = reader.root.find(section);
    if (!map || !map.is_map()) return;
    for (const Node entry : map.children()) {
        if (!is_reserved(entry.key())) continue;
        reader.error_at_key(entry,
                            fmt::format("`{}` cannot name {}: it is the name of a result", entry.key(), kind),
                            "another name");
    }
}

void check_shared_names(Reader& reader) {
    const Node parameters = reader.root.find("parameters"), activities = reader.root.find("activities");
    if (!parameters || !activities || !parameters.is_map() || !activities.is_map()) return;
    for (const Node parameter : parameters.children()) {
        const Node activity = activities.written(parameter.key());
        if (!activity) continue;
        reader.diagnostics.add(
            {.place = activity.key_place(),
             .message = fmt::format("`{}` is used for both an activity and a parameter", activity.key()),
             .expected = "another name for the activity or the parameter",
             .related = {{parameter.key_place(), "the parameter is here"}},
             .width = characters(activity.key())});
    }
}

/// Ids of hardware may contain `-` and `/`, but not dots, which separate the steps of paths.
void check_hardware_ids(Reader& reader) {
    const Node hardware = reader.scenario.hardware.node();
    if (!hardware || !hardware.is_map()) return;
    for (const Node entry : hardware.children()) {
        const std::string_view id = entry.key();
        const auto allowed = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                   c == '-' || c == '/';
        };
        const bool letter = !id.empty() && ((id[0] >= 'a' && id[0] <= 'z') || (id[0] >= 'A' && id[0] <= 'Z'));
        if (letter && std::all_of(id.begin(), id.end(), allowed)) continue;
        reader.error_at_key(entry, fmt::format("`{}` is not a valid id", shown(id)),
                            "letters, digits, `_`, `-` and `/`, a letter first");
    }
}

}  // namespace

void check_names(Reader& reader) {
    check_reserved(reader, "parameters", "a parameter");
    check_reserved(reader, "activities", "an activity");
    check_shared_names(reader);
    check_hardware_ids(reader);
}

}  // namespace lca::scenario
