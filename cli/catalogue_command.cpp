#include "cli/catalogue_command.hpp"

#include "cli/catalogue_list.hpp"
#include "cli/hardware_page.hpp"
#include "lca/base/text.hpp"
#include "models/catalog/region.hpp"
#include "models/catalog/search.hpp"

namespace lca::cli {
namespace {

/// "hardware_db/servers.yaml:11".
std::string line_of(Place place, const Sources& sources) {
    place.column = 0;
    return to_string(place, sources);
}

/// "50 W", and what else is known of it.
std::vector<std::string> said_of(const ShownFigure& figure, const Listed& entry, const Sources& sources) {
    std::vector<std::string> lines;
    if (!figure.uncertainty.empty()) lines.push_back("uncertain: " + figure.uncertainty);
    if (!figure.status.empty()) lines.push_back(figure.status);
    if (!figure.note.empty()) lines.push_back(figure.note);
    // The entry's own source is said once, at its head.
    if (!figure.source.empty() && figure.source != entry.source) lines.push_back(figure.source);
    const std::string place = line_of(figure.place, sources);
    if (!place.empty()) lines.push_back(place);
    return lines;
}

/// An earlier year of the same thing, told by the same source: its figure alone is new.
bool is_earlier_year(const ShownEntry& entry, const ShownEntry& newest) {
    return entry.entry.year != 0 && entry.entry.year < newest.entry.year && entry.figures.size() == 1 &&
           newest.figures.size() == 1 && entry.figures[0].path == newest.figures[0].path &&
           entry.figures[0].note.empty() && entry.figures[0].source == newest.figures[0].source &&
           entry.entry.name == newest.entry.name && entry.entry.source == newest.entry.source &&
           entry.facts == newest.facts;
}

/// The years behind the newest that are one figure each: a line each, in place of an entry each.
List earlier_years(const std::vector<ShownEntry>& entries, std::size_t newest, const Sources& sources) {
    List years;
    for (std::size_t i = newest + 1; i < entries.size() && is_earlier_year(entries[i], entries[newest]);
         ++i) {
        const ShownFigure& figure = entries[i].figures[0];
        const std::string place = line_of(figure.place, sources);
        std::string text = std::to_string(entries[i].entry.year) + ": " + figure.value;
        years.items.push_back({text + (place.empty() ? "" : ", " + place)});
    }
    return years;
}

Page show_page(const std::vector<ShownEntry>& entries, const std::vector<HardwareView>& views,
               const Sources& sources) {
    Page page;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const ShownEntry& shown = entries[i];
        page.heading(shown.entry.id + ": " + shown.entry.name);
        List facts;
        std::string kind = shown.entry.kind;
        if (shown.entry.year != 0) kind += ", " + std::to_string(shown.entry.year);
        facts.items.push_back({kind});
        if (!shown.entry.aliases.empty())
            facts.items.push_back({"also: " + joined(shown.entry.aliases, ", ")});
        for (const auto& [name, text] : shown.facts) {
            if (name != "name") facts.items.push_back({name + ": " + text});
        }
        if (!shown.entry.source.empty()) facts.items.push_back({"source: " + shown.entry.source});
        List others;
        for (const ShownFigure& figure : shown.figures) {
            const bool other = figure.path.starts_with("alternatives.");
            List& list = other ? others : facts;
            list.items.push_back(
                {(other ? "" : figure.path + " = ") + figure.value, said_of(figure, shown.entry, sources)});
        }
        page.list(std::move(facts));
        page.list("Published beside it, of what it embodies", std::move(others));
        if (i < views.size()) add_hardware_view(page, shown, views[i]);
        List years = earlier_years(entries, i, sources);
        i += years.items.size();
        page.list("Earlier years, from the same source", std::move(years));
    }
    return page;
}

Records show_records(const std::vector<ShownEntry>& entries, const Sources& sources) {
    Records records;
    records.columns = {"id",   "path",   "value",   "uncertainty", "status",
                       "note", "source", "licence", "year",        "place"};
    for (const ShownEntry& shown : entries) {
        for (const ShownFigure& figure : shown.figures) {
            records.rows.push_back({shown.entry.id, figure.path, figure.value,
                                    Records::text(figure.uncertainty), Records::text(figure.status),
                                    Records::text(figure.note), Records::text(figure.source),
                                    Records::text(figure.licence), Records::text(figure.year),
                                    Records::text(line_of(figure.place, sources))});
        }
    }
    return records;
}

void write_figure(JsonWriter& json, const ShownFigure& figure, const Sources& sources) {
    json.begin_object().entry("path", figure.path).entry("value", figure.value);
    json.entry_if("uncertainty", figure.uncertainty).entry_if("status", figure.status);
    json.entry_if("note", figure.note).entry_if("source", figure.source).entry_if("licence", figure.licence);
    json.entry_if("year", figure.year).entry_if("place", line_of(figure.place, sources)).end_object();
}

std::string show_json(const std::vector<ShownEntry>& entries, const std::vector<HardwareView>& views,
                      const Sources& sources) {
    JsonWriter json(3);
    json.begin_array();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const ShownEntry& shown = entries[i];
        const Listed& entry = shown.entry;
        json.begin_object().entry("id", entry.id).entry("kind", entry.kind).entry("name", entry.name);
        if (entry.year != 0) json.entry("year", static_cast<double>(entry.year));
        json.entry_if("source", entry.source).key("aliases").begin_array();
        for (const std::string& alias : entry.aliases) json.value(alias);
        json.end_array();
        for (const auto& [name, text] : shown.facts) {
            if (name != "name" && name != "kind" && name != "source") json.entry(name, text);
        }
        json.key("figures").begin_array();
        for (const ShownFigure& figure : shown.figures) write_figure(json, figure, sources);
        json.end_array();
        if (i < views.size()) write_hardware_view(json, views[i]);
        json.end_object();
    }
    return std::move(json.end_array()).take();
}

