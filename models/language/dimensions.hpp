#pragma once
// The dimensions that the tables of keys name in words.

#include <optional>
#include <vector>

#include "lca/document/schema.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// Which dimensions a number at a place may have. Impacts are of any category.
struct WantedDimensions {
    std::vector<Dimension> one_of = {};
    bool per_anything = false;  // an impact per amount bought, in whatever unit the amount has

    bool fits(Dimension found) const;
};

/// The dimensions of a numeric type; empty if any dimension is allowed or none is named.
std::optional<WantedDimensions> wanted_dimensions(const Type& type);

}  // namespace lca
