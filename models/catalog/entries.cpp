// Reads entries that have been checked into structs.

#include "models/catalog/entries.hpp"

#include <algorithm>

#include "lca/units/quantity.hpp"
#include "models/catalog/region.hpp"
#include "models/values/value_reader.hpp"

namespace lca {
namespace {

constexpr std::string_view stage_names[] = {"manufacturing", "transport", "end_of_life"};

std::string_view text_of(Node node, std::string_view key) {
    const Node value = node.find(key);
    return value && value.is_text() && !value.faulty() ? value.text() : std::string_view();
}

bool is_long_form(Node node) {
    return node.is_map() && node.find("value");
}

bool beside_figures(std::string_view key) {
    return key == "title" || key == "note" || key == "source";
}

/// The node of the first number in a value (plain, long form with `value`, or list), or an empty node.
Node number_of(Node node) {
    constexpr int deepest = 3;  // levels: a list, a long form in it, and the text of its `value`
    for (int level = 0; level < deepest && node && !node.is_text(); ++level) {
        if (node.size() == 0) return {};
        node = node.is_list() ? *node.children().begin() : node.find("value");
    }
    return node && node.is_text() ? node : Node();
}

/// Whether hardware can be bought by an amount of this dimension: by capacity, length, area, mass or number.
/// Not by time or by an impact.
bool is_amount(Dimension dimension) {
    constexpr Base bought[] = {Base::length, Base::mass, Base::information};
    if (dimension.category() != Category::none) return false;
    for (std::size_t i = 0; i < base_count; ++i) {
        const Base base = static_cast<Base>(i);
        const int exponent = dimension.exponent(base);
        if (exponent < 0 ||
            (exponent > 0 && std::find(std::begin(bought), std::end(bought), base) == std::end(bought)))
            return false;
    }
    return true;
}

/// The dimension that an embodied figure is divided by: none for one item, information for "kgCO2e/GB". As
/// water has the unit of a volume, a figure counts as water only if its unit has length to the power of 3.
Dimension amount_dimension(Node node) {
    const Node number = number_of(node);
    if (!number || number.text().starts_with('=')) return {};
    const Parsed<Quantity> parsed = parse_quantity(number.text());
    const auto* quantity = std::get_if<Quantity>(&parsed);
    if (!quantity) return {};
    const Dimension found = quantity->unit.dimension;
    for (const ImpactCategory& impact : impacts()) {
        const auto amount = divide(impact.dimension, found);
        if (!amount || !is_amount(*amount)) continue;
        const bool water = impact.dimension.category() == Category::none;
        const bool like = water ? found.exponent(Base::length) == impact.dimension.exponent(Base::length)
                                : found.exponent(Base::impact) == 1;
        if (like) return *amount;
    }
    return {};
}

LifeCycleStageImpact read_stage(std::string_view name, Node node, ValueReader& values) {
    LifeCycleStageImpact stage{.name = std::string(name)};
    const Bounds bounds = name == "end_of_life" ? Bounds::any : Bounds::not_negative;
    if (!node.is_map() || is_long_form(node)) {
        stage.components.push_back({"", read_embodied(node, values, bounds)});
        return stage;
    }
    if (node.find("model")) {
        stage.model = node;
        return stage;
    }
    for (const Node component : node.children()) {
        if (beside_figures(component.key()) || component.faulty()) continue;
        stage.components.push_back({std::string(component.key()), read_embodied(component, values, bounds)});
    }
    return stage;
}

std::vector<LifeCycleStageImpact> read_stages(Node node, ValueReader& values) {
    std::vector<LifeCycleStageImpact> stages;
    if (!node || node.faulty()) return stages;
    if (!node.is_map() || is_long_form(node)) {
        stages.push_back(read_stage("", node, values));
        return stages;
    }
    if (node.find("model")) {
        stages.push_back(read_stage("", node, values));
        return stages;
    }
    for (const std::string_view name : stage_names) {
        const Node stage = node.find(name);
        if (stage && !stage.faulty()) stages.push_back(read_stage(name, stage, values));
    }
    return stages;
}

std::vector<Component> read_inner_parts(Node list, ValueReader& values) {
    std::vector<Component> parts;
    if (!list || !list.is_list()) return parts;
    for (const Node node : list.children()) {
        if (node.faulty() || !node.is_map() || !node.find("hardware")) continue;
        Component part;
        part.location = node;
        part.hardware = node.find("hardware");
        part.count = values.read<unit::None>(node.find("count"), Bounds::positive);  // may be a fraction
        part.amount = values.read_any(node.find("amount"));
        parts.push_back(part);
    }
    return parts;
}

/// The coverage that the stages of an embodied figure imply, such as "cradle_to_site" for manufacturing and
/// transport; "" if it is not broken down into stages.
std::string covered_by_stages(Node embodied) {
    if (!embodied.is_map() || is_long_form(embodied) || embodied.find("model")) return {};
    const bool transport = static_cast<bool>(embodied.find("transport"));
    const bool end = static_cast<bool>(embodied.find("end_of_life"));
    if (!embodied.find("manufacturing")) return {};
    if (transport && end) return "cradle_to_grave_without_use";
    if (end) return "cradle_to_gate_and_end_of_life";
    return transport ? "cradle_to_site" : "cradle_to_gate";
}

/// Whether the embodied figure, or its manufacturing stage if it has stages, is calculated by a model.
bool is_modelled(Node embodied) {
    if (!embodied.is_map()) return false;
    const Node making = embodied.find("manufacturing");
    return embodied.find("model") || (making && making.is_map() && making.find("model"));
}

std::string known_word(Node map, std::string_view key) {
    const std::string_view word = map && map.is_map() ? text_of(map, key) : std::string_view();
    return word == "unknown" ? std::string() : std::string(word);
}

int year_at(std::string_view id, Node node) {
    if (const auto year = year_of(text_of(node, "year"))) return *year;
    const auto parts = region_year(id);
    return parts ? parts->year : 0;
}

}  // namespace

ByCategory read_embodied(Node node, ValueReader& values, Bounds bounds) {
    if (!node || node.faulty()) return {};
    const auto dimension = divide(dimension_of<unit::Impact>(), amount_dimension(node));
    return values.read_impacts(node, dimension.value_or(dimension_of<unit::Impact>()), bounds);
}

EmbodiedBasis read_embodied_basis(Node entry) {
    EmbodiedBasis basis;
    const Node embodied = entry.find("embodied"), said = entry.find("embodied_basis");
    if (!embodied || embodied.faulty()) return basis;
    const std::string by_stages = covered_by_stages(embodied);
    const bool modelled = is_modelled(embodied);
    basis.covers = !by_stages.empty() ? by_stages : modelled ? "cradle_to_gate" : known_word(said, "covers");
    basis.method = modelled ? "model" : known_word(said, "method");
    basis.gwp = known_word(said, "gwp");
    basis.reserves = known_word(said, "reserves");
    basis.energy = known_word(said, "energy");
    return basis;
}

std::string word_of_source(Catalog& catalog, Node entry, std::string_view figure, std::string_view word) {
    Node at = entry.find(figure);
    if (at && at.is_list() && at.size() > 0) at = *at.children().begin();
    Node source = at && at.is_map() ? at.find("source") : Node();
    if (!source) source = entry.find("source");
    if (!source || !source.is_text()) return {};
    const auto publication = catalog.find(Section::source, source.text());
    return publication ? known_word(publication->node(), word) : std::string();
}

std::string word_of_source(Catalog& catalog, const Catalog::Found& entry, std::string_view figure,
                           std::string_view word) {
    return word_of_source(catalog, entry.node(), figure, word);
}

bool is_quoted(Catalog& catalog, std::string_view source) {
    const auto publication = catalog.find(Section::source, source);
    return publication && text_of(publication->node(), "access").starts_with("quoted");
}

std::string gwp_of_source(Catalog& catalog, Node entry, std::string_view figure) {
    return word_of_source(catalog, entry, figure, "gwp");
}

std::string gwp_of_source(Catalog& catalog, const Catalog::Found& entry, std::string_view figure) {
    return gwp_of_source(catalog, entry.node(), figure);
}

Hardware read_hardware(std::string_view id, Node node, ValueReader& values) {
    Hardware hardware;
    hardware.id = id;
    hardware.kind = hardware_kind(text_of(node, "kind")).value_or(HardwareKind::other);
    hardware.name = text_of(node, "name");
    if (hardware.name.empty()) hardware.name = id;
    hardware.vendor = text_of(node, "vendor");
    if (const Node power = node.find("power"); power && power.is_map()) {
        hardware.power_max = values.read<unit::Power>(power.find("max"));
        hardware.power_typical = values.read<unit::Power>(power.find("typical"));
        hardware.power_idle = values.read<unit::Power>(power.find("idle"));
    }
    if (const Node peak = node.find("peak"); peak && peak.is_map()) {
        for (const Node value : peak.children()) {
            if (beside_figures(value.key()) || value.faulty()) continue;
            hardware.peak.push_back(
                {std::string(value.key()), values.read<unit::Throughput>(value, Bounds::positive)});
        }
    }
    hardware.memory = values.read<unit::Information>(node.find("memory"), Bounds::positive);
    if (const Node die = node.find("die"); die && die.is_map()) {
        hardware.die_area = values.read<unit::Area>(die.find("area"), Bounds::positive);
        hardware.process = values.read<unit::Length>(die.find("process"), Bounds::positive);
    }
    hardware.lifetime = values.read<unit::Time>(node.find("lifetime"), Bounds::positive);
    hardware.embodied = read_stages(node.find("embodied"), values);
    hardware.basis = read_embodied_basis(node);
    if (const Node holds = node.find("holds"); holds && holds.is_list()) {
        for (const Node held : holds.children()) {
            if (held.faulty() || !held.is_map() || !held.find("hardware")) continue;
            hardware.included_accelerators.push_back(
                {Reference(held.find("hardware")),
                 values.read<unit::None>(held.find("count"), Bounds::positive)});
        }
    }
    hardware.mass = values.read<unit::Mass>(node.find("mass"), Bounds::positive);
    hardware.storage = values.read<unit::Information>(node.find("storage"), Bounds::positive);
    hardware.parts = read_inner_parts(node.find("parts"), values);
    return hardware;
}

GridEntry read_grid(std::string_view id, Node node, ValueReader& values) {
    GridEntry grid;
    grid.id = id;
    grid.name = text_of(node, "name");
    if (grid.name.empty()) grid.name = id;
    grid.region = text_of(node, "region");
    if (const auto parts = region_year(id); grid.region.empty()) grid.region = parts ? parts->region : id;
    grid.country = text_of(node, "country");
    grid.basis = IntensityBasis::read(node);
    grid.year = year_at(id, node);
    grid.intensity = values.read_impacts<unit::ImpactPerEnergy>(node.find("intensity"));
    grid.water_intensity = values.read<unit::VolumePerEnergy>(node.find("water_intensity"));
    return grid;
}

RegionEntry read_region(std::string_view id, Node node, ValueReader& values) {
    RegionEntry region;
    region.id = id;
    region.intensity = values.read_impacts<unit::ImpactPerEnergy>(node.find("intensity"));
    region.water_intensity = values.read<unit::VolumePerEnergy>(node.find("water_intensity"));
    const Node losses = node.find("losses");
    if (!losses || !losses.is_map()) return region;
    for (const Node of_year : losses.children()) {
        const auto year = year_of(of_year.key());
        if (!year || of_year.faulty()) continue;
        region.losses.push_back({*year, values.read<unit::None>(of_year, Bounds::share)});
    }
    std::sort(region.losses.begin(), region.losses.end(),
              [](const auto& a, const auto& b) { return a.year < b.year; });
    return region;
}

DatacentreEntry read_datacentre(std::string_view id, Node node, ValueReader& values) {
    DatacentreEntry centre;
    centre.id = id;
    centre.name = text_of(node, "name");
    if (centre.name.empty()) centre.name = id;
    centre.operator_name = text_of(node, "operator");
    centre.year = year_at(id, node);
    if (const Node grid = node.find("grid"); grid && grid.is_text() && !grid.faulty()) centre.grid = grid;
    centre.pue = values.read<unit::None>(node.find("pue"), Bounds::at_least_one);
    centre.wue_counts = text_of(node, "wue_counts");
    centre.wue = values.read<unit::VolumePerEnergy>(node.find("wue"));
    centre.water_intensity = values.read<unit::VolumePerEnergy>(node.find("water_intensity"));
    if (const Node market = node.find("market_intensity")) {
        const auto impacts = values.read_impacts<unit::ImpactPerEnergy>(market);
        centre.market_intensity = Value<unit::ImpactPerEnergy>(impacts[index_of::climate]);
    }
    return centre;
}

GridEntry read_grid(const Catalog::Found& found, const Sources& sources, Diagnostics& diagnostics) {
    ValueReader values(sources, diagnostics);
    return read_grid(found.id, found.node(), values);
}

RegionEntry read_region(const Catalog::Found& found, const Sources& sources, Diagnostics& diagnostics) {
    ValueReader values(sources, diagnostics);
    return read_region(found.id, found.node(), values);
}

DatacentreEntry read_datacentre(const Catalog::Found& found, const Sources& sources,
                                Diagnostics& diagnostics) {
    ValueReader values(sources, diagnostics);
    return read_datacentre(found.id, found.node(), values);
}

}  // namespace lca
