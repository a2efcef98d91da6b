#pragma once
// Formats numbers of an input for messages and pages, in the unit in which the input was written.

#include <string>

#include "lca/calc/inputs.hpp"

namespace lca {

/// Adds the unit in which an input is written to a number: "-3.2 kW"; nothing if it has none.
std::string with_written_unit(std::string number, const Input& input);
/// A value in base units as text in the unit of an input, with `digits` significant digits.
std::string in_written_unit(double value, const Input& input, int digits = 4);

}  // namespace lca
