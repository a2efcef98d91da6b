#pragma once
// The regions of cloud providers, and the grid that supplies each.

#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"

namespace lca {

/// A cloud region and the newest grid that a scenario uses for it.
struct CloudRegion {
    std::string id;  // "aws/eu-west-3"
    std::string
        grid;  // "FRA/2025"; of a region with figures of its own, that of the region: "gcp/us-west1/2024"
    std::string basis;  // "life_cycle"
    bool of_country = false;
    std::string why;  // if the grid is that of the country: why there is no finer one
};

/// All regions of AWS, Azure and Google Cloud in the catalogue, sorted by id.
std::vector<CloudRegion> cloud_regions(Catalog& catalog);

}  // namespace lca
