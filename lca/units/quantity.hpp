#pragma once
// "57 gCO2e/kWh" to a number in base units with its dimension, and back.

#include <string>
#include <string_view>

#include "lca/base/text.hpp"
#include "lca/units/dimension.hpp"

namespace lca {

/// A product of units as written: "gCO2e/kWh", "kgCO2e/(GPU*h)", "%", "".
struct UnitText {
    Dimension dimension;
    double factor = 1;      // one of it in base units
    std::string_view text;  // as written (a view into the parsed text)
    bool percent = false;
};

/// A number with its unit as written. `value` is in base units.
struct Quantity {
    double value = 0;
    double written = 0;  // the number as written: 57
    UnitText unit;
    int terms = 1;  // 3 for `118 d 5 h 41 min`: then unit is the first term's and written is the sum in it
    bool bare = false;  // no unit was written
};

/// What a file may state and what results may be, in base units: zero, or of a magnitude between these. Squares,
/// sums and other units of it are then finite numbers, too; no figure of the world comes near.
inline constexpr double min_magnitude = 1e-100, max_magnitude = 1e100;

/// False for what is not finite, and for what is so large that computing with it may become so.
inline bool within_range(double value) {
    return value >= -max_magnitude && value <= max_magnitude;
}

/// The grammar of the language page, section 2. Limits: 128 bytes, 16 factors, brackets 8 deep.
Parsed<UnitText> parse_unit(std::string_view text);

/// A number and a unit; several terms where the dimension is time. A bare number is dimensionless.
Parsed<Quantity> parse_quantity(std::string_view text);

/// `value` (base units) in the unit `unit`, as text that reads back to the same: "57 gCO2e/kWh".
std::string to_text(double value, const UnitText& unit);

}  // namespace lca
