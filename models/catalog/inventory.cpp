// Walks over what `show` shows, so a figure counted is a figure that can be looked at.

#include "models/catalog/inventory.hpp"

#include <algorithm>
#include <set>

#include "lca/document/node.hpp"
#include "lca/units/impact.hpp"
#include "lca/units/quantity.hpp"
#include "models/catalog/region.hpp"
#include "models/catalog/search.hpp"

namespace lca {
namespace {

/// What a complete entry of a kind has; the beginning of the kind and the name that name_of() gives.
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
    {"cpu", "power.max"},
    {"cpu", "die.area"},
    {"cpu", "embodied, climate change"},
    {"server", "power.max"},
    {"server", "power.idle"},
    {"server", "embodied, climate change"},
    {"server", "embodied, abiotic depletion"},
    {"instance", "embodied, climate change"},
    {"memory", "embodied, climate change"},
    {"memory", "power.max"},
    {"storage", "embodied, climate change"},
    {"storage", "power.max"},
    {"network", "embodied, climate change"},
    {"network", "power.max"},
    {"infrastructure", "embodied, climate change"},
    {"grid", "intensity, climate change"},
    {"region", "intensity, abiotic depletion"},
    {"region", "intensity, primary energy"},
    {"region", "water_intensity"},
    {"region", "losses"},
    {"datacentre", "pue"},
    {"datacentre", "wue"},
    {"datacentre", "water_intensity"},
    {"datacentre", "market_intensity, climate change"},
};

/// ", climate change" where the value is an impact, whole or per something; "" else. Volumes are left alone:
/// water per kWh has a key of its own.
std::string impact_of(std::string_view value) {
    const Parsed<Quantity> parsed = parse_quantity(value);
    const auto* quantity = std::get_if<Quantity>(&parsed);
    if (!quantity) return {};
    for (const Impact& impact : impacts()) {
        const Category category = impact.dimension.category();
        if (category != Category::none && quantity->unit.dimension.category() == category)
            return ", " + std::string(impact.name);
    }
    return {};
}

/// "embodied.manufacturing.board" of 3 kgCO2e is "embodied, climate change"; "power.max" stays.
std::string name_of(const ShownFigure& figure) {
    const std::string_view path = figure.path;
    const std::string_view first = path.substr(0, path.find('.'));
    if (first == "power" || first == "die") return figure.path;
    return std::string(first) + impact_of(figure.value);
}

/// The names of task and models are no figures.
bool is_rated(const ShownFigure& figure) {
    return figure.path.ends_with(".energy") || figure.path.ends_with(".stars");
}

/// The last year of "2021-2025"; 0 for a text without one.
int last_year(std::string_view text) {
    return text.size() < 4 ? 0 : year_of(text.substr(text.size() - 4)).value_or(0);
}

std::string or_unsaid(const std::string& text) {
    return text.empty() ? "not said" : text;
}

std::string fact(const ShownEntry& shown, std::string_view wanted_name) {
    for (const auto& [name, text] : shown.facts) {
        if (name == wanted_name) return text;
    }
    return {};
}

/// Grids by their basis; regions that stand in another grid have no figures of their own.
std::string kind_with_basis(const ShownEntry& shown) {
    if (shown.entry.kind != "grid") return shown.entry.kind;
    if (!fact(shown, "grid").empty()) return "region in a grid";
    return "grid, " + fact(shown, "basis");
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
        of_kind_["region"] = regions_.size();  // each may have its impacts and its losses
        for (const Wanted& one : wanted) cover(one);
        return std::move(inventory_);
    }

private:
    void publication(const std::string& id) {
        for (const ShownEntry& shown : show_entry(catalog_, Section::source, id)) {
            ++inventory_.publications;
            access_.emplace(shown.entry.source, or_unsaid(fact(shown, "access")));
            ++inventory_.licences[or_unsaid(fact(shown, "licence"))].publications;
            ++inventory_.read[or_unsaid(fact(shown, "access"))].publications;
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
        std::set<std::string> names;
        for (const ShownFigure& one : shown.figures) {
            if (section == Section::rating && !is_rated(one)) continue;
            figure(one, kind);
            names.insert(name_of(one));
        }
        if (!fact(shown, "grid").empty()) return;
        for (const std::string& name : names) ++having_[{shown.entry.kind, name}];
        ++of_kind_[shown.entry.kind];
        if (section == Section::grid) regions_.insert(fact(shown, "region"));
    }

    void figure(const ShownFigure& figure, KindCount& kind) {
        ++inventory_.figures;
        ++kind.figures;
        if (!figure.uncertainty.empty()) ++kind.uncertain;
        ++inventory_.status[figure.status.empty() ? "printed" : figure.status];
        ++inventory_.licences[or_unsaid(figure.licence)].figures;
        ++inventory_.published[last_year(figure.year)].figures;
        const auto access = access_.find(figure.source);
        ++inventory_.read[access == access_.end() ? or_unsaid("") : access->second].figures;
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
    std::map<std::string, std::string> access_;  // by the source's line
    std::map<std::pair<std::string, std::string>, std::size_t> having_;
    std::map<std::string, std::size_t> of_kind_;
    std::set<std::string> regions_;  // of the grids
};

}  // namespace

Inventory take_inventory(Catalog& catalog) {
    return Counter(catalog).count();
}

}  // namespace lca
