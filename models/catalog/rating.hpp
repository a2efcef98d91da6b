#pragma once
// Energy ratings of the catalogue: which tasks and classes there are, and the models rated for one.

#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/catalog/listed.hpp"

namespace lca {

/// Reads one checked entry; its source as one line, with its address.
Rating read_rating(Catalog& catalog, const Catalog::Found& entry);

/// All of them, by task and class.
std::vector<Rating> all_ratings(Catalog& catalog);

/// The tasks of some ratings (by task), each once.
std::vector<std::string> tasks_of(const std::vector<Rating>& ratings);

}  // namespace lca
