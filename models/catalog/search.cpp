// Lists and searches entries, and collects their figures, each with the nearest source, for people to read.

#include "models/catalog/search.hpp"
#include "lca/base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <compare>
#include <cstdlib>
#include <limits>
#include <optional>

#include "lca/document/node.hpp"
#include "models/catalog/entries.hpp"
#include "models/catalog/find_grid.hpp"
#include "models/catalog/region.hpp"
#include "models/catalog/word_match.hpp"

namespace lca {
namespace {

std::string text_at(Node node, std::string_view key) {
    const Node value = node ? node.find(key) : Node();
    return value && value.is_text() ? std::string(value.text()) : std::string();
}

std::string kind_of(Section section, Node node) {
    switch (section) {
        case Section::hardware:
            return text_at(node, "kind");
        case Section::grid:
            return "grid";
        case Section::region:
            return "region";
        case Section::datacentre:
            return "datacentre";
        case Section::source:
            return "source";
        case Section::model:
            return "model";
        case Section::rating:
            return "rating";
    }
    return {};
}

/// A figure as written in the file, whether as a plain value or in the long form with `value`.
std::string figure_at(Node node, std::string_view key) {
    const Node value = node ? node.find(key) : Node();
    return value && value.is_map() ? text_at(value, "value") : text_at(node, key);
}

/// A source in one line, whether written as the id of a publication, as a text or as a map.
std::string source_text(Catalog& catalog, Node source) {
    if (!source) return {};
    if (source.is_text()) return catalog.source_line(source.text());
    std::string line;
    for (const Node part : source.children()) {
        if (part.is_text()) line += (line.empty() ? "" : ", ") + std::string(part.text());
    }
    return line;
}

/// How the publication that a source names was read, "quoted from other documents"; "" if not known.
std::string access_of(Catalog& catalog, Node source) {
    const auto publication =
        source && source.is_text() ? catalog.find(Section::source, source.text()) : std::nullopt;
    return publication ? text_at(publication->node(), "access") : std::string();
}

Listed listed(Catalog& catalog, Section section, const Catalog::Found& found) {
    Listed entry;
    entry.id = found.id;
    entry.kind = kind_of(section, found.node());
    entry.name = text_at(found.node(), section == Section::source ? "title" : "name");
    if (entry.name.empty()) entry.name = entry.id;
    entry.year = year_of(text_at(found.node(), "year")).value_or(0);
    entry.source = section == Section::source ? catalog.source_line(found.id)
                                              : source_text(catalog, found.node().find("source"));
    entry.access = access_of(catalog, found.node().find("source"));
    if (const Node aliases = found.node().find("aliases"); aliases && aliases.is_list()) {
        for (const Node alias : aliases.children()) entry.aliases.emplace_back(alias.text());
    }
    if (section == Section::grid) {
        const std::string other = text_at(found.node(), "grid");
        entry.shown = {other.empty() ? figure_at(found.node(), "intensity") : "as " + other,
                       text_at(found.node(), "basis")};
    } else if (section == Section::datacentre) {
        entry.shown = {figure_at(found.node(), "pue"), figure_at(found.node(), "wue")};
    } else {
        entry.shown = {entry.kind};
    }
    return entry;
}

bool is_fact(std::string_view key) {
    constexpr std::string_view facts[] = {
        "name", "vendor", "form_factor", "operator",  "region",  "grid",    "basis",  "url",  "wue_counts",
        "note", "title",  "country",     "publisher", "authors", "licence", "access", "read", "table"};
    return std::find(std::begin(facts), std::end(facts), key) != std::end(facts);
}

/// Keys that describe the entry, or the figure next to them, and are not figures.
bool is_beside(std::string_view key) {
    constexpr std::string_view beside[] = {"kind",        "year",     "aliases",     "override", "source",
                                           "note",        "status",   "method",      "boundary", "comparable",
                                           "uncertainty", "hardware", "process_name"};
    return std::find(std::begin(beside), std::end(beside), key) != std::end(beside);
}

/// The items of a list of texts: "3, 2, 1, 3, 1".
std::string list_text(Node list) {
    std::string text;
    for (const Node item : list.children()) {
        if (item.is_text()) text += (text.empty() ? "" : ", ") + std::string(item.text());
    }
    return text;
}

std::string uncertainty_text(Node node) {
    if (!node || !node.is_map()) return {};
    std::string text;
    for (const Node part : node.children()) {
        if (!text.empty()) text += ", ";
        if (part.key() != "distribution") text += std::string(part.key()) + " ";
        text += part.is_text() ? std::string(part.text()) : "[" + list_text(part) + "]";
    }
    return text;
}

/// Walks the tree of an entry and records its figures, each with the source stated nearest above it.
class FigureWalk {
public:
    FigureWalk(Catalog& catalog, std::vector<ShownFigure>& figures) : catalog_(catalog), figures_(figures) {}

