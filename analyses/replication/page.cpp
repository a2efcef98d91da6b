// The answer of `lca replicate` for people: counts for each study, with `--details` every figure, and in any
// case the figures that are off.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "analyses/replication/counts.hpp"
#include "analyses/replication/texts.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

using replication::computed_text, replication::deviation_text, replication::figure_name;
using replication::in_all, replication::in_one_folder, replication::by_study;
using replication::percent_off, replication::published_text, replication::StudyCount;

Table::Row row_of(const Check& check) {
    Table::Row row;
    row.cells = {figure_name(check.expected), published_text(check.expected),
                 computed_text(check),        check.expected.unit,
                 deviation_text(check),       std::string(to_string(check.verdict))};
    if (check.verdict == Verdict::off) row.tone = Tone::warning;
    return row;
}

Table empty_table() {
    Table table;
    table.columns = {{"figure", false, true}, {"published", true}, {"computed", true}, {"unit"},
                     {"deviation", true},     {"verdict"}};
    return table;
}

/// What does not fit into the table of figures: notes of the file, and why a result may differ.
List remarks(const ReplicatedStudy& study, bool details) {
    List list;
    for (const Check& check : study.checks) {
        const Expectation& expected = check.expected;
        List::Item item{figure_name(expected), {}};
        if (details && !expected.note.empty()) item.details.push_back(expected.note);
        if (expected.truncate) {
            item.details.push_back("printed truncated, not rounded" +
                                   (expected.because.empty() ? "" : ": " + expected.because));
        }
        if (check.verdict == Verdict::within && !expected.because.empty()) {
            item.details.push_back("within " + readable(100 * expected.tolerance.value_or(0), 3) +
                                   " %: " + expected.because);
        }
        if (!item.details.empty()) list.items.push_back(std::move(item));
    }
    return list;
}

/// Builds a table of figures; with details they are grouped by their place in the publication.
class FigureTable {
public:
    explicit FigureTable(bool details) : details_(details), table_(empty_table()) {}

    void add(const Check& check) {
        const bool first = table_.rows.empty();
        const bool moves = details_ && !check.expected.where.empty() && check.expected.where != where_;
        if (moves) table_.rows.push_back({{check.expected.where}, 0, Tone::strong, first});
        if (moves) where_ = check.expected.where;
        table_.rows.push_back(row_of(check));
        table_.rows.back().indent = where_.empty() ? 0 : 1;
        table_.rows.back().rule_above = first && !moves;
    }
    bool empty() const { return table_.rows.empty(); }
    Table take() && { return std::move(table_); }

private:
    bool details_;
    std::string where_;
    Table table_;
};

/// The fitted inputs on which figures of a study depend, each with the number of these figures.
List fitted_inputs(const ReplicatedStudy& study) {
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> resting;
    for (const Check& check : study.checks) {
        for (const auto& input : check.fitted) resting[input].push_back(figure_name(check.expected));
    }
    List list;
    for (const auto& [input, figures] : resting) {
        list.items.push_back({input.first, {}});
        if (!input.second.empty()) list.items.back().details.push_back(input.second);
        list.items.back().details.push_back("on it " + std::string(figures.size() == 1 ? "rests " : "rest ") +
                                            listed(figures));
    }
    return list;
}

void add_inconsistencies(Page& page, const ReplicatedStudy& study, bool details) {
    FigureTable table(details);
    List reasons;
    for (const Check& check : study.checks) {
        if (check.verdict != Verdict::inconsistent) continue;
        table.add(check);
        List::Item item{figure_name(check.expected), {check.expected.inconsistent}};
        if (check.agrees_now) {
            item.tone = Tone::warning;
            item.details.push_back("it agrees now: remove `inconsistent`");
        }
        reasons.items.push_back(std::move(item));
    }
    if (table.empty()) return;
    page.paragraph("Known inconsistencies of the publication, which do not count as failures:");
    page.table(std::move(table).take());
    page.paragraph("Why they do not follow:");
    page.list(std::move(reasons));
}

