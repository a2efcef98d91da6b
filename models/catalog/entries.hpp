#pragma once
// Catalogue entries read into structs: hardware, grids, regions, data centres.

#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/scenario/hardware.hpp"
#include "models/values/keyed_values.hpp"

namespace lca {

class ValueReader;

/// Reads one embodied figure or a list of them, one per impact category:
/// impacts per item or, for hardware that is bought by amount, per amount.
ByCategory read_embodied(Node node, ValueReader& values, Bounds bounds);

/// What the embodied figures of a hardware entry cover, and by which method they were found: as stated in
/// `embodied_basis`, or as implied by their stages or by a model of manufacture. Empty without such figures.
EmbodiedBasis read_embodied_basis(Node entry);

/// A word that a figure's source states, such as "not_counted" for `imports`; the source is that of the
/// figure, or else of its entry. "" if not known.
std::string word_of_source(Catalog& catalog, Node entry, std::string_view figure, std::string_view word);
std::string word_of_source(Catalog& catalog, const Catalog::Found& entry, std::string_view figure,
                           std::string_view word);
/// Whether a source, by its id, was not read itself but is quoted in other documents.
bool is_quoted(Catalog& catalog, std::string_view source);
/// The set of global warming potentials that a figure's source used, such as "AR5"; the source is that of the
/// figure, or else of its entry. "" if not known.
std::string gwp_of_source(Catalog& catalog, Node entry, std::string_view figure);
std::string gwp_of_source(Catalog& catalog, const Catalog::Found& entry, std::string_view figure);

// Each function reads one checked entry; errors are reported to the diagnostics of `values`.

Hardware read_hardware(std::string_view id, Node node, ValueReader& values);

/// A grid entry of the catalogue.
struct GridEntry {
    std::string id, name, region;
    std::string country;  // used for impacts other than climate change if those of the region are not known
    IntensityBasis basis;
    int year = 0;
    ImpactValues<unit::ImpactPerEnergy> intensity;
    Value<unit::VolumePerEnergy> water_intensity;
};
GridEntry read_grid(std::string_view id, Node node, ValueReader& values);

/// A region's electricity apart from its climate intensity by year: other impacts, transmission losses.
struct RegionEntry {
    std::string id;
    ImpactValues<unit::ImpactPerEnergy> intensity;  // impacts other than climate change
    Value<unit::VolumePerEnergy> water_intensity;
    struct Losses {
        int year = 0;
        Value<unit::None> share;
    };
    std::vector<Losses> losses;  // by year, oldest first
};
RegionEntry read_region(std::string_view id, Node node, ValueReader& values);

/// A data centre of the catalogue, or the average of an operator's.
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

// The same for entries that Catalog::find returned.

GridEntry read_grid(const Catalog::Found& found, const Sources& sources, Diagnostics& diagnostics);
RegionEntry read_region(const Catalog::Found& found, const Sources& sources, Diagnostics& diagnostics);
DatacentreEntry read_datacentre(const Catalog::Found& found, const Sources& sources,
                                Diagnostics& diagnostics);

}  // namespace lca
