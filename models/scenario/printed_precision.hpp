#pragma once
// How precisely a number is printed: half a unit of its last digit.

#include <string_view>

namespace lca::scenario {

/// Half a unit of the last digit of a quantity as printed, in base units: 0.005 for "153.90", 5000 for
/// "1.30e6 kg", 0.5 for "300 W", 0.0005 for "48.9 %", half an hour for "118 d 5 h". parse_quantity must
/// accept the text.
double printed_precision(std::string_view quantity);

}  // namespace lca::scenario
