// Reads activities: what was done, how much of it, and its three phases.

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "lca/base/zoned_time.hpp"
#include "models/language/schema_types.hpp"
#include "models/scenario/read_bound.hpp"
#include "models/scenario/reader.hpp"
#include "models/values/place_in_text.hpp"

namespace lca {

std::span<const std::string_view> stages() {
    return types::language_stages;
}

std::uint8_t stage_number(std::string_view name) {
    const auto found = std::find(stages().begin(), stages().end(), name);
    return found == stages().end() ? std::uint8_t{0} : static_cast<std::uint8_t>(found - stages().begin());
}

namespace scenario {
namespace {

std::optional<std::size_t> system_of(Reader& reader, Node node) {
    if (!node) return std::nullopt;
    const auto found = reader.systems.find(node.text());
    if (found != reader.systems.end()) return found->second;
    const Node systems = reader.root.find("systems");
    const bool faulty = systems && systems.is_map() && systems.written(node.text());
    if (!faulty) unknown_reference(reader, node, "a system", "systems", reader.systems);
    return std::nullopt;
}

void needs(SectionReader& reader, Node node, std::string_view key, std::string_view other,
           std::string_view example) {
    const Node here = node.written(key);
    if (!here || node.written(other)) return;
    reader.error_at_key(here, fmt::format("`{}` needs `{}`", here.path(), other), std::string(example));
}

/// Reports amounts of which one too many is stated, and keys that need another key.
void check_amounts(SectionReader& reader, Node node) {
    constexpr std::string_view ways[] = {"device_time", "node_time", "work"};
    reader.exclusive(node, ways, "one of device_time, node_time, and work with efficiency");
    constexpr std::string_view service[] = {"requests", "request_rate"};
    reader.exclusive(node, service, "`requests`, or `request_rate` and `duration`");
    const Node devices = node.written("devices"), duration = node.written("duration");
    for (const std::string_view way : ways) {
        if (const Node time = node.written(way); time && devices && duration) {
            reader.diagnostics.add(
                {.place = time.key_place(),
                 .message = fmt::format("`{}` gives the amount twice: `devices` × `duration`, and `{}`",
                                        node.path(), way),
                 .expected = fmt::format("two of `devices`, `duration` and `{}`", way),
                 .related = {{devices.key_place(), "`devices` is here"},
                             {duration.key_place(), "`duration` is here"}},
                 .width = characters(way)});
        }
    }
    const bool timed =
        duration || node.written("device_time") || node.written("node_time") || node.written("work");
    if (devices && !timed) needs(reader, node, "devices", "duration", "`duration: 118 d`");
    needs(reader, node, "work", "efficiency", "`efficiency: 40 %`");
    needs(reader, node, "efficiency", "work", "`work: 3.14e23 FLOP`");
    needs(reader, node, "precision", "work", "`work: 3.14e23 FLOP`");
    needs(reader, node, "request_rate", "duration", "`duration: 18 d`");
}

bool draws_electricity(const Phase& phase) {
    return phase.state == Phase::State::stated;
}

/// Reports an activity that uses electricity without naming a system or a site, one that names both, and
/// `idle` stated by both an activity and its system.
void check_place(Reader& reader, Node node, const Activity& activity, const ActivityEntry& entry) {
    const Node system = node.written("system"), site = node.written("site");
    if (system && site) {
        reader.conflict(system, site,
                        "`system`, whose site then applies, or `site` if no system is modelled");
    } else if (!system && !site) {
        const bool direct =
            activity.embodied.state != Phase::State::stated || !activity.embodied.lines.empty();
        if (draws_electricity(activity.dynamic) || draws_electricity(activity.idle) || !direct) {
            reader.error_at_key(node, fmt::format("`{}` names neither a system nor a site", node.path()),
                                "`system` with an id of `systems`, or `site` with an id of `sites`");
        }
    }
    if (!entry.system || activity.idle.state == Phase::State::absent) return;
    const System& used = reader.scenario.systems[*entry.system];
    if (used.idle.state != Phase::State::stated) return;
    const Node idle = node.written("idle");
    reader.diagnostics.add(
        {.place = idle.key_place(),
         .message = fmt::format("`{}` states idle, and so does its system `{}`", node.path(), used.id),
         .expected = "`idle` either at the system (its activities then share it) or at the activities",
         .related = {{used.location.node().written("idle").key_place(), "the system's `idle` is here"}},
         .width = characters("idle")});
}

void check_start(SectionReader& reader, Node start) {
    const std::string_view wrong = fault_of_time(start.text());
    if (wrong.empty()) return;
    reader.error_at(start, fmt::format("`{}` is {}: {}", start.path(), as_written(start), wrong),
                    "ISO 8601 with its zone, such as `2022-03-11T10:00:00Z` or `2022-03-11T12:00+02:00`");
}

void read_amounts(SectionReader& reader, Node node, Activity& activity) {
    read_bound<Activity>(reader.values, node, bound::activity, activity);
    if (const Node precision = node.find("precision")) activity.precision = precision;
    if (const Node start = node.find("start")) {
        check_start(reader, start);
        activity.start = start;
    }
}

}  // namespace

Activity read_activity(SectionReader& reader, Node node) {
    Activity activity;
    activity.id = node.key();
    activity.location = node;
    if (const Node title = node.find("title")) activity.title = title.text();
    if (const Node stage = node.find("stage")) activity.stage = stage_number(stage.text());
    if (const Node include = node.find("include")) activity.included = include.text() != "false";
    read_amounts(reader, node, activity);
    const Node includes = node.find("includes"), dynamic = node.written("dynamic");
    if (includes && !dynamic) {
        reader.error_at_key(
            includes,
            fmt::format("`{}` gives what a figure includes, but there is no `dynamic`", node.path()),
            "`dynamic: {energy: …}` beside it");
    }
    activity.embodied = read_phase(reader, PhaseKind::embodied, node.find("embodied"));
    activity.idle = read_phase(reader, PhaseKind::idle, node.find("idle"), includes);
    activity.dynamic = read_phase(reader, PhaseKind::dynamic, node.find("dynamic"), includes);
    check_amounts(reader, node);
    return activity;
}

void read_activities(Reader& reader) {
    const Node activities = reader.root.find("activities");
    if (!activities) return;
    if (activities.size() == 0) {
        reader.error(activities.place(), "`activities` is empty",
                     "at least one activity, or no `activities` at all");
    }
    reader.scenario.unread.reserve(activities.size());
    for (const Node node : activities.children()) {
        if (node.faulty()) continue;
        const auto system = system_of(reader, node.find("system"));
        const ActivityEntry entry{node.document(), node.index(), system, site_of(reader, node.find("site"))};
        check_place(reader, node, read_activity(reader, node), entry);
        reader.scenario.unread.push_back(entry);
    }
}

}  // namespace scenario
}  // namespace lca
