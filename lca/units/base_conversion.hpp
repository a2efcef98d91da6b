#pragma once
// How a number of a unit becomes one of base units, for those who convert elsewhere.

#include <string_view>

#include "lca/base/diagnostics.hpp"

namespace lca {

/// Times `multiple`, then over `divisor`, each rounded as a long double.
struct BaseConversion {
    long double multiple = 1, divisor = 1;
};
/// The conversion of a unit given as text; "" and "%" are units, too.
Parsed<BaseConversion> conversion_to_base(std::string_view unit);

}  // namespace lca
