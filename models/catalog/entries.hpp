#pragma once
// Entries of the catalogue, read: hardware, grids, regions, data centres.

#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/scenario/hardware.hpp"
#include "models/values/keyed_values.hpp"

namespace lca {

class ValueReader;

/// Reads one embodied figure or list of kinds: impacts of an item or, for things bought by amount, impacts
/// per amount.
ByCategory read_embodied(Node node, ValueReader& values, Bounds bounds);

/// What the embodied figures of a hardware entry cover, and how they were found: as `embodied_basis` says it,
/// as their stages do, or as every model of manufacture does. Nothing where there are none.
EmbodiedBasis read_embodied_basis(Node entry);

/// The warming potentials that the source of a figure used, "AR5": the figure's own source, or its entry's.
/// "" where that is not known.
std::string gwp_of_source(Catalog& catalog, Node entry, std::string_view figure);
std::string gwp_of_source(Catalog& catalog, const Catalog::Found& entry, std::string_view figure);

// Each reads one checked entry; faults go to the diagnostics of `values`.

Hardware read_hardware(std::string_view id, Node node, ValueReader& values);

/// A grid of the catalogue.
struct GridEntry {
    std::string id, name, region;
    std::string country;  // whose other impacts hold where those of its region are not known
    IntensityBasis basis;
    int year = 0;
    ImpactValues<unit::ImpactPerEnergy> intensity;
    Value<unit::VolumePerEnergy> water_intensity;
};
GridEntry read_grid(std::string_view id, Node node, ValueReader& values);

/// What is known of a region's electricity beyond its intensity by year: other impacts, losses on the way.
struct RegionEntry {
    std::string id;
    ImpactValues<unit::ImpactPerEnergy> intensity;  // never climate change
    Value<unit::VolumePerEnergy> water_intensity;
    struct Losses {
        int year = 0;
        Value<unit::None> share;
    };
    std::vector<Losses> losses;  // oldest first
};
RegionEntry read_region(std::string_view id, Node node, ValueReader& values);

/// A data centre (or fleet) of the catalogue.
struct DatacentreEntry {
    std::string id, name, operator_name;
    int year = 0;
    Reference grid;
    Value<unit::None> pue;
    Value<unit::VolumePerEnergy> wue, water_intensity;
    std::string wue_counts;  // "consumption", "withdrawal"; "" where its source does not state it
    Value<unit::ImpactPerEnergy> market_intensity;
};
DatacentreEntry read_datacentre(std::string_view id, Node node, ValueReader& values);

// Readers of entries found by name.

GridEntry read_grid(const Catalog::Found& found, const Sources& sources, Diagnostics& diagnostics);
RegionEntry read_region(const Catalog::Found& found, const Sources& sources, Diagnostics& diagnostics);
DatacentreEntry read_datacentre(const Catalog::Found& found, const Sources& sources,
                                Diagnostics& diagnostics);

}  // namespace lca