/// "FRA/1990", of which there are other years.
[[noreturn]] void not_in_that_year(Catalog& catalog, Section section, const RegionYear& asked,
                                   std::string_view own) {
    throw InputError(std::string(to_string(section)) + " `" + shown(asked.region) + "` is not known for " +
                     std::to_string(asked.year) + "\nexpected: " + one_of_years(catalog.years(section, own)));
}

[[noreturn]] void not_there(Catalog& catalog, Section section, const std::string& id) {
    if (const auto asked = region_year(id)) {
        for (const ShownEntry& other : show_entry(catalog, section, asked->region)) {
            const auto own = region_year(other.entry.id);
            if (own) not_in_that_year(catalog, section, *asked, own->region);
        }
    }
    const std::string command = "lca " + std::string(command_of(section));
    const std::vector<std::string> near = catalog.near(section, id);
    throw InputError("no " + std::string(to_string(section)) + " is called `" + shown(id) + "`" +
                     (near.empty()
                          ? "\n`" + command + " search WORD` finds by words, `" + command + " list` lists all"
                          : "; " + did_you_mean(near)));
}

[[noreturn]] void nothing_found(Catalog& catalog, Section section, const std::string& words) {
    const std::vector<std::string> near = catalog.near(section, words);
    throw InputError("no " + std::string(to_string(section)) + " has all of `" + shown(words) +
                     "` in its id, name or aliases" + (near.empty() ? "" : "; " + did_you_mean(near)));
}

/// What one of each embodies, and its siblings. Computed in sessions of their own: what is wrong with a piece
/// by itself is no fault of this command.
std::vector<HardwareView> views_of(Session& session, const std::vector<ShownEntry>& entries,
                                   const Arguments& arguments) {
    const auto parts_of = [&](const ShownEntry& entry) {
        const std::unique_ptr<Session> own = open_session(arguments);
        return embodied_of_one(*own, entry.entry.id);
    };
    std::vector<HardwareView> views;
    for (const ShownEntry& shown : entries) {
        HardwareView view{parts_of(shown), {}};
        for (ShownEntry& sibling : siblings(session.catalog(), shown.entry.id)) {
            std::vector<EmbodiedPart> parts = parts_of(sibling);
            view.siblings.push_back({std::move(sibling), std::move(parts)});
        }
        views.push_back(std::move(view));
    }
    return views;
}

int show(Session& session, Section section, const Arguments& arguments, Io& io) {
    const std::span<const std::string> ids = arguments.all("WORD");
    if (ids.empty())
        throw InputError("show: which one? `lca " + std::string(command_of(section)) + " list` lists them");
    std::vector<ShownEntry> entries;
    for (const std::string& id : ids) {
        std::vector<ShownEntry> found = show_entry(session.catalog(), section, id);
        if (found.empty()) not_there(session.catalog(), section, id);
        for (ShownEntry& one : found) entries.push_back(std::move(one));
    }
    const Sources& sources = session.sources();
    const std::vector<HardwareView> views =
        section == Section::hardware ? views_of(session, entries, arguments) : std::vector<HardwareView>();
    const Report report = {[&] { return show_page(entries, views, sources); },
                           [&] { return show_records(entries, sources); },
                           at_once([&] { return show_json(entries, views, sources); })};
    deliver(report, arguments, {&sources}, io);
    return 0;
}

}  // namespace

int run_catalogue(Section section, const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> session = open_session(arguments);
    if (report_faults(*session, arguments, io) != 0) return 2;
    const std::string_view action = arguments.one("ACTION", "list");
    if (action == "show") return show(*session, section, arguments, io);
    const std::string words = joined(arguments.all("WORD"), " ");
    if (action == "search" && words.empty()) throw InputError("search: for which words?");
    if (action == "list" && !words.empty()) throw InputError("list takes no words; `search` does");
    const std::vector<Listed> entries = action == "search"
                                            ? search_entries(session->catalog(), section, words)
                                            : list_entries(session->catalog(), section);
    if (entries.empty() && action == "search") nothing_found(session->catalog(), section, words);
    const Report report = {[&] { return list_page(entries, section); }, [&] { return list_records(entries); },
                           at_once([&] { return write_json_records(list_records(entries)); })};
    deliver(report, arguments, {&session->sources()}, io);
    return 0;
}

}  // namespace lca::cli
