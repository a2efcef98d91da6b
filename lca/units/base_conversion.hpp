#pragma once
// How a number of a unit is converted to base units, for callers that convert columns of numbers themselves.

#include <string_view>

#include "lca/base/diagnostics.hpp"

namespace lca {

/// number × multiple / divisor, each operation rounded as a long double.
struct BaseConversion {
    long double multiple = 1, divisor = 1;
};
/// The conversion of a unit given as text; "" and "%" are units, too.
Parsed<BaseConversion> conversion_to_base(std::string_view unit);

}  // namespace lca
