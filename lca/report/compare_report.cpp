#include "lca/report/compare_report.hpp"

#include "lca/report/scale.hpp"

namespace lca {
namespace {

/// With its sign, so that a difference reads as one.
std::string signed_text(const Scale& scale, std::optional<double> difference) {
    if (!difference) return "–";
    const std::string text = scale.text(*difference);
    return *difference > 0 ? "+" + text : text;
}

std::string ratio_text(std::optional<double> ratio) {
    return Scale{"", 1, 3}.text(ratio);
}

/// Names without the folders that all of them share.
std::vector<std::string> short_names(const std::vector<std::string>& names) {
    std::size_t common = names.front().rfind('/') + 1;
    for (const std::string& name : names) {
        std::size_t equal = 0;
        while (equal < common && equal < name.size() && name[equal] == names.front()[equal]) ++equal;
        common = equal == 0 ? 0 : names.front().rfind('/', equal - 1) + 1;
    }
    std::vector<std::string> result;
    for (const std::string& name : names) result.push_back(name.substr(common));
    return result;
}

Scale common_scale(const std::vector<Compared>& entries, std::size_t index) {
    std::vector<double> totals;
    for (const Compared& entry : entries) {
        if (entry.total) totals.push_back(*entry.total);
    }
    return scale_for(measure(index).dimension, totals);
}

Table table_of(const ComparedResults& compared, std::size_t index, bool& partial) {
    const std::vector<Compared> entries = compared_by(compared, index);
    const Scale scale = common_scale(entries, index);
    const std::vector<std::string> names = short_names(compared.names);
    Table table;
    table.columns.push_back({std::string(measure(index).name) + ", " + scale.unit, false, true});
    for (const std::string_view phase : Results::phases())
        table.columns.push_back({std::string(phase), true});
    for (const char* heading : {"total", "difference", "ratio"}) table.columns.push_back({heading, true});
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Compared& entry = entries[i];
        Table::Row row;
        row.cells.push_back(names[i] + (entry.partial ? " *" : ""));
        for (const std::optional<double>& phase : entry.by_phase) row.cells.push_back(scale.text(phase));
        row.cells.push_back(scale.text(entry.total));
        row.cells.push_back(i == 0 ? "" : signed_text(scale, entry.difference));
        row.cells.push_back(i == 0 ? "" : ratio_text(entry.ratio));
        row.rule_above = i == 0;
        if (i == 0) row.tone = Tone::strong;
        partial = partial || entry.partial;
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

std::vector<Compared> compared_by(const ComparedResults& compared, std::size_t measure) {
    std::vector<Variant> variants;
    for (std::size_t i = 0; i < compared.names.size(); ++i) {
        variants.push_back(
            {compared.names[i], compared.evaluations[i]->title, compared.evaluations[i]->reading});
    }
    return compare(variants, measure);
}

Page compare_page(const ComparedResults& compared) {
    Page page;
    page.title = compared.title;
    bool partial = false;
    page.table(table_of(compared, compared.measure, partial));
    if (compared.measure != energy_measure) page.table(table_of(compared, energy_measure, partial));
    if (partial) page.paragraph("* counts only what is assessed: `lca evaluate` lists the gaps", Tone::faint);
    List titles;
    for (std::size_t i = 0; i < compared.names.size(); ++i) {
        const Evaluation& evaluation = *compared.evaluations[i];
        const std::string& title = evaluation.variant.empty() ? evaluation.title : evaluation.variant_title;
        if (!title.empty() && title != compared.title)
            titles.items.push_back({compared.names[i] + ": " + title});
    }
    page.list("What they are", std::move(titles));
    page.paragraph("Differences and ratios are to " + compared.names.front() + "; – is not assessed.",
                   Tone::faint);
    return page;
}

Records compare_records(const ComparedResults& compared) {
    Records records;
    records.columns = {"variant", "quantity", "unit",       "embodied", "idle",
                       "dynamic", "total",    "difference", "ratio"};
    for (std::size_t m = 0; m < measure_count; ++m) {
        const std::vector<Compared> entries = compared_by(compared, m);
        const double unit = measure(m).unit_in_base;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Compared& entry = entries[i];
            if (!entry.total) continue;
            records.rows.push_back(
                {compared.names[i], std::string(measure(m).name), std::string(measure(m).unit),
                 Records::number(entry.by_phase[0], unit), Records::number(entry.by_phase[1], unit),
                 Records::number(entry.by_phase[2], unit), Records::number(entry.total, unit),
                 Records::number(entry.difference, unit), Records::number(entry.ratio)});
        }
    }
    return records;
}

Report compare_report(const ComparedResults& compared) {
    return {[&compared] { return compare_page(compared); }, [&compared] { return compare_records(compared); },
            [&compared] { return compare_json(compared); }};
}

}  // namespace lca
