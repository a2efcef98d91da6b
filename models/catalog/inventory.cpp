// Counts the figures as the `show` commands print them, so that each figure counted can be looked up there.

#include "models/catalog/inventory.hpp"

#include <algorithm>
#include <set>

#include "lca/document/node.hpp"
#include "lca/units/impact.hpp"
#include "lca/units/quantity.hpp"
#include "models/catalog/entries.hpp"
#include "models/catalog/region.hpp"
#include "models/catalog/search.hpp"

namespace lca {
namespace {

/// A figure that a complete entry should have: the kind of entry (or how its name begins), and the figure's
/// name as name_of() gives it.
struct Wanted {
    std::string_view kind, figure;
};
constexpr Wanted wanted[] = {
    {"accelerator", "power.max"},
    {"accelerator", "power.idle"},
    {"accelerator", "peak"},
    {"accelerator", "memory"},
    {"accelerator", "die.area"},
    {"accelerator", "embodied, climate change"},
    {"accelerator", "embodied, abiotic depletion"},
    {"accelerator", "embodied, primary energy"},
    {"accelerator", "embodied, water consumption"},
    {"accelerator", "embodied, by figure or model"},
    {"accelerator", "embodied, basis and method known"},
    {"cpu", "power.max"},
    {"cpu", "die.area"},
    {"cpu", "embodied, climate change"},
    {"cpu", "embodied, basis and method known"},
    {"server", "power.max"},
    {"server", "power.idle"},
    {"server", "embodied, climate change"},
    {"server", "embodied, abiotic depletion"},
    {"server", "embodied, with all its parts"},
    {"server", "embodied, basis and method known"},
    {"instance", "power, its own or of all its parts"},
    {"instance", "embodied, of all its parts"},
    {"memory", "embodied, climate change"},
    {"memory", "embodied, basis and method known"},
    {"memory", "power.max"},
    {"storage", "embodied, climate change"},
    {"storage", "embodied, basis and method known"},
    {"storage", "power.max"},
    {"network", "embodied, climate change"},
    {"network", "power.max"},
    {"infrastructure", "embodied, climate change"},
    {"infrastructure", "embodied, basis and method known"},
    {"grid", "intensity, climate change"},
    {"grid", "basis"},
    {"region", "intensity, abiotic depletion"},
    {"region", "intensity, primary energy"},
    {"region", "water_intensity"},
    {"region", "losses"},
    {"datacentre", "pue"},
    {"datacentre", "wue"},
    {"datacentre", "water_intensity"},
    {"datacentre", "market_intensity, climate change"},
};

/// ", climate change" if the value is an impact or an impact per something;
/// otherwise "". Volumes of water are not named: water per kWh has its own key.
std::string impact_of(std::string_view value) {
    const Parsed<Quantity> parsed = parse_quantity(value);
    const auto* quantity = std::get_if<Quantity>(&parsed);
    if (!quantity) return {};
    for (const ImpactCategory& impact : impacts()) {
        const Category category = impact.dimension.category();
        if (category != Category::none && quantity->unit.dimension.category() == category)
            return ", " + std::string(impact.name);
    }
    return {};
}

/// "embodied.manufacturing.board" with 3 kgCO2e becomes "embodied, climate change"; "power.max" is unchanged.
std::string name_of(const ShownFigure& figure) {
    const std::string_view path = figure.path;
    const std::string_view first = path.substr(0, path.find('.'));
    if (first == "power" || first == "die") return figure.path;
    return std::string(first) + impact_of(figure.value);
}

/// Whether a value in a rating counts as a figure: energy and stars do, the names of task and models do not.
bool is_rated(const ShownFigure& figure) {
    return figure.path.ends_with(".energy") || figure.path.ends_with(".stars");
}

/// The last year in a text such as "2021-2025"; 0 if it does not end in a year.
int last_year(std::string_view text) {
    return text.size() < 4 ? 0 : year_of(text.substr(text.size() - 4)).value_or(0);
}

std::string or_not_stated(const std::string& text) {
    return text.empty() ? "not stated" : text;
}

std::string fact(const ShownEntry& shown, std::string_view wanted_name) {
    for (const auto& [name, text] : shown.facts) {
        if (name == wanted_name) return text;
    }
    return {};
}

/// The kind of an entry; for a grid with its basis, or "region in a grid" if it uses another grid's figures.
std::string kind_with_basis(const ShownEntry& shown) {
    if (shown.entry.kind != "grid") return shown.entry.kind;
    if (!fact(shown, "grid").empty()) return "region in a grid";
    return "grid, " + fact(shown, "basis");
}

// Each function tells whether a figure is known for an item of hardware, or for all of its parts.

constexpr int max_nesting = 8;  // limit, so that parts that contain each other in a cycle cannot loop forever

using KnownOf = bool (*)(Catalog&, Node, int);

bool of_every_part(Catalog& catalog, Node node, KnownOf known, int depth) {
    const Node parts = node.find("parts");
    if (!parts || depth == max_nesting) return false;
    for (const Node part : parts.children()) {
        const auto found = catalog.find(Section::hardware, part.find("hardware").text());
        if (!found || !known(catalog, found->node(), depth + 1)) return false;
    }
    return true;
}

/// Whether the maximum power is known: stated for the item, or known for each of its parts.
bool power_of(Catalog& catalog, Node node, int depth) {
    if (const Node power = node.find("power"); power && power.find("max")) return true;
    return of_every_part(catalog, node, power_of, depth);
}

/// Whether the embodied impact is known: of all parts and, except for an instance, also of the item itself.
bool embodied_of(Catalog& catalog, Node node, int depth) {
    const bool has_parts = static_cast<bool>(node.find("parts"));
    const bool nothing_beside_them = node.find("kind") && node.find("kind").text() == "instance";
    if (!node.find("embodied") && !(has_parts && nothing_beside_them)) return false;
    return !has_parts || of_every_part(catalog, node, embodied_of, depth);
}

/// Names of the parts for which a figure is not known, or of the item if it has no parts; "" if it is known.
std::string lacking_parts(Catalog& catalog, const std::string& id, Node node, KnownOf known) {
    if (known(catalog, node, 0)) return {};
    const Node parts = node.find("parts");
    if (!parts) return id;
    std::string lacking;
    for (const Node part : parts.children()) {
        const std::string_view name = part.find("hardware").text();
        const auto found = catalog.find(Section::hardware, name);
        if (found && known(catalog, found->node(), 1)) continue;
        lacking += (lacking.empty() ? "" : ", ") + std::string(name);
    }
    return lacking;
}

class Counter {
public:
    explicit Counter(Catalog& catalog) : catalog_(catalog) {}

