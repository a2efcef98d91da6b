#include "analyses/catalogue/inventory_page.hpp"

#include <algorithm>

namespace lca {
namespace {

std::string year_text(int year) {
    return year == 0 ? "not stated" : std::to_string(year);
}

/// A share in whole per cent, "12 %"; "0 %" only for none and "100 %" only for all.
std::string share(std::size_t part, std::size_t whole) {
    if (whole == 0) return "";
    const std::size_t percent = (200 * part + whole) / (2 * whole);
    if (part > 0 && percent == 0) return "< 1 %";
    if (part < whole && percent == 100) return "> 99 %";
    return std::to_string(percent) + " %";
}

Table counted_table(std::string heading, const std::map<std::string, Inventory::Counted>& counted) {
    Table table;
    table.columns = {{std::move(heading), false, true}, {"publications", true}, {"figures", true}};
    std::vector<std::pair<std::string, Inventory::Counted>> rows(counted.begin(), counted.end());
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second.figures > b.second.figures; });
    for (const auto& [name, count] : rows) {
        table.rows.push_back({{name, std::to_string(count.publications), std::to_string(count.figures)}});
    }
    return table;
}

void add_kinds(Page& page, const Inventory& inventory) {
    page.heading("By kind");
    Table table;
    table.columns = {{"kind"},         {"entries", true}, {"figures", true}, {"with uncertainty", true},
                     {"oldest", true}, {"newest", true}};
    for (const auto& [name, kind] : inventory.kinds) {
        table.rows.push_back(
            {{name, std::to_string(kind.entries), std::to_string(kind.figures),
              std::to_string(kind.uncertain), year_text(kind.oldest), year_text(kind.newest)}});
    }
    page.table(std::move(table));
}

void add_coverage(Page& page, const Inventory& inventory) {
    page.heading("Completeness of entries");
    page.paragraph(
        "Counts the figures given in the entry itself; figures derived from its parts or a model of "
        "manufacture count only where noted. Missing figures are not assessed in a result.");
    Table table;
    table.columns = {{"kind"}, {"figure"}, {"entries with it", true}, {"entries", true}, {"share", true}};
    for (const Coverage& one : inventory.coverage) {
        table.rows.push_back({{one.kind, one.figure, std::to_string(one.have), std::to_string(one.of),
                               share(one.have, one.of)}});
    }
    page.table(std::move(table));
}

void add_incomplete_instances(Page& page, const Inventory& inventory) {
    if (inventory.incomplete_instances.empty()) return;
    page.heading("Instances without power or embodied figure");
    page.paragraph(
        "The parts without a figure; their entries say why. A scenario may state the power and the embodied "
        "figure of such hardware, or a folder of --hardware-db may. All other instances have both.");
    Table table;
    table.columns = {{"instance"}, {"power of"}, {"embodied of"}};
    for (const IncompleteInstance& one : inventory.incomplete_instances) {
        table.rows.push_back({{one.id, one.power, one.embodied}});
    }
    page.table(std::move(table));
}

void add_regions(Page& page, const Inventory& inventory) {
    if (inventory.regions.empty()) return;
    const auto of_country = std::count_if(inventory.regions.begin(), inventory.regions.end(),
                                          [](const CloudRegion& region) { return region.of_country; });
    page.heading("Grids of cloud regions");
    page.paragraph(
        "The newest grid of each region: its own figures, else a part of the country, else the "
        "country (" +
        std::to_string(of_country) + " of " + std::to_string(inventory.regions.size()) + " regions).");
    Table table;
    table.columns = {{"region"}, {"grid"}, {"basis"}, {"why the country's", false, true}};
    for (const CloudRegion& region : inventory.regions) {
        table.rows.push_back({{region.id, region.grid, region.basis, region.why}});
    }
    page.table(std::move(table));
}

void add_models(Page& page, const Inventory& inventory) {
    if (inventory.models.empty()) return;
    page.heading("Models");
    page.paragraph("Models of a footprint or an intensity, and their known errors.");
    Table table;
    table.columns = {{"model"}, {"name", false, true}, {"remark", false, true}};
    for (const Inventory::Model& model : inventory.models) {
        table.rows.push_back({{model.id, model.name, model.note}});
    }
    page.table(std::move(table));
}

void add_ages(Page& page, const Inventory& inventory) {
    page.heading("By age");
    page.paragraph("Publications and their figures by the last year that the publication names.");
    Table published;
    published.columns = {{"published"}, {"publications", true}, {"figures", true}};
    for (auto row = inventory.published.rbegin(); row != inventory.published.rend(); ++row) {
        published.rows.push_back({{year_text(row->first), std::to_string(row->second.publications),
                                   std::to_string(row->second.figures)}});
    }
    page.table(std::move(published));
    page.paragraph("Entries by the year of their figures.");
    Table years;
    years.columns = {{"year"}, {"hardware", true}, {"grids", true}, {"data centres", true}};
    for (auto row = inventory.years.rbegin(); row != inventory.years.rend(); ++row) {
        const Inventory::Years& of_year = row->second;
        if (of_year.hardware + of_year.grids + of_year.datacentres == 0) continue;
        years.rows.push_back({{year_text(row->first), std::to_string(of_year.hardware),
                               std::to_string(of_year.grids), std::to_string(of_year.datacentres)}});
    }
    page.table(std::move(years));
}

void add_status(Page& page, const Inventory& inventory) {
    page.heading("By status");
    page.paragraph(
        "Printed: given in the source. Inferred: follows from it. Assumed: neither, with the reason.");
    Table table;
    table.columns = {{"status"}, {"figures", true}};
    for (const auto& [name, figures] : inventory.status) {
        table.rows.push_back({{name, std::to_string(figures)}});
    }
    page.table(std::move(table));
}

}  // namespace

Page page_of(const Inventory& inventory) {
    Page page;
    page.paragraph(std::to_string(inventory.entries) + " entries with " + std::to_string(inventory.figures) +
                   " figures from " + std::to_string(inventory.publications) + " publications.");
    add_kinds(page, inventory);
    add_coverage(page, inventory);
    add_incomplete_instances(page, inventory);
    add_regions(page, inventory);
    add_models(page, inventory);
    page.heading("By licence");
    page.table(counted_table("licence", inventory.licences));
    page.heading("By how the publication was read");
    page.table(counted_table("read", inventory.read));
    add_ages(page, inventory);
    add_status(page, inventory);
    return page;
}

std::string inventory_page(const EmbeddedCatalogue& catalogue) {
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog(&catalogue, sources, diagnostics);
    return "# What the catalogue holds\n\n"
           "Made by `lca reference catalogue` from the entries in the program.\n" +
           write_markdown(page_of(take_inventory(catalog)));
}

}  // namespace lca
