#pragma once
// Where electricity comes from, as a file states it.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/values/keyed_values.hpp"
#include "models/values/value.hpp"

namespace lca {

struct GridSeries;

/// Where electricity comes from, as written.
struct GridChoice {
    enum class Kind : unsigned char { region, intensity, mix, series };
    struct Share {
        std::string source;  // "nuclear"
        Value<unit::None> share;
        Location location;
    };
    Kind kind = Kind::region;
    Location location;
    Reference region;  // "FRA", "gcp/us-central1"
    std::optional<int> year;
    ImpactValues<unit::ImpactPerEnergy> intensity;
    IntensityBasis basis;                      // of the intensity
    std::shared_ptr<const GridSeries> series;  // `intensity` is then its mean
    std::vector<Share> mix;
    Reference factors;         // of a mix: the set of factors by source; nothing for the default one
    Value<unit::None> losses;  // share of what is generated that is lost on the way
    Reference losses_of;       // the region whose losses the catalogue has
};

}  // namespace lca
