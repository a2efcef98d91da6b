#pragma once
// In which unit, and with how many decimals, a person is shown a value or a whole column of values.

#include <optional>
#include <span>
#include <string>

#include "lca/units/quantity.hpp"

namespace lca {

/// One unit for a column of values of one dimension.
struct Scale {
    std::string unit;   // "tCO2e"
    double factor = 1;  // one `unit` in base units
    int decimals = 0;   // -3: rounded to thousands

    /// "4,340.40" with the column's decimals; "<0.01" where something small would look like nothing, "0" for
    /// zero.
    std::string text(double value) const;
    /// Formats a value, or "–" if it is not assessed.
    std::string text(std::optional<double> value) const;
};

/// The unit that fits the largest value: gCO2e, kgCO2e, tCO2e, …; decimals so that the largest shows four
/// digits.
Scale scale_for(Dimension dimension, std::span<const double> values);

/// One value with the unit that fits it, four digits: "50.53 tCO2e", "57 gCO2e/kWh".
std::string with_unit(double value, Dimension dimension, int digits = 4);

/// The scale for a screen: three digits of the largest value, from ugCO2e and uWh up, electricity in MWh from
/// one on.
Scale short_scale(Dimension dimension, std::span<const double> values);
/// "50.5 tCO2e", "82 µgCO2e", "690 MWh": three digits.
std::string short_text(double value, Dimension dimension, int digits = 3);

/// A value in the unit of machine output, exact: kWh, kgCO2e, L. An empty value stays empty.
struct InUnit {
    std::optional<double> value;
    std::string unit;
    double factor = 1;  // one such unit in base units
};
InUnit in_customary_unit(std::optional<double> value, Dimension dimension);

/// "22.2 %".
std::string percent(double share, int decimals = 1);

}  // namespace lca
