#pragma once
// Finds the dimensions for the words in the tables of keys.

#include <optional>
#include <vector>

#include "lca/document/schema.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// The dimensions that a number at some place may have. Impacts may be in any category.
struct WantedDimensions {
    std::vector<Dimension> one_of = {};
    bool per_anything = false;  // any impact per amount bought, whatever the unit of the amount

    bool fits(Dimension found) const;
};

/// The dimensions that a type of number allows; empty if it allows any, or is not a number.
std::optional<WantedDimensions> wanted_dimensions(const Type& type);

}  // namespace lca
