// Entries for people: what each is, its figures with their sources, and earlier years in one line each.
#include "analyses/catalogue/hardware_page.hpp"
#include "analyses/catalogue/view.hpp"
#include "lca/base/text.hpp"

namespace lca {

using catalogue::joined;
using catalogue::line_of;

namespace {

/// The lines that a page shows below a figure: uncertainty, status, note, source, place.
std::vector<std::string> remarks(const ShownFigure& figure, const Listed& entry, const Sources& sources) {
    std::vector<std::string> lines;
    if (!figure.uncertainty.empty()) lines.push_back("uncertain: " + figure.uncertainty);
    if (!figure.status.empty()) lines.push_back(figure.status);
    if (!figure.note.empty()) lines.push_back(figure.note);
    // A source that is the entry's own is shown once, at the top of the entry.
    if (!figure.source.empty() && figure.source != entry.source)
        lines.push_back(catalogue::with_access(figure.source, figure.access));
    const std::string place = line_of(figure.place, sources);
    if (!place.empty()) lines.push_back(place);
    return lines;
}

/// Whether an entry is an older year of `newest` and differs from it only in year, id and its one figure.
bool is_earlier_year(const ShownEntry& entry, const ShownEntry& newest) {
    return entry.entry.year != 0 && entry.entry.year < newest.entry.year && entry.figures.size() == 1 &&
           newest.figures.size() == 1 && entry.figures[0].path == newest.figures[0].path &&
           entry.figures[0].note.empty() && entry.figures[0].source == newest.figures[0].source &&
           entry.entry.name == newest.entry.name && entry.entry.source == newest.entry.source &&
           entry.facts == newest.facts;
}

/// The older years of an entry, from the next one on: one line each, instead of a full entry.
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

/// The lines at the top of an entry: kind and year, aliases, its texts, its source.
List facts_of(const ShownEntry& shown) {
    List facts;
    std::string kind = shown.entry.kind;
    if (shown.entry.year != 0) kind += ", " + std::to_string(shown.entry.year);
    facts.items.push_back({kind});
    if (!shown.entry.aliases.empty()) facts.items.push_back({"also: " + joined(shown.entry.aliases, ", ")});
    for (const auto& [name, text] : shown.facts) {
        if (name != "name") facts.items.push_back({name + ": " + text});
    }
    if (!shown.entry.source.empty())
        facts.items.push_back({"source: " + catalogue::with_access(shown.entry.source, shown.entry.access)});
    return facts;
}

void add_entry(Page& page, const ShownEntry& shown, const Sources& sources) {
    page.heading(shown.entry.id + ": " + shown.entry.name);
    List facts = facts_of(shown);
    List others;
    for (const ShownFigure& figure : shown.figures) {
        const bool other = figure.path.starts_with("alternatives.");
        List& list = other ? others : facts;
        list.items.push_back(
            {(other ? "" : figure.path + " = ") + figure.value, remarks(figure, shown.entry, sources)});
    }
    page.list(std::move(facts));
    page.list("Other published embodied figures", std::move(others));
}

}  // namespace

Page page_of(const CatalogueEntries& shown) {
    Page page;
    for (const auto& [written, id] : shown.taken_as)
        page.paragraph(in_quotes(written) + " is not a valid id; it is taken as `" + id + "`");
    for (std::size_t i = 0; i < shown.entries.size(); ++i) {
        add_entry(page, shown.entries[i], *shown.sources);
        if (i < shown.hardware.size()) catalogue::add_details(page, shown.entries[i], shown.hardware[i]);
        List years = earlier_years(shown.entries, i, *shown.sources);
        i += years.items.size();
        page.list("Earlier years, from the same source", std::move(years));
    }
    return page;
}

}  // namespace lca
