#pragma once
// Checks an entry of energy ratings: its AI models are sorted by energy, and have one to five stars.

#include "lca/base/diagnostics.hpp"
#include "models/catalog/read_folder.hpp"

namespace lca::catalog {

/// Reports what is missing or out of order. The keys must have been checked against the schema before.
void check_rating(const CatalogueEntry& entry, Diagnostics& diagnostics);

}  // namespace lca::catalog
