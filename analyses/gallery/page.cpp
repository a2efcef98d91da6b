// The index of a gallery: a table of scenarios, then a table of published figures.
#include <algorithm>
#include <array>
#include <cmath>

#include "analyses/gallery/gallery.hpp"
#include "analyses/replication/counts.hpp"
#include "analyses/replication/texts.hpp"
#include "lca/base/text.hpp"
#include "lca/page/listing.hpp"
#include "lca/page/scale.hpp"
#include "models/results/measure.hpp"

namespace lca {
namespace {

using replication::StudyCount;

constexpr std::array verdicts = {Verdict::exact, Verdict::within, Verdict::off, Verdict::inconsistent};

StudyCount counted(const GalleryEntry& entry) {
    StudyCount count;
    count.name = entry.file;
    for (const Check& check : entry.checks) count.add(check);
    return count;
}

/// Verdicts and their numbers, "37 exact, 2 within"; zeros are left out, except "none off" if wanted.
std::string verdict_text(const StudyCount& count, bool says_none_off) {
    std::string text;
    for (const Verdict verdict : verdicts) {
        const std::size_t of = count.of(verdict);
        const bool none = of == 0 && verdict == Verdict::off && says_none_off;
        if (of == 0 && !none) continue;
        text += (text.empty() ? "" : ", ") + (none ? "none" : std::to_string(of)) + " " +
                std::string(to_string(verdict));
    }
    return text;
}

std::string amount(double value) {
    return short_text(value, measure(index_of::climate).dimension);
}

/// The published figure shown for a scenario: that of the total, if there is one, else the first.
const Check* main_figure(const GalleryEntry& entry) {
    const auto is_total = [](const Check& check) {
        return check.expected.of == "total" && check.expected.as == Expectation::ComparisonForm::quantity &&
               check.expected.what_if.empty();
    };
    const auto found = std::find_if(entry.checks.begin(), entry.checks.end(), is_total);
    if (found != entry.checks.end()) return &*found;
    return entry.checks.empty() ? nullptr : &entry.checks.front();
}

Listing::Cell number_cell(std::string text, std::optional<double> value) {
    Listing::Cell cell;
    cell.text = std::move(text);
    cell.number = value;
    return cell;
}

/// The ends of an interval of climate change, "48.5 to 54.0 tCO2e".
std::string interval_text(const std::pair<double, double>& ends) {
    const double values[] = {ends.first, ends.second};
    const Scale scale = short_scale(measure(index_of::climate).dimension, values);
    return scale.text(ends.first) + " to " + scale.text(ends.second) + " " + scale.unit;
}

Listing::Cell total_cell(const GalleryEntry& entry) {
    if (!entry.has_total) return {};
    if (!entry.total) return number_cell("not assessed", std::nullopt);
    Listing::Cell cell =
        number_cell(amount(*entry.total), *entry.total / measure(index_of::climate).unit_in_base);
    if (entry.interval) cell.below = interval_text(*entry.interval);
    if (entry.partial) cell.below += (cell.below.empty() ? "" : ", ") + std::string("partial");
    return cell;
}

std::string with_unit_of(const Expectation& expected, const std::string& number) {
    return expected.unit.empty() ? number : number + " " + expected.unit;
}

std::vector<Listing::Cell> figure_cells(const Check& check, bool with_unit) {
    const Expectation& expected = check.expected;
    const auto shown = [&](const std::string& number) {
        return with_unit ? with_unit_of(expected, number) : number;
    };
    std::optional<double> computed, deviation;
    if (check.computed) computed = *check.computed / expected.unit_factor;
    if (check.computed && expected.value != 0) deviation = std::fabs(check.deviation);
    return {number_cell(shown(replication::published_text(expected)), expected.value / expected.unit_factor),
            number_cell(check.computed ? shown(replication::computed_text(check)) : "not assessed", computed),
            number_cell(replication::deviation_text(check), deviation)};
}

Listing::Row study_row(const GalleryEntry& entry) {
    Listing::Row row;
    Listing::Cell name;
    name.text = entry.title.empty() ? entry.file : entry.title;
    name.below = entry.fault.empty() ? entry.file : "no page: " + entry.fault;
    name.link = entry.page;
    row.greyed = entry.page.empty();
    row.cells = {std::move(name), total_cell(entry)};
    const Check* main = main_figure(entry);
    if (!main) {
        row.cells.resize(6);
        return row;
    }
    std::vector<Listing::Cell> figure = figure_cells(*main, true);
    figure.front().below = replication::figure_name(main->expected);
    row.cells.insert(row.cells.end(), figure.begin(), figure.end());
    const StudyCount count = counted(entry);
    row.cells.push_back(number_cell(std::to_string(count.figures()), static_cast<double>(count.figures())));
    row.cells.back().below = verdict_text(count, false);
    return row;
}

Listing::Table studies(const Gallery& gallery) {
    Listing::Table table{"Studies"};
    table.note = "Published and computed: of the study's total, or of its first figure.";
    table.columns = {{"Study"},          {"Total", true},     {"Published", true},
                     {"Computed", true}, {"Deviation", true}, {"Figures", true}};
    for (const GalleryEntry& entry : gallery.entries) table.rows.push_back(study_row(entry));
    return table;
}

Listing::Row figure_row(const GalleryEntry& entry, const Check& check) {
    Listing::Row row;
    Listing::Cell name, study, unit, verdict;
    name.text = replication::figure_name(check.expected);
    name.below = check.expected.where;
    study.text = entry.file.substr(0, entry.file.rfind('.'));
    study.link = entry.page;
    unit.text = check.expected.unit;
    verdict.text = to_string(check.verdict);
    if (!check.fitted.empty()) verdict.below = "rests on a fitted input";
    const std::vector<Listing::Cell> figure = figure_cells(check, false);
    row.cells = {std::move(name), std::move(study), figure[0],         figure[1],
                 std::move(unit), figure[2],        std::move(verdict)};
    return row;
}

Listing::Table figures(const Gallery& gallery) {
    Listing::Table table{"Every published figure"};
    table.folded = true;
    table.note =
        "exact: equal after rounding to the published digits; within: a stated tolerance or bound holds; "
        "inconsistent: the publication does not follow from its own inputs; see its scenario for why.";
    table.columns = {{"Figure"}, {"Study"},           {"Published", true}, {"Computed", true},
                     {"Unit"},   {"Deviation", true}, {"Verdict"}};
    for (const GalleryEntry& entry : gallery.entries) {
        for (const Check& check : entry.checks) table.rows.push_back(figure_row(entry, check));
    }
    return table;
}

std::string plural(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string headline(const Gallery& gallery) {
    StudyCount all;
    std::size_t faulty = 0;
    for (const GalleryEntry& entry : gallery.entries) {
        for (const Check& check : entry.checks) all.add(check);
        if (entry.page.empty()) ++faulty;
    }
    std::string text = plural(gallery.entries.size(), "scenario", "scenarios");
    if (all.figures() > 0)
        text += ", " + plural(all.figures(), "published figure", "published figures") + ": " +
                verdict_text(all, true);
    if (faulty > 0) text += "; " + plural(faulty, "file has", "files have") + " faults and no page";
    return text + ".";
}

}  // namespace

std::string html_of(const Gallery& gallery) {
    Listing listing;
    listing.title = "Studies in " + gallery.name;
    listing.headline = headline(gallery);
    listing.about =
        "Each study has a page of its own with sliders for its inputs. Totals are of climate change, with "
        "the 90 % interval where figures are uncertain.";
    listing.tables.push_back(studies(gallery));
    Listing::Table all = figures(gallery);
    if (!all.rows.empty()) listing.tables.push_back(std::move(all));
    listing.footer = "lca " + std::string(gallery.provenance.version) + " · catalogue " +
                     std::string(gallery.provenance.catalogue.substr(0, 12));
    for (const auto& [path, digest] : gallery.provenance.folders)
        listing.footer += " · " + path + " " + digest.substr(0, 12);
    return write_listing(listing);
}

}  // namespace lca