    Inventory count() {
        for (const std::string& id : catalog_.ids(Section::source)) publication(id);
        for (const Section section : {Section::hardware, Section::grid, Section::region, Section::datacentre,
                                      Section::model, Section::rating}) {
            for (const std::string& id : catalog_.ids(section)) {
                entry(section, show_entry(catalog_, section, id).front());
            }
        }
        of_kind_["region"] = regions_.size();  // every region may have an entry of other impacts and losses
        for (const Wanted& one : wanted) cover(one);
        inventory_.regions = cloud_regions(catalog_);
        return std::move(inventory_);
    }

private:
    void publication(const std::string& id) {
        for (const ShownEntry& shown : show_entry(catalog_, Section::source, id)) {
            ++inventory_.publications;
            access_.emplace(shown.entry.source, or_not_stated(fact(shown, "access")));
            ++inventory_.licences[or_not_stated(fact(shown, "licence"))].publications;
            ++inventory_.read[or_not_stated(fact(shown, "access"))].publications;
            const Node year = catalog_.find(Section::source, id)->node().find("year");
            ++inventory_.published[year ? last_year(year.text()) : 0].publications;
        }
    }

    void entry(Section section, const ShownEntry& shown) {
        const int year = shown.entry.year;
        ++inventory_.entries;
        KindCount& kind = inventory_.kinds[kind_with_basis(shown)];
        ++kind.entries;
        if (year != 0) {
            kind.oldest = kind.oldest == 0 ? year : std::min(kind.oldest, year);
            kind.newest = std::max(kind.newest, year);
        }
        Inventory::Years& of_year = inventory_.years[year];
        if (section == Section::hardware) ++of_year.hardware;
        if (section == Section::grid) ++of_year.grids;
        if (section == Section::datacentre) ++of_year.datacentres;
        if (section == Section::model)
            inventory_.models.push_back({shown.entry.id, fact(shown, "name"), fact(shown, "note")});
        std::set<std::string> names;
        for (const ShownFigure& one : shown.figures) {
            if (section == Section::rating && !is_rated(one)) continue;
            figure(one, kind);
            names.insert(name_of(one));
        }
        if (!fact(shown, "grid").empty()) return;
        derived(section, shown, names);
        for (const std::string& name : names) ++having_[{shown.entry.kind, name}];
        ++of_kind_[shown.entry.kind];
        if (section == Section::grid) regions_.insert(fact(shown, "region"));
    }

