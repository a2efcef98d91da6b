#pragma once
// Numbers of an input as messages and pages show them: in the unit that it was written in.

#include <string>

#include "lca/calc/inputs.hpp"

namespace lca {

/// The number with the unit that an input is written in: "-3.2 kW"; alone where it has none.
std::string with_written_unit(std::string number, const Input& input);
/// Formats a value in base units with `digits` digits.
std::string in_written_unit(double value, const Input& input, int digits = 4);

}  // namespace lca
