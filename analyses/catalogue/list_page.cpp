// The list of a section for people: one row for all years of a region or fleet.
#include <algorithm>

#include "analyses/catalogue/catalogue.hpp"
#include "models/catalog/region.hpp"

namespace lca {
namespace {

/// One row for all years of a region or fleet. `id` is without a year and stands for the newest year.
struct ListRow {
    std::string id;
    const Listed* newest;
    int oldest;  // its oldest year; 0 for an id without a year
};

std::vector<ListRow> by_region(const std::vector<Listed>& entries) {
    std::vector<ListRow> rows;
    for (const Listed& entry : entries) {  // sorted by id: by region, then by year
        const auto parts = region_year(entry.id);
        const std::string id(parts ? parts->region : std::string_view(entry.id));
        if (parts && !rows.empty() && rows.back().id == id && rows.back().oldest != 0) {
            rows.back().newest = &entry;
        } else {
            rows.push_back({id, &entry, parts ? parts->year : 0});
        }
    }
    return rows;
}

std::string years_of(const ListRow& row) {
    if (row.oldest == 0) return {};
    const int newest = region_year(row.newest->id)->year;
    const std::string last = std::to_string(newest);
    return row.oldest == newest ? last : std::to_string(row.oldest) + "–" + last;
}

std::string counted(std::size_t count, Section section) {
    if (section == Section::hardware) return std::to_string(count) + (count == 1 ? " entry" : " entries");
    return std::to_string(count) + " " + std::string(to_string(section)) + (count == 1 ? "" : "s");
}

}  // namespace

Page page_of(const CatalogueList& list) {
    const Section section = list.section;
    Page page;
    Table table;
    const bool with_years = section != Section::hardware;
    const auto has_figures = [](const Listed& entry) { return entry.shown.size() > 1; };
    const bool with_figures =
        section == Section::hardware && std::any_of(list.entries.begin(), list.entries.end(), has_figures);
    table.columns = {{"id", false, !with_figures}, {"name", false, true}};
    if (with_figures)
        table.columns.insert(table.columns.end(), {{"power", true}, {"memory", true}, {"CO2e", true}});
    else if (section == Section::hardware)
        table.columns.push_back({"kind"});
    if (section == Section::grid) table.columns.insert(table.columns.end(), {{"intensity"}, {"basis"}});
    if (section == Section::datacentre)
        table.columns.insert(table.columns.end(), {{"PUE", true}, {"water on site", true}});
    if (with_years) table.columns.push_back({"years"});
    const std::vector<ListRow> rows = by_region(list.entries);
    for (const ListRow& one : rows) {
        Table::Row row;
        row.cells = {one.id, one.newest->name};
        row.cells.insert(row.cells.end(), one.newest->shown.begin(), one.newest->shown.end());
        if (with_years) row.cells.push_back(years_of(one));
        row.rule_above = table.rows.empty();
        table.rows.push_back(std::move(row));
    }
    page.table(std::move(table));
    const std::string command = "`lca " + std::string(command_of(section)) + " show ID` shows one with ";
    page.paragraph(
        counted(rows.size(), section) + "; " + command +
            (with_years ? "all its years, figures and their sources" : "its figures and their sources"),
        Tone::faint);
    return page;
}

}  // namespace lca