    void walk(Node node, const std::string& path, Node source) {
        if (node.is_text()) return take(node, Node(), path, source);
        if (const Node own = node.is_map() ? node.find("source") : Node()) source = own;
        if (node.is_map() && node.find("value")) return take(node.find("value"), node, path, source);
        std::size_t index = 0;
        for (const Node child : node.children()) {
            const std::string name = node.is_list() ? item_name(child, index++) : std::string(child.key());
            if (node.is_map() && is_beside(name)) continue;
            if (node.is_list() && is_one_of(child)) take_one_of(child, path + "." + name, source);
            walk(child, path.empty() ? name : path + "." + name, source);  // the loader limits the depth
        }
    }

private:
    /// The name of a list item in a figure's path: the id of its hardware ("parts.nvidia-l4"), or its index.
    static std::string item_name(Node item, std::size_t index) {
        const std::string hardware = item.is_map() ? text_at(item, "hardware") : std::string();
        return hardware.empty() ? std::to_string(index) : hardware;
    }
    static bool is_one_of(Node item) {
        return item.is_map() && item.find("hardware") && !item.find("count") && !item.find("amount");
    }
    void take_one_of(Node item, const std::string& path, Node source) {
        take(item.find("hardware"), item, path + ".count", source);
        figures_.back().value = "1";
    }

    void take(Node value, Node owner, const std::string& path, Node source) {
        ShownFigure figure;
        figure.path = path;
        figure.value = value.is_text() ? std::string(value.text()) : std::string();
        figure.place = value.place();
        const Node said = owner ? owner : value.parent();
        if (owner) {
            figure.uncertainty = uncertainty_text(owner.find("uncertainty"));
            figure.status = text_at(owner, "status");
        }
        if (owner || path.starts_with("alternatives.")) figure.note = remarks(said);
        figure.source = source_text(catalog_, source);
        if (source && source.is_text()) {
            if (const auto publication = catalog_.find(Section::source, source.text())) {
                figure.licence = text_at(publication->node(), "licence");
                figure.year = text_at(publication->node(), "year");
                figure.access = text_at(publication->node(), "access");
            }
        }
        figures_.push_back(std::move(figure));
    }

    static std::string remarks(Node node) {
        std::string text;
        for (const std::string_view key : {"boundary", "method", "note"}) {
            const std::string part = node.is_map() ? text_at(node, key) : std::string();
            if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
        }
        const std::string comparable = node.is_map() ? text_at(node, "comparable") : std::string();
        if (!comparable.empty()) text += comparable == "true" ? "; comparable" : "; not comparable";
        return text;
    }

