#pragma once
// One piece of hardware, read: from the catalogue, from the file, or the one laid over the other.

#include <optional>
#include <string_view>
#include <vector>

#include "models/scenario/figures.hpp"
#include "models/scenario/scenario.hpp"

namespace lca {

enum class HardwareKind : unsigned char {
    accelerator,
    cpu,
    memory,
    storage,
    server,
    instance,
    network,
    infrastructure,
    other
};
std::string_view to_string(HardwareKind kind);

/// One life-cycle stage of a thing's own footprint: figures that add up, or a model with its inputs.
struct EmbodiedStage {
    std::string_view name;  // "manufacturing", "transport", "end_of_life"; "" where they are not told apart
    struct Component {
        std::string_view name;                               // "" for the stage's only figure
        std::array<const Given*, impact_count> impact = {};  // per item, or per amount ("kgCO2e/GB")
    };
    std::vector<Component> components;
    Node model;  // {model: act, …}, or nothing
};

struct Hardware {
    std::string_view id;
    Node node;
    HardwareKind kind = HardwareKind::other;
    std::string_view name, vendor;
    bool from_file = false;  // stands in the scenario (wholly or as an override)
    Figure<unit::Power> power_max, power_typical, power_idle;
    struct Peak {
        std::string_view precision;  // "bf16"
        Figure<unit::Throughput> value;
    };
    std::vector<Peak> peak;
    Figure<unit::Information> memory;
    Figure<unit::Area> die_area;
    Figure<unit::Length> process;
    Figure<unit::Time> lifetime;
    std::vector<EmbodiedStage> embodied;  // empty: not known
    struct Held {
        Node hardware;  // text: the id
        Figure<unit::None> count;
    };
    std::vector<Held> holds;  // accelerators that its embodied figures contain
    std::vector<Part> parts;  // what they do not contain: lines of their own
    Figure<unit::Mass> mass;
    Figure<unit::Information> storage;
};

/// Reads one embodied figure or list of kinds: impacts of an item or, for things bought by amount, impacts
/// per amount.
std::array<const Given*, impact_count> read_embodied(Node node, Figures& figures, Bounds bounds);

/// Reads one checked entry. Faults go to the diagnostics of `figures`.
Hardware read_hardware(std::string_view id, Node node, Figures& figures);

/// A grid of the catalogue.
struct GridEntry {
    std::string_view id, name, region, basis;  // basis: "life_cycle", "combustion", …
    int year = 0;
    Node node;
    ImpactFigure<unit::ImpactPerEnergy> intensity;
    Figure<unit::VolumePerEnergy> water_intensity;
};
GridEntry read_grid(std::string_view id, Node node, Figures& figures);

/// What is known of a region's electricity beyond its intensity by year: other impacts, losses on the way.
struct RegionEntry {
    std::string_view id;
    Node node;
    ImpactFigure<unit::ImpactPerEnergy> intensity;  // never climate change
    Figure<unit::VolumePerEnergy> water_intensity;
    struct Losses {
        int year = 0;
        Figure<unit::None> share;
    };
    std::vector<Losses> losses;  // oldest first
};
RegionEntry read_region(std::string_view id, Node node, Figures& figures);

/// A data centre (or fleet) of the catalogue.
struct DatacentreEntry {
    std::string_view id, name, operator_name;
    int year = 0;
    Node node;
    Node grid;  // text, or nothing
    Figure<unit::None> pue;
    Figure<unit::VolumePerEnergy> wue, water_intensity;
    Figure<unit::ImpactPerEnergy> market_intensity;
};
DatacentreEntry read_datacentre(std::string_view id, Node node, Figures& figures);

}  // namespace lca
