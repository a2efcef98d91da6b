#pragma once
// The energy ratings in the catalogue: their tasks and classes, and the AI models rated for each.

#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/catalog/listed.hpp"

namespace lca {

/// Reads one checked entry; the source becomes its citation in one line and its web address.
Rating read_rating(Catalog& catalog, const Catalog::Found& entry);

/// All ratings of the catalogue, sorted by task and class.
std::vector<Rating> all_ratings(Catalog& catalog);

/// The tasks of `ratings`, which are sorted by task, each once.
std::vector<std::string> tasks_of(const std::vector<Rating>& ratings);

}  // namespace lca