void add_study(Page& page, const ReplicatedStudy& study, bool details) {
    page.heading(study.title);
    page.paragraph(study.source.empty() ? study.file : study.file + ". " + study.source, Tone::faint);
    FigureTable table(details);
    for (const Check& check : study.checks) {
        if (check.verdict != Verdict::inconsistent) table.add(check);
    }
    if (!table.empty()) page.table(std::move(table).take());
    List fitted = fitted_inputs(study);
    if (!fitted.items.empty()) {
        page.paragraph(
            "Fitted inputs, chosen to reproduce a published figure; figures that rest on them prove less:");
        page.list(std::move(fitted));
    }
    List said = remarks(study, details);
    if (!said.items.empty()) {
        page.paragraph(details ? "Tolerances and notes:" : "Tolerances:");
        page.list(std::move(said));
    }
    add_inconsistencies(page, study, details);
}

Table::Row row_of(const StudyCount& study) {
    const auto number = [](std::size_t count) { return count == 0 ? "–" : std::to_string(count); };
    return {{study.name, number(study.figures()), number(study.of(Verdict::exact)),
             number(study.of(Verdict::within)), number(study.of(Verdict::off)),
             number(study.of(Verdict::inconsistent)), number(study.fitted),
             study.deviation ? percent_off(*study.deviation) : "–"},
            0,
            study.of(Verdict::off) > 0 ? Tone::warning : Tone::plain,
            false};
}

Table table_by_study(const Replication& replication) {
    Table table;
    const char* what = in_one_folder(replication) ? "file" : "study";
    table.columns = {{what, false, true}, {"figures", true},      {"exact", true},  {"within", true},
                     {"off", true},       {"inconsistent", true}, {"fitted", true}, {"deviation", true}};
    for (const StudyCount& study : by_study(replication)) table.rows.push_back(row_of(study));
    table.rows.front().rule_above = true;
    table.rows.push_back(row_of(in_all(replication)));
    table.rows.back().rule_above = true;
    return table;
}

/// Adds the list of figures that are off.
void add_failures(Page& page, const Replication& replication) {
    for (const ReplicatedStudy& study : replication.studies) {
        Table table = empty_table();
        for (const Check& check : study.checks) {
            if (check.verdict == Verdict::off) table.rows.push_back(row_of(check));
        }
        if (table.rows.empty()) continue;
        table.rows.front().rule_above = true;
        page.paragraph("Off in " + study.file + ":", Tone::warning);
        page.table(std::move(table));
    }
}

std::string counted(std::size_t count, std::string_view what) {
    return std::to_string(count) + " " + std::string(what);
}

void add_totals(Page& page, const Replication& replication) {
    const StudyCount all = in_all(replication);
    const std::size_t studies = by_study(replication).size();
    const std::size_t files = replication.studies.size();
    std::string text = counted(all.figures(), all.figures() == 1 ? "figure of " : "figures of ");
    if (!in_one_folder(replication)) text += counted(studies, studies == 1 ? "study in " : "studies in ");
    text += counted(files, files == 1 ? "file" : "files");
    text += ": " + counted(all.of(Verdict::exact), "exact, ") + counted(all.of(Verdict::within), "within, ") +
            counted(all.of(Verdict::off), "off, ") + counted(all.of(Verdict::inconsistent), "inconsistent");
    if (all.fitted > 0)
        text += "; " + counted(all.fitted, all.fitted == 1 ? "of them rests on a fitted input"
                                                           : "of them rest on a fitted input");
    if (replication.without_figures > 0)
        text += "; " + counted(replication.without_figures, "files state no published figure");
    page.paragraph(text + ".", all.of(Verdict::off) > 0 ? Tone::warning : Tone::strong);
    std::string words =
        "exact: equal after rounding to the published digits; within: a stated tolerance or bound holds; "
        "inconsistent: the publication does not follow from its own inputs";
    if (files > 1) {
        words +=
            "; fitted: rests on an input that was chosen to reproduce a published figure; deviation: the "
            "largest beyond the last printed digit, among the figures that should agree";
    }
    words += replication.details || files == 1 ? "." : ". With --details: every figure, and why.";
    page.paragraph(std::move(words), Tone::faint);
}

}  // namespace

Page page_of(const Replication& replication) {
    Page page;
    page.title = "Published figures, recomputed";
    page.paragraph(replication.from, Tone::faint);
    const bool one_file = replication.studies.size() == 1;
    if (!one_file) page.table(table_by_study(replication));
    if (replication.details || one_file) {
        for (const ReplicatedStudy& study : replication.studies) add_study(page, study, replication.details);
        page.heading("In all");
    } else {
        add_failures(page, replication);
    }
    add_totals(page, replication);
    return page;
}

}  // namespace lca
