#pragma once
// The source of a site's electricity, as a file states it.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/values/keyed_values.hpp"
#include "models/values/value.hpp"

namespace lca {

struct GridSeries;

/// The source of electricity as stated: a region, an intensity, a mix or a series.
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
    IntensityBasis basis;                      // accounting basis of the intensity
    std::shared_ptr<const GridSeries> series;  // null: not a series; else `intensity` is its mean
    std::vector<Share> mix;
    Reference factors;         // of a mix: id of the set of factors; empty: default
    Value<unit::None> losses;  // share of generation that is lost in transmission
    Reference losses_of;       // region whose losses are taken from the catalogue
};

}  // namespace lca
