#pragma once
// The grammar of units: factors, then at most one '/' with one unit or one bracket. Internal to lca/units.

#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "lca/units/quantity.hpp"

namespace lca::units {

/// A parsed unit. Factor to base units: multiple / divisor, kept apart as long doubles, to round only once.
struct UnitFactor {
    Dimension dimension;
    long double multiple = 1;
    long double divisor = 1;
};

/// Parses a unit text other than "" and "%".
Parsed<UnitFactor> parse_unit_factor(std::string_view text);

/// The length in bytes of the white space character at the start of `text` (blank, tab, no-break space, other
/// Unicode blanks); 0 if there is none.
std::size_t blank_length(std::string_view text);

/// The length of the word at the start of `text` that is or may be meant as a unit ("kWh", "gCO2-eq", and
/// whole unknown words like "GPU-h"); 0 if there is none.
std::size_t word_length(std::string_view text);

}  // namespace lca::units
