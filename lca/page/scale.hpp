#pragma once
// Chooses the unit and the decimals in which people are shown a value or a whole column of values.

#include <optional>
#include <span>
#include <string>

#include "lca/units/quantity.hpp"

namespace lca {

/// The unit and decimals of a column of values with one dimension.
struct Scale {
    std::string unit;   // such as "tCO2e"
    double factor = 1;  // one `unit` in base units
    int decimals = 0;   // decimals shown; -3: rounded to thousands

    /// "4,340.40", with this many decimals; "<0.01" for a value that would be rounded to zero, and "0" for
    /// zero.
    std::string text(double value) const;
    /// The same; "–" for a value that is not assessed.
    std::string text(std::optional<double> value) const;
};

/// The unit that suits the largest value (gCO2e, kgCO2e, tCO2e, …), with as many decimals as show four digits
/// of it.
Scale scale_for(Dimension dimension, std::span<const double> values);

/// A value in the unit that suits it, with four significant digits: "50.53 tCO2e", "57 gCO2e/kWh".
std::string with_unit(double value, Dimension dimension, int digits = 4);

/// A scale for short texts: three digits of the largest value; also with small units from ugCO2e and uWh on,
/// and with MWh from 1 MWh on.
Scale short_scale(Dimension dimension, std::span<const double> values);
/// A value in the unit of such a scale, with three digits: "50.5 tCO2e", "82 µgCO2e", "690 MWh".
std::string short_text(double value, Dimension dimension, int digits = 3);

/// A value in the unit of machine output (kWh, kgCO2e, L), not rounded; empty if it is not assessed.
struct InUnit {
    std::optional<double> value;
    std::string unit;
    double factor = 1;  // one `unit` in base units
};
InUnit in_customary_unit(std::optional<double> value, Dimension dimension);

/// The share in per cent: "22.2 %".
std::string percent(double share, int decimals = 1);

}  // namespace lca
