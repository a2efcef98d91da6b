#include "analyses/catalogue/hardware_page.hpp"

#include <algorithm>

#include "analyses/catalogue/view.hpp"
#include "lca/base/text.hpp"
#include "lca/page/scale.hpp"
#include "models/results/results.hpp"

namespace lca::catalogue {
namespace {

constexpr std::size_t max_columns = 4;  // columns of a table that fit between id and embodied figure

/// Shortens the unit: "989.4 TFLOP/s" to "989.4 TF".
std::string short_value(std::string_view value) {
    constexpr std::string_view rate = "TFLOP/s";
    std::string text(value.empty() ? "–" : value);
    if (value.ends_with(rate)) text.replace(text.size() - rate.size(), rate.size(), "TF");
    return text;
}

std::vector<ComparedFigure> columns_of(const ShownEntry& own, const HardwareDetails& details) {
    std::vector<ComparedFigure> chosen;
    for (const ComparedFigure& one : compared_figures()) {
        const bool twice = one.path == "peak.fp16" &&
                           std::any_of(chosen.begin(), chosen.end(), [](const ComparedFigure& before) {
                               return before.path == "peak.bf16";
                           });
        const bool any =
            !value_at(own, one.path).empty() ||
            std::any_of(details.siblings.begin(), details.siblings.end(),
                        [&](const auto& sibling) { return !value_at(sibling.entry, one.path).empty(); });
        if (any && !twice && chosen.size() < max_columns) chosen.push_back(one);
    }
    return chosen;
}

/// "vendor", or "–" where the method of a figure is not known.
std::string short_basis(const ShownEntry& entry, const std::vector<EmbodiedComponent>& parts) {
    const EmbodiedBasis basis = basis_of(entry);
    if (!basis.method.empty()) return basis.method;
    const bool sum = parts.size() > 1 || (parts.size() == 1 && parts.front().name != entry.entry.id);
    return sum ? "parts" : "–";
}

/// Which of the embodied figures in the table are of which basis, if they are unlike; else "".
std::string unlike_note(const ShownEntry& own, const HardwareDetails& details) {
    std::vector<std::pair<EmbodiedBasis, std::vector<std::string>>> groups;
    const auto add = [&](const ShownEntry& entry) {
        const EmbodiedBasis basis = basis_of(entry);
        if (basis.covers.empty() && basis.method.empty()) return;
        const auto at = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return group.first.covers == basis.covers && group.first.method == basis.method;
        });
        if (at == groups.end()) {
            groups.push_back({basis, {entry.entry.id}});
        } else {
            at->second.push_back(entry.entry.id);
        }
    };
    add(own);
    for (const auto& sibling : details.siblings) add(sibling.entry);
    std::string text;
    bool differ = false;
    for (const auto& [basis, ids] : groups) {
        differ = differ || unlike(basis, groups.front().first);
        text +=
            (text.empty() ? "" : "; ") + listed(ids) + (ids.size() > 1 ? " are " : " is ") + in_words(basis);
    }
    return differ ? "Embodied figures of unlike basis do not compare: " + text + "." : "";
}

Table siblings_table(const ShownEntry& own, const HardwareDetails& details) {
    const std::vector<ComparedFigure> chosen = columns_of(own, details);
    Table table;
    table.columns = {{"beside similar entries", false, true}, {"year", true}};
    for (const ComparedFigure& one : chosen) table.columns.push_back({std::string(one.heading), true});
    table.columns.push_back({"CO2e", true});
    table.columns.push_back({"basis"});
    const auto add = [&](const ShownEntry& entry, const std::vector<EmbodiedComponent>& parts, Tone tone) {
        Table::Row row;
        row.cells = {entry.entry.id, entry.entry.year == 0 ? "–" : std::to_string(entry.entry.year)};
        for (const ComparedFigure& one : chosen) row.cells.push_back(short_value(value_at(entry, one.path)));
        row.cells.push_back(embodied_text(entry, parts));
        row.cells.push_back(short_basis(entry, parts));
        row.tone = tone;
        row.rule_above = table.rows.empty();
        table.rows.push_back(std::move(row));
    };
    add(own, details.parts, Tone::strong);
    for (const auto& sibling : details.siblings) add(sibling.entry, sibling.parts, Tone::plain);
    return table;
}

Table parts_table(const std::vector<EmbodiedComponent>& parts) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < impact_count; ++i) {
        const bool any = std::any_of(parts.begin(), parts.end(), [&](const EmbodiedComponent& part) {
            return part.impact[i].has_value();
        });
        if (any || i == index_of::climate) shown.push_back(i);
    }
    Table table;
    table.columns = {{"embodied in one", false, true}};
    for (const std::size_t i : shown) table.columns.push_back({std::string(measure(i).name), true});
    for (const EmbodiedComponent& part : parts) {
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

/// The life-cycle stages that the embodied figures are given for, and those that are not assessed; "" if they
/// are not given by stage, or all are assessed.
std::string stages_text(const ShownEntry& entry) {
    std::string known, open;
    bool distinguished = false;
    for (const std::string_view stage : {"manufacturing", "transport", "end_of_life"}) {
        const std::string path = "embodied." + std::string(stage);
        const bool there =
            std::any_of(entry.figures.begin(), entry.figures.end(), [&](const ShownFigure& figure) {
                return figure.path == path || figure.path.starts_with(path + ".");
            });
        distinguished = distinguished || there;
        std::string& list = there ? known : open;
        list += (list.empty() ? "" : ", ") + in_words(stage);
    }
    if (!distinguished || open.empty()) return {};
    return "stages: " + known + "; not assessed: " + open;
}

}  // namespace

std::string embodied_text(const ShownEntry& entry, const std::vector<EmbodiedComponent>& parts) {
    constexpr std::size_t suffix = std::string_view("CO2e").size();
    if (parts.empty()) return short_value(value_at(entry, "embodied"));
    double sum = 0;
    std::size_t known = 0;
    for (const EmbodiedComponent& part : parts) {
        if (!part.impact[index_of::climate]) continue;
        sum += *part.impact[index_of::climate];
        ++known;
    }
    if (known == 0) return "–";
    std::string text = with_unit(sum, measure(index_of::climate).dimension, 3);
    text.erase(text.size() - suffix);
    return known < parts.size() ? "≥ " + text : text;
}

void add_details(Page& page, const ShownEntry& entry, const HardwareDetails& details) {
    if (const std::string stages = stages_text(entry); !stages.empty()) page.paragraph(stages);
    if (!details.parts.empty()) page.table(parts_table(details.parts));
    if (details.siblings.empty()) return;
    page.table(siblings_table(entry, details));
    if (const std::string note = unlike_note(entry, details); !note.empty()) page.paragraph(note);
}

}  // namespace lca::catalogue
