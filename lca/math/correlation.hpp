#pragma once
// Two uncertain values that move together, as a file states it.

#include <string>

#include "lca/base/source.hpp"

namespace lca {

/// One entry of `correlations`: the rank correlation of two uncertain values.
struct Correlation {
    std::string first, second;  // paths
    double r = 0;               // from -1 to 1
    Place place = {};           // of r
    Place first_place = {}, second_place = {};
};

}  // namespace lca
