#pragma once
// Whether a rating of the catalogue can be used: models in the order of their energies, stars of one to five.

#include "lca/base/diagnostics.hpp"
#include "models/catalog/read_folder.hpp"

namespace lca::catalog {

/// Reports what is missing or out of order. The keys were checked against the schema.
void check_rating(const CatalogueEntry& entry, Diagnostics& diagnostics);

}  // namespace lca::catalog