    Catalog& catalog_;
    std::vector<ShownFigure>& figures_;
};

/// Adds coverage and method of the embodied figures, "unknown" if not stated, and the methods by which the
/// impacts were assessed.
void add_basis(Catalog& catalog, Node node, ShownEntry& entry) {
    EmbodiedBasis basis = read_embodied_basis(node);
    if (basis.gwp.empty() && basis.method != "model") basis.gwp = gwp_of_source(catalog, node, "embodied");
    entry.facts.emplace_back("embodied_basis.covers", basis.covers.empty() ? "unknown" : basis.covers);
    entry.facts.emplace_back("embodied_basis.method", basis.method.empty() ? "unknown" : basis.method);
    for (const auto& [name, word] : {std::pair("embodied_basis.gwp", &basis.gwp),
                                     {"embodied_basis.reserves", &basis.reserves},
                                     {"embodied_basis.energy", &basis.energy}})
        if (!word->empty()) entry.facts.emplace_back(name, *word);
}

/// Adds what an intensity includes besides its basis, with the defaults of the language; "unknown" if its
/// source does not say.
void add_kind(Catalog& catalog, Node node, ShownEntry& entry) {
    const IntensityBasis basis = IntensityBasis::read(node);
    entry.facts.emplace_back("kind", basis.kind);
    entry.facts.emplace_back("gas", basis.gas);
    const std::string gwp = basis.gwp.empty() ? gwp_of_source(catalog, node, "intensity") : basis.gwp;
    entry.facts.emplace_back("gwp", gwp.empty() ? "unknown" : gwp);
    const std::string imports = word_of_source(catalog, node, "intensity", "imports");
    entry.facts.emplace_back("imports", imports.empty() ? "unknown" : imports);
}

/// Adds where the catalogue has the other basis of the same place: "US-CA-LCA/2023: 253.1 gCO2e/kWh,
/// life_cycle". The life-cycle intensities of parts of countries have ids of their own.
void add_other_basis(Catalog& catalog, const Catalog::Found& found, ShownEntry& entry) {
    constexpr std::string_view suffix = "-LCA";
    const auto with_year = region_year(found.id);
    std::string region(with_year ? with_year->region : found.id);
    region.ends_with(suffix) ? region.resize(region.size() - suffix.size()) : void(region += suffix);
    const auto other = catalog.find(Section::grid, region);
    if (!other || !other->node().find("intensity")) return;
    entry.facts.emplace_back("other_basis",
                             fmt::format("{}: {}, {}", other->id, figure_at(other->node(), "intensity"),
                                         text_at(other->node(), "basis")));
}

ShownEntry shown_entry(Catalog& catalog, Section section, const Catalog::Found& found) {
    ShownEntry result;
    result.entry = listed(catalog, section, found);
    result.place = found.node().key_place();
    FigureWalk walk(catalog, result.figures);
    if (section == Section::hardware && found.node().find("embodied"))
        add_basis(catalog, found.node(), result);
    if (section == Section::grid && found.node().find("intensity")) {
        add_kind(catalog, found.node(), result);
        add_other_basis(catalog, found, result);
    }
    for (const Node child : found.node().children()) {
        const std::string key(child.key());
        if (child.is_text() && is_fact(key)) {
            result.facts.emplace_back(key, child.text());
        } else if (!is_beside(key) && key != "embodied_basis" && key != "gas" && key != "gwp") {
            walk.walk(child, key, found.node().find("source"));
        }
    }
    return result;
}

/// The number of letters that two ids have in common at their beginning.
int letters_in_common(std::string_view one, std::string_view other) {
    const auto differ = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    return static_cast<int>(differ.first - one.begin());
}

}  // namespace

std::vector<Listed> list_entries(Catalog& catalog, Section section) {
    std::vector<Listed> entries;
    for (const std::string& id : catalog.ids(section)) {
        if (const auto found = catalog.find(section, id)) entries.push_back(listed(catalog, section, *found));
    }
    return entries;
}

std::vector<Listed> search_entries(Catalog& catalog, Section section, std::string_view words) {
    const catalog::Words wanted(words);
    std::vector<Listed> entries = list_entries(catalog, section);
    std::erase_if(entries, [&](const Listed& entry) {
        std::string all = entry.id + ' ' + entry.name + ' ' + entry.kind;
        for (const std::string& alias : entry.aliases) all += ' ' + alias;
        return !wanted.all_in(all);
    });
    return entries;
}

std::vector<ShownEntry> show_entry(Catalog& catalog, Section section, std::string_view id) {
    std::vector<ShownEntry> entries;
    auto found = catalog.find(section, id);
    if (!found && section == Section::grid) found = find_grid(catalog, id);  // "aws/eu-west-3/2024"
    if (!found) return entries;
    const auto parts = region_year(found->id);
    if (!parts || region_year(id)) {
        entries.push_back(shown_entry(catalog, section, *found));
        const Node stands_in = section == Section::grid ? found->node().find("grid") : Node();
        if (!stands_in) return entries;
        if (const auto other = find_grid(catalog, stands_in.text()))
            entries.push_back(shown_entry(catalog, section, *other));
        return entries;
    }
    std::vector<int> years = catalog.years(section, parts->region);
    std::reverse(years.begin(), years.end());
    for (const int year : years) {
        const auto one = catalog.find(section, fmt::format("{}/{}", parts->region, year));
        if (one) entries.push_back(shown_entry(catalog, section, *one));
    }
    if (section != Section::grid) return entries;
    for (const std::string_view what : {"impacts", "losses"}) {
        const auto more = catalog.find(Section::region, fmt::format("{}/{}", parts->region, what));
        if (more) entries.push_back(shown_entry(catalog, Section::region, *more));
    }
    return entries;
}

std::vector<ShownEntry> siblings(Catalog& catalog, std::string_view id, std::size_t count) {
    struct Ranked {
        bool foreign;
        int unlike;  // negated number of letters that both ids have in common at their beginning
        int years_away;
        std::string id;
        auto operator<=>(const Ranked&) const = default;
    };
    const auto own = catalog.find(Section::hardware, id);
    std::vector<ShownEntry> result;
    if (!own) return result;
    const auto year = [](Node node) { return year_of(text_at(node, "year")); };
    const auto years_between = [](std::optional<int> a, std::optional<int> b) {
        return a && b ? std::abs(*a - *b) : std::numeric_limits<int>::max();  // unknown: as far as can be
    };
    std::vector<Ranked> ranked;
    for (std::string& other : catalog.ids(Section::hardware)) {
        const auto found = catalog.find(Section::hardware, other);
        if (!found || other == own->id || text_at(found->node(), "kind") != text_at(own->node(), "kind"))
            continue;
        const bool foreign = text_at(found->node(), "vendor") != text_at(own->node(), "vendor");
        ranked.push_back({foreign, -letters_in_common(own->id, other),
                          years_between(year(found->node()), year(own->node())), std::move(other)});
    }
    std::sort(ranked.begin(), ranked.end());
    for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i) {
        result.push_back(
            shown_entry(catalog, Section::hardware, *catalog.find(Section::hardware, ranked[i].id)));
    }
    return result;
}

}  // namespace lca
