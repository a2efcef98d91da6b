#pragma once
// How to convert numbers in a unit to base units, for code that converts whole columns of numbers itself.

#include <string_view>

#include "lca/base/diagnostics.hpp"

namespace lca {

/// In base units a number is number × multiple / divisor, each operation rounded as a long double.
struct BaseConversion {
    long double multiple = 1, divisor = 1;
};
/// The conversion for a unit given as text; "" and "%" are also units.
Parsed<BaseConversion> conversion_to_base(std::string_view unit);

}  // namespace lca
