#include "cli/hardware_page.hpp"

#include <algorithm>

#include "lca/page/scale.hpp"
#include "models/results/results.hpp"

namespace lca::cli {
namespace {

/// What siblings are compared by, where any of them has it.
struct Compared {
    std::string_view path, heading;
};
constexpr Compared compared[] = {{"power.max", "max"},  {"power.idle", "idle"}, {"peak.bf16", "bf16"},
                                 {"peak.fp16", "fp16"}, {"memory", "memory"},   {"storage", "storage"},
                                 {"vcpus", "vCPU"},     {"cores", "cores"},     {"die.area", "die"}};
constexpr std::size_t max_columns = 4;  // as many as fit between an id and what is embodied

std::string_view value_at(const ShownEntry& entry, std::string_view path) {
    for (const ShownFigure& figure : entry.figures) {
        if (figure.path == path) return figure.value;
    }
    return {};
}

/// "989.4 TFLOP/s" as "989.4 TF".
std::string short_value(std::string_view value) {
    constexpr std::string_view rate = "TFLOP/s";
    std::string text(value.empty() ? "–" : value);
    if (value.ends_with(rate)) text.replace(text.size() - rate.size(), rate.size(), "TF");
    return text;
}

/// The climate change of all parts of one: "164 kg", "≥ 5.67 t" where a part is not assessed; what is bought
/// by amount as it is written.
std::string embodied_text(const ShownEntry& entry, const std::vector<EmbodiedPart>& parts) {
    constexpr std::size_t suffix = std::string_view("CO2e").size();
    if (parts.empty()) return short_value(value_at(entry, "embodied"));
    double sum = 0;
    std::size_t known = 0;
    for (const EmbodiedPart& part : parts) {
        if (!part.impact[index_of::climate]) continue;
        sum += *part.impact[index_of::climate];
        ++known;
    }
    if (known == 0) return "–";
    std::string text = with_unit(sum, measure(index_of::climate).dimension, 3);
    text.erase(text.size() - suffix);
    return known < parts.size() ? "≥ " + text : text;
}

std::vector<Compared> columns_of(const ShownEntry& own, const HardwareView& view) {
    std::vector<Compared> chosen;
    for (const Compared& one : compared) {
        const bool twice = one.path == "peak.fp16" &&
                           std::any_of(chosen.begin(), chosen.end(),
                                       [](const Compared& before) { return before.path == "peak.bf16"; });
        const bool any = !value_at(own, one.path).empty() ||
                         std::any_of(view.siblings.begin(), view.siblings.end(), [&](const auto& sibling) {
                             return !value_at(sibling.entry, one.path).empty();
                         });
        if (any && !twice && chosen.size() < max_columns) chosen.push_back(one);
    }
    return chosen;
}

Table siblings_table(const ShownEntry& own, const HardwareView& view) {
    const std::vector<Compared> chosen = columns_of(own, view);
    Table table;
    table.columns = {{"beside its siblings", false, true}, {"year", true}};
    for (const Compared& one : chosen) table.columns.push_back({std::string(one.heading), true});
    table.columns.push_back({"CO2e in one", true});
    const auto add = [&](const ShownEntry& entry, const std::vector<EmbodiedPart>& parts, Tone tone) {
        Table::Row row;
        row.cells = {entry.entry.id, entry.entry.year == 0 ? "–" : std::to_string(entry.entry.year)};
        for (const Compared& one : chosen) row.cells.push_back(short_value(value_at(entry, one.path)));
        row.cells.push_back(embodied_text(entry, parts));
        row.tone = tone;
        row.rule_above = table.rows.empty();
        table.rows.push_back(std::move(row));
    };
    add(own, view.parts, Tone::strong);
    for (const auto& sibling : view.siblings) add(sibling.entry, sibling.parts, Tone::plain);
    return table;
}

Table parts_table(const std::vector<EmbodiedPart>& parts) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < impact_count; ++i) {
        const bool any = std::any_of(parts.begin(), parts.end(),
                                     [&](const EmbodiedPart& part) { return part.impact[i].has_value(); });
        if (any || i == index_of::climate) shown.push_back(i);
    }
    Table table;
    table.columns = {{"embodied in one", false, true}};
    for (const std::size_t i : shown) table.columns.push_back({std::string(measure(i).name), true});
    for (const EmbodiedPart& part : parts) {
        Table::Row row;
        row.cells = {part.name};
        for (const std::size_t i : shown) {
            row.cells.push_back(part.impact[i] ? with_unit(*part.impact[i], measure(i).dimension)
                                               : std::string("not assessed"));
        }
        row.rule_above = table.rows.empty();
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Stages that the figures tell apart, and those that nothing is said of.
std::string stages_text(const ShownEntry& entry) {
    std::string known, open;
    bool told_apart = false;
    for (const std::string_view stage : {"manufacturing", "transport", "end_of_life"}) {
        const std::string path = "embodied." + std::string(stage);
        const bool there =
            std::any_of(entry.figures.begin(), entry.figures.end(), [&](const ShownFigure& figure) {
                return figure.path == path || figure.path.starts_with(path + ".");
            });
        told_apart = told_apart || there;
        std::string& list = there ? known : open;
        std::string name(stage);
        std::replace(name.begin(), name.end(), '_', ' ');
        list += (list.empty() ? "" : ", ") + name;
    }
    if (!told_apart || open.empty()) return {};
    return "stages: " + known + "; not assessed: " + open;
}

void write_parts(JsonWriter& json, const std::vector<EmbodiedPart>& parts) {
    json.key("embodied_of_one").begin_array();
    for (const EmbodiedPart& part : parts) {
        json.begin_object().entry("name", part.name);
        for (std::size_t i = 0; i < impact_count; ++i) {
            if (part.impact[i]) json.entry(measure(i).json_key, *part.impact[i] / measure(i).unit_in_base);
        }
        json.entry_if("missing", part.missing).end_object();
    }
    json.end_array();
}

}  // namespace

void add_hardware_view(Page& page, const ShownEntry& entry, const HardwareView& view) {
    if (const std::string stages = stages_text(entry); !stages.empty()) page.paragraph(stages);
    if (!view.parts.empty()) page.table(parts_table(view.parts));
    if (!view.siblings.empty()) page.table(siblings_table(entry, view));
}

void write_hardware_view(JsonWriter& json, const HardwareView& view) {
    write_parts(json, view.parts);
    json.key("siblings").begin_array();
    for (const auto& [sibling, parts] : view.siblings) {
        json.begin_object().entry("id", sibling.entry.id);
        if (sibling.entry.year != 0) json.entry("year", static_cast<double>(sibling.entry.year));
        for (const Compared& one : compared) json.entry_if(one.path, value_at(sibling, one.path));
        write_parts(json, parts);
        json.end_object();
    }
    json.end_array();
}

}  // namespace lca::cli
