// Checks the figures of entries: that the reader accepts their units, that they lie within plausible ranges,
// and that their uncertainty covers the comparable figures of other sources.

#include "models/catalog/check_entries.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/diagnostics.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/units/quantity.hpp"
#include "models/catalog/check_names.hpp"
#include "models/catalog/check_rating.hpp"
#include "models/catalog/entries.hpp"
#include "models/catalog/region.hpp"
#include "models/values/value_reader.hpp"

namespace lca {
namespace {

/// The plausible range of a figure, in the notation of scenario files. A figure of another dimension is not
/// checked against it.
struct Range {
    std::string_view low, high;
};

constexpr Range accelerator_embodied{"10 kgCO2e", "2000 kgCO2e"};
constexpr Range machine_embodied{"10 kgCO2e", "50000 kgCO2e"};
constexpr Range embodied_per_capacity{"0.0001 kgCO2e/GB", "10 kgCO2e/GB"};
constexpr Range device_power{"0.1 W", "200 kW"};
constexpr Range lifetimes{"0.5 yr", "60 yr"};
constexpr Range process_nodes{"1 nm", "1000 nm"};
constexpr Range grid_intensity{"0 gCO2e/kWh", "2000 gCO2e/kWh"};
constexpr Range generation_intensity{"0 gCO2e/kWh", "2500 gCO2e/kWh"};
constexpr Range pues{"1", "3"};
constexpr Range water{"0 L/kWh", "100 L/kWh"};
constexpr Range depletion{"0 kgSbe/kWh", "0.00001 kgSbe/kWh"};
constexpr Range primary_energy{"0 MJp/kWh", "50 MJp/kWh"};
constexpr Range transmission_losses{"0 %", "70 %"};
constexpr Range throughputs{"0.001 TFLOP/s", "100000 TFLOP/s"};
constexpr Range memories{"1 MB", "100 TB"};
constexpr Range masses{"0.01 kg", "5 t"};
constexpr double max_die_mm2 = 858;                   // the field that lithography exposes: 26 mm x 33 mm
constexpr double least_per_kg = 2, max_per_kg = 300;  // kgCO2e per kg of hardware; boards have 50 to 70

const Quantity* literal(const AnyValue& given) {
    return given && given->literal ? &*given->literal : nullptr;
}

class EntryChecker {
public:
    EntryChecker(const Known& known, Rules rules, const Sources& sources, Diagnostics& diagnostics)
        : known_(known), rules_(rules), values_(sources, diagnostics), diagnostics_(diagnostics) {}

    void check(const CatalogueEntry& entry) {
        catalog::check_sources(entry, known_, rules_, used_, diagnostics_);
        if (entry.section == Section::source) return catalog::check_publication(entry, rules_, diagnostics_);
        catalog::check_year(entry, rules_, diagnostics_);
        switch (entry.section) {
            case Section::hardware:
                return hardware(entry);
            case Section::grid:
                return grid(entry);
            case Section::region:
                return region(entry);
            case Section::datacentre:
                return datacentre(entry);
            case Section::model:
                return model(entry);
            case Section::rating:
                return catalog::check_rating(entry, diagnostics_);
            case Section::source:
                return;
        }
    }

    bool uses(std::string_view source) const { return used_.find(source) != used_.end(); }

private:
    void hardware(const CatalogueEntry& entry);
    void powers(const Hardware& hardware);
    void die(const Hardware& hardware, Node node);
    void embodied(const Hardware& hardware);
    void alternatives(const Hardware& hardware, Node node);
    void basis(const CatalogueEntry& entry);
    void embodied_per_mass(const Hardware& hardware);
    void figures_in_range(const Hardware& hardware);
    void inner(const Hardware& hardware);
    void known_hardware(const Location& reference);
    void grid(const CatalogueEntry& entry);
    void known_grid(Node id);
    void known_country(Node country);
    void region(const CatalogueEntry& entry);
    void datacentre(const CatalogueEntry& entry);
    void model(const CatalogueEntry& entry);
    void require(Node node, std::string_view key, Place at);
    void in_range(const AnyValue& given, Range range);
    void per_kwh(const ImpactValues<unit::ImpactPerEnergy>& intensity);
    void not_above(const AnyValue& low, const AnyValue& high, std::string_view which);

