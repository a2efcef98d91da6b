// Names that would hide results or each other, and parameters that nothing uses.

#include <fmt/core.h>

#include <algorithm>
#include <unordered_set>

#include "models/scenario/place_in_text.hpp"
#include "models/scenario/reader.hpp"

namespace lca {
namespace {

constexpr std::string_view reserved[] = {"total", "embodied",    "idle",   "dynamic",
                                         "stage", "unallocated", "outputs"};

bool is_reserved(std::string_view name) {
    return std::find(std::begin(reserved), std::end(reserved), name) != std::end(reserved);
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
             .message = fmt::format("`{}` names an activity and a parameter", activity.key()),
             .expected = "another name for one of them",
             .related = {{parameter.key_place(), "the parameter stands here"}},
             .width = characters(activity.key())});
    }
}

/// Ids of hardware may hold `-`, `/` and dots are for paths.
void check_hardware_ids(Reader& reader) {
    const Node hardware = reader.scenario.hardware;
    if (!hardware || !hardware.is_map()) return;
    for (const Node entry : hardware.children()) {
        const std::string_view id = entry.key();
        const auto allowed = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                   c == '-' || c == '/';
        };
        const bool letter = !id.empty() && ((id[0] >= 'a' && id[0] <= 'z') || (id[0] >= 'A' && id[0] <= 'Z'));
        if (letter && std::all_of(id.begin(), id.end(), allowed)) continue;
        reader.error_at_key(entry, fmt::format("`{}` is no id", shown(id)),
                            "letters, digits, `_`, `-` and `/`, a letter first");
    }
}

/// Every name in expressions and paths of the tree below a node. The tree is at most as deep as the loader
/// allows.
void collect_names(Node node, std::unordered_set<std::string_view>& used) {
    if (node.is_text()) {
        const std::string_view text = node.text();
        std::size_t start = 0;
        const auto part_of_name = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        };
        if (!text.starts_with('=') && !text.starts_with("parameters.")) return;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            if (i < text.size() && part_of_name(text[i])) continue;
            if (i > start) used.insert(text.substr(start, i - start));
            start = i + 1;
        }
        return;
    }
    for (const Node child : node.children()) {
        if (child.key().starts_with("parameters."))
            used.insert(child.key().substr(std::string_view("parameters.").size()));
        collect_names(child, used);
    }
}

void note_unused_parameters(Reader& reader) {
    if (reader.scenario.parameters.empty()) return;
    std::unordered_set<std::string_view> used;
    collect_names(reader.root, used);
    const Node parameters = reader.root.find("parameters");
    for (const Node parameter : parameters.children()) {
        if (parameter.faulty() || used.contains(parameter.key())) continue;
        reader.diagnostics.add({.place = parameter.key_place(),
                                .message = fmt::format("nothing uses the parameter `{}`", parameter.key()),
                                .width = characters(parameter.key()),
                                .severity = Severity::note});
    }
}

}  // namespace

void check_names(Reader& reader) {
    check_reserved(reader, "parameters", "a parameter");
    check_reserved(reader, "activities", "an activity");
    check_shared_names(reader);
    check_hardware_ids(reader);
    note_unused_parameters(reader);
}

}  // namespace lca
