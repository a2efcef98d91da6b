// Reads the three phases: each is one figure, or several named entries with one figure each.

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "lca/base/text.hpp"
#include "models/results/measure.hpp"
#include "models/scenario/read_bound.hpp"
#include "models/scenario/reader.hpp"
#include "models/series/read_load_shape.hpp"
#include "models/values/place_in_text.hpp"

namespace lca::scenario {
namespace {

constexpr std::string_view embodied_figures[] = {"allocation", "value", "rate"};
constexpr std::string_view idle_figures[] = {"energy",       "per_request",  "power", "node_power",
                                             "device_power", "system_power", "share", "power_log"};
constexpr std::string_view idle_keys[] = {"energy",     "per_request",  "power",
                                          "node_power", "device_power", "system_power",
                                          "share",      "power_log",    "duration"};
constexpr std::string_view dynamic_figures[] = {"energy", "device_power", "node_power", "system_power",
                                                "power",  "per_request",  "per_token",  "power_log"};
constexpr std::string_view dynamic_keys[] = {"energy", "device_power", "node_power", "system_power",
                                             "power",  "per_request",  "per_token",  "power_log",
                                             "load",   "host_power"};
constexpr std::string_view all_keys[] = {
    "allocation",   "value", "rate",     "energy",      "per_request", "power", "node_power", "device_power",
    "system_power", "share", "duration", "per_token",   "power_log",   "load",  "host_power", "includes",
    "title",        "note",  "source",   "uncertainty", "status",      "model"};
constexpr std::string_view of_idle =
    "one of energy, per_request, system_power, node_power, device_power, power, share and power_log";
constexpr std::string_view of_dynamic =
    "one of energy, device_power, node_power, system_power, power, per_request, per_token and power_log";

std::span<const std::string_view> keys_of(PhaseKind kind) {
    switch (kind) {
        case PhaseKind::embodied:
            return embodied_figures;
        case PhaseKind::idle:
            return idle_keys;
        case PhaseKind::dynamic:
            return dynamic_keys;
    }
    return {};
}

/// Whether a key of a phase only describes it, and states no amount.
bool is_remark(std::string_view key) {
    return key == "title" || key == "note" || key == "source" || key == "includes" || key == "uncertainty" ||
           key == "status";
}

bool contains(std::span<const std::string_view> keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void read_includes(SectionReader& reader, PhaseKind kind, Node includes, Line& line) {
    if (!includes || includes.faulty()) return;
    line.includes_stated = true;
    if (includes.is_text()) return;  // the text `none`
    if (includes.size() == 0)
        reader.error(includes.place(), fmt::format("`{}` is empty", includes.path()),
                     "`[pue]`, `[idle]`, `[host]`, several of them, or `none`");
    for (const Node content : includes.children()) {
        if (content.faulty()) continue;
        if (content.text() == "pue") line.includes_pue = true;
        if (content.text() == "pue") continue;
        if (kind == PhaseKind::idle) {
            reader.error_at(content, fmt::format("an idle figure cannot include {}", content.text()),
                            fmt::format("`[pue]`; `includes: [{}]` belongs to `dynamic`", content.text()));
        } else {
            (content.text() == "host" ? line.includes_host : line.includes_idle) = true;
        }
    }
}

/// Applies the activity's `includes` to an entry: `pue` to entries of `dynamic` and `idle`, `idle` and `host`
/// to those of `dynamic`.
void read_activity_includes(SectionReader& reader, PhaseKind kind, Node includes, Line& line) {
    if (kind == PhaseKind::dynamic) return read_includes(reader, kind, includes, line);
    if (!includes || includes.faulty()) return;
    line.includes_stated = true;
    if (includes.is_text()) return;
    for (const Node content : includes.children()) {
        if (!content.faulty() && content.text() == "pue") line.includes_pue = true;
    }
}

/// Whether an entry states `includes: none`: the `includes` of its phase and activity do not apply to it.
bool says_none(const Line& line) {
    return line.includes_stated && !line.includes_idle && !line.includes_pue && !line.includes_host;
}

/// Applies the `includes` of the phase to one of its entries.
void read_inherited_includes(SectionReader& reader, PhaseKind kind, Node includes, Line& line) {
    if (!says_none(line)) read_includes(reader, kind, includes, line);
}

void read_embodied(SectionReader& reader, Node node, Line& line) {
    if (!node.written("value") && !node.written("rate")) return;
    // `uncertainty` and `status` next to `value` make the map a long form.
    const Node value = node.written("uncertainty") || node.written("status") ? node : node.find("value");
    if (node.find("value")) line.value = reader.values.read_impacts<unit::Impact>(value);
    line.rate = reader.values.read_impacts_one_of(node.find("rate"), bound::rates, Bounds::not_negative);
}

void read_idle(SectionReader& reader, Node node, Line& line) {
    read_bound<Line>(reader.values, node, bound::idle, line);
    read_measured(reader, node.find("power_log"), PhaseKind::idle, line);
    const bool by_power = node.written("power") || node.written("node_power") ||
                          node.written("device_power") || node.written("system_power");
    if (const Node duration = node.written("duration"); duration && !by_power) {
        reader.error_at_key(duration, "`duration` is allowed only together with a power",
                            "system_power, node_power or device_power beside it");
    }
}

/// Reports a host power stated next to the power of a node or system, which includes it.
void check_host(SectionReader& reader, Node node, Node host) {
    for (const std::string_view whole : {"node_power", "system_power"}) {
        const Node written = node.written(whole);
        if (written && host)
            reader.conflict(written, host, fmt::format("`{}` only: it already includes the host", whole));
    }
}

void read_dynamic(SectionReader& reader, Node node, Line& line) {
    if (node.find("model")) {
        line.model = node;
        return;
    }
    const Node load = node.written("load");
    const bool shaped = load && load.is_map() && (load.written("daily") || load.written("series"));
    const std::span keys(bound::dynamic);
    read_bound<Line>(reader.values, node, shaped ? keys.first(keys.size() - 1) : keys, line);
    if (shaped && !load.faulty())
        line.load_shape = read_load_shape(load, static_cast<bool>(node.written("energy")), reader.values);
    read_measured(reader, node.find("power_log"), PhaseKind::dynamic, line);
    for (const std::string_view figure : dynamic_figures) {
        if (load && node.written(figure) && !(shaped && figure == "energy"))
            reader.conflict(load, node.written(figure),
                            "either `load`, which scales the catalogue's maximum power, or the figure");
    }
    check_host(reader, node, node.written("host_power"));
}

/// Reports an entry of `embodied` or `idle` that states no amount.
void need_a_figure(SectionReader& reader, PhaseKind kind, Node node) {
    std::span<const std::string_view> figures = idle_figures;
    if (kind == PhaseKind::dynamic) return;  // without a figure, `dynamic` uses the catalogue's power
    if (kind == PhaseKind::embodied) figures = embodied_figures;
    for (const std::string_view key : figures) {
        if (node.written(key)) return;
    }
    if (kind == PhaseKind::embodied && node.parent().key() == "embodied") {
        reader.error(node.place(), fmt::format("`{}` gives no value", node.path()), "value or rate");
    } else if (kind == PhaseKind::idle) {
        reader.error(node.place(), fmt::format("`{}` gives no value", node.path()),
                     fmt::format("{}; or `none`, or `not_assessed`", of_idle));
    }
}

void check_alternatives(SectionReader& reader, PhaseKind kind, Node node) {
    if (kind == PhaseKind::embodied) {
        reader.exclusive(node, embodied_figures, "one of allocation, value and rate");
    } else if (kind == PhaseKind::idle) {
        reader.exclusive(node, idle_figures, of_idle);
    } else {
        reader.exclusive(node, dynamic_figures, of_dynamic);
    }
}

Allocation allocation_of(Node node) {
    if (!node) return Allocation::used_time;
    if (node.text() == "calendar") return Allocation::calendar;
    if (node.text() == "sci") return Allocation::sci;
    if (node.text() == "full") return Allocation::full;
    if (node.text() == "none") return Allocation::none;
    return Allocation::used_time;
}

void check_line_name(SectionReader& reader, Node line) {
    const std::string_view name = line.key();
    if (measure_of_suffix(name)) {
        reader.error_at_key(
            line, fmt::format("`{}` is reserved (a suffix of result names) and cannot name an entry", name),
            "another name");
    } else if (contains(all_keys, name)) {
        reader.error_at_key(
            line, fmt::format("`{}` is reserved (a key of the language) and cannot name an entry", name),
            "another name");
    }
}

/// An entry that is only a text: `none` (zero) or `not_assessed`.
Line line_without_figure(Node text) {
    Line line;
    line.name = text.key();
    line.location = text;
    line.state = text.text() == "none" ? LineState::none : LineState::not_assessed;
    return line;
}

/// Whether an entry of a phase is `host` in `dynamic`, which may be stated next to a figure.
bool is_host(PhaseKind kind, Node child) {
    return kind == PhaseKind::dynamic && child.key() == "host";
}

/// Whether `dynamic` is one figure (or uses the catalogue's power), with at most `host` next to it.
bool has_own_figure(Node phase) {
    Node host;
    for (const Node child : phase.children()) {
        if (contains(dynamic_keys, child.key())) return true;
        if (is_host(PhaseKind::dynamic, child))
            host = child;
        else if (!is_remark(child.key()))
            return false;
    }
    return host && host.is_text();  // if only the host has a figure, that of the accelerators is missing
}

/// Reads `dynamic` as one figure and a host, such as `dynamic: {load: 90 %, host: none}`.
void read_figure_with_host(SectionReader& reader, Node node, Node includes, Phase& phase) {
    const Node host = node.written("host");
    phase.lines.push_back(read_line(reader, PhaseKind::dynamic, "", node));
    if (const Node power = node.written("host_power"))
        reader.conflict(power, host, "either `host_power` or `host`");
    check_host(reader, node, host.is_map() ? host : Node());
    if (host.faulty()) return;
    phase.lines.push_back(host.is_map() ? read_line(reader, PhaseKind::dynamic, "host", host)
                                        : line_without_figure(host));
    read_inherited_includes(reader, PhaseKind::dynamic, includes, phase.lines.back());
}

/// Reads the named entries of a phase that has no figure of its own.
void read_named_lines(SectionReader& reader, PhaseKind kind, Node node, Phase& phase) {
    std::size_t entries = 0;
    for (const Node child : node.children()) entries += is_remark(child.key()) ? 0 : 1;
    const bool is_only_entry = entries == 1;
    for (const Node child : node.children()) {
        if (is_remark(child.key()) || contains(keys_of(kind), child.key())) continue;
        check_line_name(reader, child);
        if (child.faulty()) continue;
        if (child.is_text()) phase.lines.push_back(line_without_figure(child));
        if (!child.is_map()) continue;
        if (const Node allocation = child.written("allocation")) {
            reader.error_at_key(allocation, "`allocation` is not allowed in an entry of `embodied`",
                                "value or rate; `allocation` belongs to `embodied` itself");
        }
        phase.lines.push_back(read_line(reader, kind, child.key(), child));
        if (phase.lines.back().share && !is_only_entry)
            reader.error_at_key(child.find("share"), "`share` must be the only entry of `idle`",
                                "`idle: {share: 25 %}`");
    }
}

/// Reports a phase that has both a figure of its own and named entries: only one of the two could count.
bool mixes_lines_and_figures(SectionReader& reader, PhaseKind kind, Node node) {
    Node figure, line;
    for (const Node child : node.children()) {
        if (is_remark(child.key()) || child.faulty() || is_host(kind, child)) continue;
        Node& kept = contains(keys_of(kind), child.key()) ? figure : line;
        if (!kept) kept = child;
    }
    if (!figure || !line) return false;
    reader.diagnostics.add(
        {.place = line.key_place(),
         .message = fmt::format("`{}` has both the figure `{}` and the named figure `{}`", node.path(),
                                figure.key(), line.key()),
         .expected = "one figure, or several named ones: `{fans: {power: 2 kW}, disks: {power: 1 kW}}`",
         .related = {{figure.key_place(), fmt::format("`{}` is here", figure.key())}},
         .width = std::max<std::size_t>(1, characters(line.key()))});
    return true;
}

/// Reports a host power next to a figure that includes the host, or such a figure from a load.
void check_included_host(SectionReader& reader, const Phase& phase) {
    const auto includes = [](const Line& line) { return line.includes_host; };
    if (std::none_of(phase.lines.begin(), phase.lines.end(), includes)) return;
    for (const Line& line : phase.lines) {
        const bool by_load =
            line.state == LineState::stated && line.location.node().find("load") && !line.energy && !line.log;
        if (line.name != "host" && !line.host_power && !by_load) continue;
        reader.error(
            line.location.place(),
            by_load ? "a load of the catalogue's maximum power does not include the host"
                    : "the host is counted twice: a figure beside it already includes it",
            "`includes: [host]` beside a measured figure of whole machines, without a host of its own");
        return;
    }
}

}  // namespace

Line read_line(SectionReader& reader, PhaseKind kind, std::string_view name, Node node) {
    Line line;
    line.name = name;
    line.location = node;
    check_alternatives(reader, kind, node);
    need_a_figure(reader, kind, node);
    if (kind == PhaseKind::embodied) read_embodied(reader, node, line);
    if (kind == PhaseKind::idle) read_idle(reader, node, line);
    if (kind == PhaseKind::dynamic) read_dynamic(reader, node, line);
    if (kind != PhaseKind::embodied) read_includes(reader, kind, node.find("includes"), line);
    return line;
}

Phase read_phase(SectionReader& reader, PhaseKind kind, Node node, Node includes) {
    Phase phase;
    if (!node) return phase;
    phase.location = node;
    phase.state = Phase::State::stated;
    if (node.is_text()) {
        phase.state = node.text() == "none" ? Phase::State::none : Phase::State::not_assessed;
        return phase;
    }
    const bool by_model = kind == PhaseKind::dynamic && node.written("model");
    if (!by_model && mixes_lines_and_figures(reader, kind, node)) return phase;
    if (kind == PhaseKind::embodied) {
        phase.allocation = allocation_of(node.find("allocation"));
        phase.allocation_stated = static_cast<bool>(node.find("allocation"));
    }
    if (kind == PhaseKind::dynamic && node.written("host") && has_own_figure(node)) {
        read_figure_with_host(reader, node, node.find("includes"), phase);
    } else if (!by_model) {
        read_named_lines(reader, kind, node, phase);
    }
    if (phase.lines.empty()) {
        const bool stated = kind != PhaseKind::embodied || node.written("value") || node.written("rate");
        if (stated) phase.lines.push_back(read_line(reader, kind, "", node));
    } else if (!phase.lines.front().name.empty()) {
        for (Line& line : phase.lines) read_inherited_includes(reader, kind, node.find("includes"), line);
    }
    for (Line& line : phase.lines) {
        if (!says_none(line)) read_activity_includes(reader, kind, includes, line);
    }
    if (kind == PhaseKind::dynamic) check_included_host(reader, phase);
    return phase;
}

}  // namespace lca::scenario
