// The points of a sweep as a table for people.
#include <algorithm>

#include "analyses/sweep/writers.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/number.hpp"

namespace lca::sweep_detail {

PageRows::PageRows(const PreparedSweep& sweep)
    : sweep_(sweep), values_(sweep.plan().results.size()), partial_(sweep.plan().results.size()) {
    if (sweep.plan().points > max_table_rows)
        throw InputError("a table of " + readable(static_cast<double>(sweep.plan().points), 12) +
                         " points: at most " + readable(max_table_rows, 6) +
                         " are shown as a table; use --format csv or --format jsonl");
}

bool PageRows::rows(const SweepRows& rows) {
    for (std::size_t i = 0; i < rows.count; ++i) {
        Table::Row& row = table_.rows.emplace_back();
        for (std::size_t k = 0; k < rows.choices.size(); ++k)
            row.cells.push_back(sweep_.plan().axes[k].cell(rows.choices[k][i]));
        for (std::size_t j = 0; j < values_.size(); ++j) {
            values_[j].push_back(rows.assessed[j] ? std::optional(rows.results[j][i]) : std::nullopt);
            partial_[j].push_back(rows.assessed[j] && !rows.gaps[j].empty());
        }
    }
    for (const std::vector<std::string>& gaps : rows.gaps) gaps_.insert(gaps.begin(), gaps.end());
    for (std::size_t j = 0; j < values_.size(); ++j) {
        if (!rows.assessed[j])
            reasons_.insert(sweep_.plan().results[j].name + " is not assessed: " + rows.reasons[j] + ".");
    }
    for (const std::string& unlike : rows.unlike) {
        if (!unlike.empty()) unlike_.insert(unlike);
    }
    return true;
}

void PageRows::add_result(std::size_t result) {
    std::vector<double> known;
    for (const std::optional<double>& value : values_[result]) {
        if (value) known.push_back(*value);
    }
    const SweepResult& requested = sweep_.plan().results[result];
    const Scale scale = scale_for(requested.dimension, known);
    table_.columns.push_back({with_unit_name(requested.name, scale.unit), true, true});
    const std::vector<bool>& partial = partial_[result];
    const bool marked = std::find(partial.begin(), partial.end(), true) != partial.end();
    for (std::size_t i = 0; i < partial.size(); ++i) {
        const std::string mark = !marked ? "" : partial[i] ? " *" : "  ";
        table_.rows[i].cells.push_back(scale.text(values_[result][i]) + mark);
    }
}

Page PageRows::page() {
    const std::vector<std::string> headings = axis_headings(sweep_.plan());
    for (std::size_t k = 0; k < headings.size(); ++k)
        table_.columns.push_back({headings[k], sweep_.plan().axes[k].has_unit(), true});
    for (std::size_t j = 0; j < values_.size(); ++j) add_result(j);
    Page page;
    page.title = sweep_.title();
    page.table(std::move(table_));
    if (!gaps_.empty()) page.paragraph(what_is_missing(), Tone::faint);
    for (const std::string& reason : reasons_) page.paragraph(reason, Tone::warning);
    if (!unlike_.empty()) page.paragraph(what_does_not_compare(), Tone::warning);
    if (std::string note = sweep_.note(); !note.empty()) page.paragraph(std::move(note), Tone::faint);
    return page;
}

std::string PageRows::what_does_not_compare() const {
    std::string text =
        "Not all rows are comparable, as some leave out what others count: " + *unlike_.begin();
    if (unlike_.size() > 1) text += ", and more like it";
    return text + ". The column `gaps` of --format csv lists them.";
}

std::string PageRows::what_is_missing() const {
    constexpr std::size_t max_named = 6;
    std::string text = "* counts only what is assessed; not assessed in some rows:";
    std::size_t named = 0;
    for (const std::string& gap : gaps_) {
        if (named == max_named) break;
        text += (named++ == 0 ? " " : ", ") + gap;
    }
    if (gaps_.size() > named) text += " and " + std::to_string(gaps_.size() - named) + " more";
    return text;
}

}  // namespace lca::sweep_detail
