#include "lca/report/replicate_report.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "lca/base/number.hpp"
#include "lca/report/scale.hpp"

namespace lca {
namespace {

/// Two digits more than were published.
std::string computed_text(const Check& check) {
    if (!check.computed) return "not assessed";
    const Expectation& expected = check.expected;
    if (std::fabs(*check.computed) >= 1e9 * expected.unit_factor) {
        return readable(*check.computed / expected.unit_factor, 6);
    }
    Scale scale{expected.unit, expected.unit_factor, 2};
    const double digit = 2 * expected.last_digit / expected.unit_factor;
    if (digit > 0) scale.decimals = std::clamp(2 - static_cast<int>(std::lround(std::log10(digit))), 0, 12);
    return scale.text(*check.computed);
}

std::string published_text(const Expectation& expected) {
    switch (expected.kind) {
        case Expectation::Kind::at_least:
            return "≥ " + expected.written;
        case Expectation::Kind::at_most:
            return "≤ " + expected.written;
        case Expectation::Kind::value:
            break;
    }
    return expected.written;
}

std::string deviation_text(const Check& check) {
    if (!check.computed || check.expected.value == 0) return "–";
    const double share = 100 * check.deviation;
    if (std::fabs(share) < 0.0005) return "0.000 %";
    const int decimals = std::fabs(share) < 10 ? 3 : 1;
    return fmt::format("{:+.{}f} %", share, decimals);
}

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

/// What the table has no room for: where it is published, why it may differ.
List remarks(const ReplicatedStudy& study, bool details) {
    List list;
    for (const Check& check : study.checks) {
        const Expectation& expected = check.expected;
        List::Item item{figure_name(expected), {}};
        if (details) {
            std::string place = expected.where;
            const std::string line = to_string(expected.place, *study.sources);
            place += (place.empty() || line.empty() ? "" : ", ") + line;
            if (!place.empty()) item.details.push_back(place);
            if (!expected.note.empty()) item.details.push_back(expected.note);
        }
        if (check.verdict == Verdict::within && !expected.because.empty()) {
            item.details.push_back("within " + readable(100 * expected.tolerance.value_or(0), 3) +
                                   " %: " + expected.because);
        }
        if (!item.details.empty()) list.items.push_back(std::move(item));
    }
    return list;
}

void add_study(Page& page, const ReplicatedStudy& study, bool details) {
    page.heading(study.title);
    page.paragraph(study.source.empty() ? study.file : study.file + ". " + study.source, Tone::faint);
    Table table = empty_table();
    Table apart = empty_table();
    List reasons;
    for (const Check& check : study.checks) {
        const bool known = check.verdict == Verdict::inconsistent;
        Table& into = known ? apart : table;
        into.rows.push_back(row_of(check));
        into.rows.back().rule_above = into.rows.size() == 1;
        if (!known) continue;
        List::Item item{figure_name(check.expected), {check.expected.inconsistent}};
        if (check.agrees_now) {
            item.tone = Tone::warning;
            item.details.push_back("it agrees now: the mark may go");
        }
        reasons.items.push_back(std::move(item));
    }
    if (!table.rows.empty()) page.table(std::move(table));
    const List said = remarks(study, details);
    if (!said.items.empty()) {
        page.paragraph(details ? "Where they are published:" : "Tolerances:");
        page.list(said);
    }
    if (apart.rows.empty()) return;
    page.paragraph("Known inconsistencies of the publication, which fail nothing:");
    page.table(std::move(apart));
    page.list(std::move(reasons));
}

std::string counted(std::size_t count, std::string_view what) {
    return std::to_string(count) + " " + std::string(what);
}

}  // namespace

std::string figure_name(const Expectation& expected) {
    std::string name = expected.of;
    if (expected.as == Expectation::As::share) name += ", share";
    if (expected.as == Expectation::As::per) name += " per " + expected.per;
    if (!expected.what_if.empty()) name += ", what if " + expected.what_if;
    return name;
}

std::array<std::size_t, 4> verdicts(const Replication& replication) {
    std::array<std::size_t, 4> count = {};
    for (const ReplicatedStudy& study : replication.studies) {
        for (const Check& check : study.checks) ++count.at(static_cast<std::size_t>(check.verdict));
    }
    return count;
}

Page replicate_page(const Replication& replication) {
    Page page;
    page.title = "Published figures, computed anew";
    page.paragraph(replication.from, Tone::faint);
    for (const ReplicatedStudy& study : replication.studies) add_study(page, study, replication.details);
    const std::array<std::size_t, 4> count = verdicts(replication);
    const auto of = [&count](Verdict verdict) { return count.at(static_cast<std::size_t>(verdict)); };
    const std::size_t all = count[0] + count[1] + count[2] + count[3];
    page.heading("In all");
    std::string text =
        counted(all, all == 1 ? "figure of " : "figures of ") +
        counted(replication.studies.size(), replication.studies.size() == 1 ? "study: " : "studies: ") +
        counted(of(Verdict::exact), "exact, ") + counted(of(Verdict::within), "within, ") +
        counted(of(Verdict::off), "off, ") + counted(of(Verdict::inconsistent), "inconsistent");
    if (replication.without_figures > 0) {
        text += "; " + counted(replication.without_figures, "files state no published figure");
    }
    page.paragraph(text + ".", of(Verdict::off) > 0 ? Tone::warning : Tone::strong);
    page.paragraph(
        "exact: agrees at the published last digit; within: a stated tolerance or bound holds; "
        "inconsistent: the publication does not follow from its own inputs.",
        Tone::faint);
    return page;
}

Records replicate_records(const Replication& replication) {
    Records records;
    records.columns = {"file",     "of",   "as",        "what_if", "where", "published",
                       "computed", "unit", "deviation", "verdict", "reason"};
    for (const ReplicatedStudy& study : replication.studies) {
        for (const Check& check : study.checks) {
            const Expectation& expected = check.expected;
            const bool share = expected.as == Expectation::As::share;
            const bool per = expected.as == Expectation::As::per;
            records.rows.push_back(
                {study.file, expected.of,
                 Records::text(share ? "share"
                               : per ? "per " + expected.per
                                     : ""),
                 Records::text(expected.what_if), Records::text(expected.where),
                 expected.value / expected.unit_factor, Records::number(check.computed, expected.unit_factor),
                 Records::text(expected.unit),
                 Records::number(check.computed ? std::optional(check.deviation) : std::nullopt),
                 std::string(to_string(check.verdict)),
                 Records::text(expected.inconsistent.empty() ? expected.because : expected.inconsistent)});
        }
    }
    return records;
}

Report replicate_report(const Replication& replication) {
    return {[&replication] { return replicate_page(replication); },
            [&replication] { return replicate_records(replication); },
            [&replication] { return replicate_json(replication); }};
}

}  // namespace lca
