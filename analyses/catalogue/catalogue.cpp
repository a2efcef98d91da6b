#include "analyses/catalogue/catalogue.hpp"

#include "analyses/catalogue/hardware_page.hpp"
#include "analyses/catalogue/view.hpp"
#include "lca/base/text.hpp"
#include "models/catalog/meant_entry.hpp"
#include "models/catalog/region.hpp"
#include "models/catalog/search.hpp"
#include "models/compile/embodied_of_one.hpp"

namespace lca {

using catalogue::joined;
using catalogue::line_of;

namespace {

/// Throws InputError for an id such as "FRA/1990" whose region is known for other years only.
[[noreturn]] void not_in_that_year(Catalog& catalog, Section section, const RegionYear& dated,
                                   std::string_view own) {
    throw InputError(std::string(to_string(section)) + " `" + shown(dated.region) + "` is not known for " +
                     std::to_string(dated.year) + "\nexpected: " + one_of_years(catalog.years(section, own)));
}

[[noreturn]] void not_there(Catalog& catalog, Section section, const std::string& id) {
    if (const auto dated = region_year(id)) {
        for (const ShownEntry& other : show_entry(catalog, section, dated->region)) {
            const auto own = region_year(other.entry.id);
            if (own) not_in_that_year(catalog, section, *dated, own->region);
        }
    }
    const std::string command = "lca " + std::string(command_of(section));
    const std::vector<std::string> near = meant_entries(catalog, section, id);
    throw InputError("no " + std::string(to_string(section)) + " is called `" + shown(id) + "`" +
                     (near.empty()
                          ? "\n`" + command + " search WORD` finds by words, `" + command + " list` lists all"
                          : "; " + did_you_mean(near)));
}

[[noreturn]] void may_be_several(const std::string& id, std::vector<std::string> meant) {
    for (std::string& one : meant) one = in_quotes(one);
    throw InputError(in_quotes(id) + " may be " + listed(meant, "or") + ": name one of these");
}

[[noreturn]] void nothing_found(Catalog& catalog, Section section, std::string_view words) {
    const std::vector<std::string> near = meant_entries(catalog, section, words);
    throw InputError("no " + std::string(to_string(section)) + " has all of `" + shown(words) +
                     "` in its id, name or aliases" + (near.empty() ? "" : "; " + did_you_mean(near)));
}

/// Computes each piece of hardware in a session of its own: its errors do not become errors of `session`.
HardwareDetails details_of(Session& session, const ShownEntry& entry) {
    const auto parts_of = [&session](const ShownEntry& one) {
        return embodied_of_one(*session.another(), one.entry.id);
    };
    HardwareDetails details{parts_of(entry), {}};
    for (ShownEntry& sibling : siblings(session.catalog(), entry.entry.id)) {
        std::vector<EmbodiedComponent> parts = parts_of(sibling);
        details.siblings.push_back({std::move(sibling), std::move(parts)});
    }
    return details;
}

/// Adds figures that tell hardware apart in a list: power, memory, embodied climate change of one piece.
void add_figures(Session& session, Listed& listed) {
    for (const ShownEntry& entry : show_entry(session.catalog(), Section::hardware, listed.id)) {
        const auto figure = [&entry](std::string_view path) {
            const std::string_view value = catalogue::value_at(entry, path);
            return std::string(value.empty() ? "–" : value);
        };
        listed.shown = {figure("power.max"), figure("memory"),
                        catalogue::embodied_text(entry, embodied_of_one(*session.another(), listed.id))};
    }
}

}  // namespace

std::string_view command_of(Section section) {
    if (section == Section::hardware) return "hardware";
    return section == Section::grid ? "grid" : "datacentre";
}

CatalogueList list_catalogue(Session& session, Section section) {
    return {section, list_entries(session.catalog(), section)};
}

CatalogueList search_catalogue(Session& session, Section section, std::string_view words) {
    CatalogueList found = {section, search_entries(session.catalog(), section, words)};
    if (found.entries.empty()) nothing_found(session.catalog(), section, words);
    if (section == Section::hardware) {
        for (Listed& entry : found.entries) add_figures(session, entry);
    }
    return found;
}

CatalogueEntries show_catalogue(Session& session, Section section, std::span<const std::string> ids) {
    CatalogueEntries shown;
    for (const std::string& id : ids) {
        std::vector<ShownEntry> found = show_entry(session.catalog(), section, id);
        if (found.empty()) {
            const std::vector<std::string> own = readings(session.catalog(), section, id);
            if (own.size() > 1) may_be_several(id, own);
            if (own.empty()) not_there(session.catalog(), section, id);
            found = show_entry(session.catalog(), section, own.front());
            shown.taken_as.emplace_back(id, own.front());
        }
        for (ShownEntry& one : found) shown.entries.push_back(std::move(one));
    }
    if (section == Section::hardware) {
        for (const ShownEntry& entry : shown.entries) shown.hardware.push_back(details_of(session, entry));
    }
    shown.sources = &session.sources();
    return shown;
}

Records records_of(const CatalogueList& list) {
    Records records;
    records.columns = {"id", "kind", "name", "year", "source", "aliases"};
    for (const Listed& entry : list.entries) {
        records.rows.push_back(
            {entry.id, entry.kind, entry.name,
             Records::number(entry.year == 0 ? std::nullopt : std::optional<double>(entry.year)),
             Records::text(entry.source), Records::text(joined(entry.aliases, ", "))});
    }
    return records;
}

Records records_of(const CatalogueEntries& shown) {
    Records records;
    records.columns = {"id",   "path",   "value",   "uncertainty", "status",
                       "note", "source", "licence", "year",        "place"};
    for (const ShownEntry& entry : shown.entries) {
        for (const ShownFigure& figure : entry.figures) {
            records.rows.push_back({entry.entry.id, figure.path, figure.value,
                                    Records::text(figure.uncertainty), Records::text(figure.status),
                                    Records::text(figure.note), Records::text(figure.source),
                                    Records::text(figure.licence), Records::text(figure.year),
                                    Records::text(line_of(figure.place, *shown.sources))});
        }
    }
    return records;
}

Report report_of(const CatalogueList& list) {
    return in_every_form(list);
}

Report report_of(const CatalogueEntries& shown) {
    return in_every_form(shown);
}

}  // namespace lca
