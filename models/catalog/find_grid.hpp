#pragma once
// Finds the entry that a grid's id means: the newest year, a stated year, or the grid of a cloud region.

#include <optional>
#include <string>
#include <string_view>

#include "models/catalog/catalog.hpp"

namespace lca {

/// A grid entry that has figures.
struct FoundGrid : Catalog::Found {
    std::string stands_for = {};  // a region without figures of its own that uses this grid: "aws/eu-west-3"
};

/// The entry with figures for "FRA", "FRA/2024", "France" or "aws/eu-west-3"; `year` has the same effect as a
/// year at the end of the id. Empty if there is no such grid, or none for that year.
std::optional<FoundGrid> find_grid(Catalog& catalog, std::string_view id,
                                   std::optional<int> year = std::nullopt);

}  // namespace lca