    const Known& known_;
    Rules rules_;
    ValueReader values_;
    Diagnostics& diagnostics_;
    std::set<std::string, std::less<>> used_;
};

void EntryChecker::require(Node node, std::string_view key, Place at) {
    if (!node.find(key)) diagnostics_.error(at, fmt::format("`{}` has no {}", shown(node.key()), key));
}

void EntryChecker::in_range(const AnyValue& given, Range range) {
    const Quantity* value = literal(given);
    if (!value) return;
    const Parsed<Quantity> low = parse_quantity(range.low);
    const Parsed<Quantity> high = parse_quantity(range.high);
    const auto* from = std::get_if<Quantity>(&low);
    const auto* to = std::get_if<Quantity>(&high);
    if (!from || !to || from->unit.dimension != value->unit.dimension) return;
    constexpr double slack = 1e-12;  // tolerance for rounding in the conversion to base units
    if (value->value >= from->value * (1 - slack) && value->value <= to->value * (1 + slack)) return;
    diagnostics_.add({.place = given->text.place(),
                      .message = fmt::format("`{}` is not plausible here", shown(given->text.text())),
                      .expected = fmt::format("{} to {}", range.low, range.high),
                      .width = characters(given->text.text())});
}

/// Checks the intensity in each impact category, per kWh of a grid's electricity.
void EntryChecker::per_kwh(const ImpactValues<unit::ImpactPerEnergy>& intensity) {
    for (const AnyValue& given : intensity.of) {
        for (const Range range : {grid_intensity, water, depletion, primary_energy}) in_range(given, range);
    }
}

void EntryChecker::not_above(const AnyValue& low, const AnyValue& high, std::string_view which) {
    if (!literal(low) || !literal(high) || literal(low)->value <= literal(high)->value) return;
    diagnostics_.add({.place = low->text.place(),
                      .message = fmt::format("the {}", which),
                      .related = {{high->text.place(), fmt::format("`{}`", shown(high->text.text()))}},
                      .width = characters(low->text.text())});
}

void EntryChecker::powers(const Hardware& hardware) {
    const AnyValue& max = hardware.power_max;
    const AnyValue& typical = hardware.power_typical;
    const AnyValue& idle = hardware.power_idle;
    if (hardware.kind != HardwareKind::infrastructure) {
        for (const AnyValue& power : {max, typical, idle}) in_range(power, device_power);
    }
    not_above(idle, max, "idle power is above the maximum");
    not_above(idle, typical, "idle power is above the typical power");
    not_above(typical, max, "typical power is above the maximum");
}

void EntryChecker::die(const Hardware& hardware, Node node) {
    in_range(hardware.process, process_nodes);
    const Quantity* area = literal(hardware.die_area);
    if (!area) return;
    const Node dies = node.find("die").find("dies");
    const Parsed<double> stated = dies ? parse_number(dies.text()) : Parsed<double>(1.0);
    const double* count = std::get_if<double>(&stated);
    if (!count || area->value * 1e6 <= max_die_mm2 * *count) return;
    diagnostics_.error(
        hardware.die_area->text.place(), "the area is larger than a single die can be",
        fmt::format("at most {} mm2 per die; give the number of dies as in `dies: 2`", max_die_mm2));
}

void EntryChecker::embodied(const Hardware& hardware) {
    const bool accelerator = hardware.kind == HardwareKind::accelerator;
    for (const LifeCycleStageImpact& stage : hardware.embodied) {
        if (stage.name == "end_of_life" || stage.name == "transport") continue;
        for (const LifeCycleStageImpact::Contribution& component : stage.components) {
            const AnyValue& climate = component.impact[index_of::climate];
            in_range(climate, embodied_per_capacity);
            if (!component.name.empty() || hardware.kind == HardwareKind::infrastructure) continue;
            in_range(climate, accelerator ? accelerator_embodied : machine_embodied);
        }
    }
}

/// The rule of hardware_db/README.md: if comparable figures of other sources exist, the uncertainty must be
/// triangular, from the lowest to the highest of all of them.
void EntryChecker::alternatives(const Hardware& hardware, Node node) {
    const Node list = node.find("alternatives");
    if (!list || !list.is_list()) return;
    AnyValue own;
    if (hardware.embodied.size() == 1 && hardware.embodied[0].components.size() == 1) {
        own = hardware.embodied[0].components[0].impact[index_of::climate];
    }
    double low = literal(own) ? literal(own)->value : 0;
    double high = low;
    bool comparable = false;
    for (const Node one : list.children()) {
        if (one.faulty()) continue;
        const auto figure = read_embodied(one.find("embodied"), values_, Bounds::not_negative);
        const Quantity* other = literal(figure[index_of::climate]);
        if (one.find("comparable").text() != "true" || !other) continue;
        comparable = true;
        low = std::min(low, other->value);
        high = std::max(high, other->value);
    }
    if (!comparable || !literal(own)) return;
    const auto* stated = own->uncertainty ? std::get_if<Triangular>(&own->uncertainty->shape) : nullptr;
    if (stated && stated->low == low && stated->high == high) return;
    const UnitText& unit = literal(own)->unit;
    diagnostics_.error(own->text.place(),
                       "comparable figures differ from this figure, whose uncertainty does not cover them",
                       fmt::format("uncertainty: {{distribution: triangular, low: {}, high: {}}}",
                                   to_text(low, unit), to_text(high, unit)));
}

/// Checks that coverage and method of embodied figures are stated, and not stated a second time where the
/// stages or a model of manufacture determine them.
void EntryChecker::basis(const CatalogueEntry& entry) {
    const Node embodied = entry.node.find("embodied"), said = entry.node.find("embodied_basis");
    if (!embodied || embodied.faulty() || (said && said.faulty())) return;
    const EmbodiedBasis found = read_embodied_basis(entry.node);
    for (const std::string_view key : {"covers", "method"}) {
        const Node own = said ? said.find(key) : Node();
        const std::string& is = key == "covers" ? found.covers : found.method;
        if (!own && is.empty() && rules_ == Rules::built_in)
            diagnostics_.error(
                embodied.key_place(),
                fmt::format("`{}` does not state `{}` for its embodied figures", shown(entry.id), key),
                fmt::format("embodied_basis: {{{}: …}}, `unknown` if no source states it", key));
        if (own && !own.faulty() && !is.empty() && own.text() != is)
            diagnostics_.error(own.place(), fmt::format("the embodied figures imply {}", is),
                               fmt::format("no `{}`", key));
    }
}

void EntryChecker::hardware(const CatalogueEntry& entry) {
    const Hardware hardware = read_hardware(entry.id, entry.node, values_);
    require(entry.node, "kind", entry.node.key_place());
    if (rules_ == Rules::built_in) require(entry.node, "name", entry.node.key_place());
    powers(hardware);
    die(hardware, entry.node);
    in_range(hardware.lifetime, lifetimes);
    embodied(hardware);
    alternatives(hardware, entry.node);
    basis(entry);
    embodied_per_mass(hardware);
    figures_in_range(hardware);
    inner(hardware);
    if (rules_ == Rules::built_in && hardware.kind == HardwareKind::instance && hardware.parts.empty()) {
        diagnostics_.error(entry.node.key_place(), fmt::format("`{}` has no parts", shown(entry.id)),
                           "the share of its host, and the accelerators it gets");
    }
}

void EntryChecker::known_grid(Node id) {
    if (!id.is_text() || id.faulty() || known_(Section::grid, id.text())) return;
    diagnostics_.add({.place = id.place(),
                      .message = fmt::format("unknown grid `{}`", shown(id.text())),
                      .expected = "the id of a grid",
                      .width = characters(id.text())});
}

/// Compares embodied figures with the mass of the item: finds those mistyped by a factor of a thousand.
void EntryChecker::embodied_per_mass(const Hardware& hardware) {
    const Quantity* mass = literal(hardware.mass);
    if (!mass) return;
    for (const LifeCycleStageImpact& stage : hardware.embodied) {
        if (stage.components.size() != 1 || (!stage.name.empty() && stage.name != "manufacturing")) continue;
        const AnyValue& climate = stage.components[0].impact[index_of::climate];
        if (!literal(climate) || literal(climate)->unit.dimension != impacts()[index_of::climate].dimension)
            continue;
        const double per_kg = literal(climate)->value / mass->value;
        if (per_kg >= least_per_kg && per_kg <= max_per_kg) continue;
        diagnostics_.add({.place = climate->text.place(),
                          .message = fmt::format("{:.3g} kgCO2e per kg of hardware is not plausible", per_kg),
                          .expected = fmt::format("{} to {} kgCO2e per kg", least_per_kg, max_per_kg),
                          .related = {{hardware.mass->text.place(), "its mass"}},
                          .width = characters(climate->text.text())});
    }
}

void EntryChecker::figures_in_range(const Hardware& hardware) {
    in_range(hardware.mass, masses);
    in_range(hardware.memory, memories);
    for (const Hardware::Peak& peak : hardware.peak) in_range(peak.value, throughputs);
}

void EntryChecker::inner(const Hardware& hardware) {
    for (const Hardware::IncludedAccelerator& held : hardware.included_accelerators)
        known_hardware(held.hardware.location);
    for (const Component& part : hardware.parts) {
        known_hardware(part.hardware.location);
        if (part.hardware.text == hardware.id)
            diagnostics_.error(part.hardware.location.place(),
                               fmt::format("`{}` is a part of itself", shown(hardware.id)));
        if (part.count && part.amount)
            diagnostics_.error(part.amount->text.place(), "a part has a count or an amount, not both");
    }
}

void EntryChecker::known_hardware(const Location& reference) {
    if (known_(Section::hardware, reference.text())) return;
    diagnostics_.add({.place = reference.place(),
                      .message = fmt::format("unknown hardware `{}`", shown(reference.text())),
                      .expected = "the id of a piece of hardware",
                      .width = characters(reference.text())});
}

void EntryChecker::grid(const CatalogueEntry& entry) {
    const GridEntry grid = read_grid(entry.id, entry.node, values_);
    if (const Node other = entry.node.find("grid")) {
        known_grid(other);
        for (const std::string_view key :
             {"intensity", "mix", "water_intensity", "basis", "kind", "gas", "year", "country"}) {
            const Node own = entry.node.find(key);
            if (!own) continue;
            diagnostics_.error(
                own.key_place(),
                fmt::format("`{}` takes its figures from another grid, so it cannot also state its own {}",
                            shown(entry.id), key),
                "`grid` alone, or figures and no `grid`");
        }
        return;
    }
    require(entry.node, "year", entry.node.key_place());
    require(entry.node, "intensity", entry.node.key_place());
    if (rules_ == Rules::built_in) {
        for (const std::string_view key : {"name", "region", "basis"})
            require(entry.node, key, entry.node.key_place());
    }
    known_country(entry.node.find("country"));
    per_kwh(grid.intensity);
    in_range(grid.water_intensity, water);
}

void EntryChecker::known_country(Node country) {
    if (!country || known_(Section::region, fmt::format("{}/impacts", country.text()))) return;
    diagnostics_.add(
        {.place = country.place(),
         .message = fmt::format("nothing is known of `{}` but intensities", shown(country.text())),
         .expected = "a country with an entry under `regions`, as FRA/impacts",
         .width = characters(country.text())});
}

void EntryChecker::region(const CatalogueEntry& entry) {
    const RegionEntry region = read_region(entry.id, entry.node, values_);
    if (rules_ == Rules::built_in) require(entry.node, "name", entry.node.key_place());
    if (region.intensity[index_of::climate]) {
        diagnostics_.error(entry.node.find("intensity").place(),
                           "climate change per kWh belongs to a grid and a year",
                           "an entry of `grids`; here other impacts");
    }
    per_kwh(region.intensity);
    in_range(region.water_intensity, water);
    for (const RegionEntry::Losses& one : region.losses) in_range(one.share, transmission_losses);
    const Node losses = entry.node.find("losses");
    if (!losses || !losses.is_map()) return;
    for (const Node of_year : losses.children()) {
        if (year_of(of_year.key())) continue;
        diagnostics_.error(of_year.key_place(), fmt::format("`{}` is not a year", shown(of_year.key())),
                           "a year, such as 2023");
    }
}

void EntryChecker::datacentre(const CatalogueEntry& entry) {
    const DatacentreEntry centre = read_datacentre(entry.id, entry.node, values_);
    if (rules_ == Rules::built_in) require(entry.node, "operator", entry.node.key_place());
    if (centre.grid) known_grid(centre.grid.location.node());
    in_range(centre.pue, pues);
    in_range(centre.wue, water);
    in_range(centre.water_intensity, water);
    in_range(centre.market_intensity, grid_intensity);
}

void EntryChecker::model(const CatalogueEntry& entry) {
    for (const Node table : entry.node.children()) {
        if (!table.is_map() || table.find("value") || table.key() == "source") continue;
        for (const Node figure : table.children()) {
            if (figure.faulty()) continue;
            for (const Range range : {generation_intensity, water}) in_range(values_.read_any(figure), range);
        }
    }
}

}  // namespace

void check_entries(std::span<const CatalogueEntry> entries, const Known& known, Rules rules,
                   const Sources& sources, Diagnostics& diagnostics) {
    EntryChecker checker(known, rules, sources, diagnostics);
    for (const CatalogueEntry& entry : entries) checker.check(entry);
    if (rules != Rules::built_in) return;
    for (const CatalogueEntry& entry : entries) {
        if (entry.section != Section::source || checker.uses(entry.id)) continue;
        diagnostics.error(entry.node.key_place(), fmt::format("the source `{}` is not used", shown(entry.id)),
                          "an entry or figure with this source");
    }
}

}  // namespace lca
