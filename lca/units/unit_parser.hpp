#pragma once
// The grammar of units: factors, at most one '/', then one unit or one bracket. Internal to lca/units.

#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "lca/units/quantity.hpp"

namespace lca::units {

/// What a unit text means. Multiple and divisor apart and in long double, so that a conversion rounds once.
struct UnitFactor {
    Dimension dimension;
    long double multiple = 1;
    long double divisor = 1;
};

/// Reads a whole unit text that is neither "" nor "%".
Parsed<UnitFactor> parse_unit_factor(std::string_view text);

/// The length of the white-space character that `text` starts with (blank, tab, no-break and other Unicode
/// blanks), or 0.
std::size_t blank_length(std::string_view text);

/// The length of the unit word that `text` starts with ("kWh", "gCO2-eq", and unknown ones like "GPU-h"
/// whole), or 0.
std::size_t word_length(std::string_view text);

}  // namespace lca::units