    /// Adds to `names` what is known through parts or a model, and whether basis and method are stated.
    void derived(Section section, const ShownEntry& shown, std::set<std::string>& names) {
        const std::string basis = fact(shown, "basis");
        if (section == Section::grid && !basis.empty() && basis != "unstated") names.insert("basis");
        if (section != Section::hardware) return;
        const Node node = catalog_.find(Section::hardware, shown.entry.id)->node();
        if (read_embodied_basis(node).known()) names.insert("embodied, basis and method known");
        if (power_of(catalog_, node, 0)) names.insert("power, its own or of all its parts");
        if (shown.entry.kind == "instance") instance(shown.entry.id, node);
        if (!embodied_of(catalog_, node, 0)) return;
        for (const std::string_view as :
             {"embodied, by figure or model", "embodied, with all its parts", "embodied, of all its parts"})
            names.insert(std::string(as));
    }

    void instance(const std::string& id, Node node) {
        IncompleteInstance one{id, lacking_parts(catalog_, id, node, power_of),
                               lacking_parts(catalog_, id, node, embodied_of)};
        if (one.power.empty() && one.embodied.empty()) return;
        inventory_.incomplete_instances.push_back(std::move(one));
    }

    void figure(const ShownFigure& figure, KindCount& kind) {
        ++inventory_.figures;
        ++kind.figures;
        if (!figure.uncertainty.empty()) ++kind.uncertain;
        ++inventory_.status[figure.status.empty() ? "printed" : figure.status];
        ++inventory_.licences[or_not_stated(figure.licence)].figures;
        ++inventory_.published[last_year(figure.year)].figures;
        const auto access = access_.find(figure.source);
        ++inventory_.read[access == access_.end() ? or_not_stated("") : access->second].figures;
    }

    void cover(const Wanted& one) {
        const auto entries = of_kind_.find(std::string(one.kind));
        if (entries == of_kind_.end() || entries->second == 0) return;
        const auto have = having_.find({std::string(one.kind), std::string(one.figure)});
        inventory_.coverage.push_back({std::string(one.kind), std::string(one.figure),
                                       have == having_.end() ? 0 : have->second, entries->second});
    }

    Catalog& catalog_;
    Inventory inventory_;
    std::map<std::string, std::string> access_;  // how the source was read, by its citation in one line
    std::map<std::pair<std::string, std::string>, std::size_t> having_;
    std::map<std::string, std::size_t> of_kind_;
    std::set<std::string> regions_;  // regions that have grid entries
};

}  // namespace

Inventory take_inventory(Catalog& catalog) {
    return Counter(catalog).count();
}

}  // namespace lca
