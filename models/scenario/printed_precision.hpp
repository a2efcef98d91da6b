#pragma once
// How exactly a number is printed: half a unit of its last digit.

#include <string_view>

namespace lca::scenario {

/// Half a unit of the last digit of a number as written, in base units: "153.90" gives 0.005, "1.30e6 kg"
/// 5000, "300 W" 0.5, "48.9 %" 0.0005, "118 d 5 h" half an hour. The text must be one that parse_quantity
/// reads.
double half_last_digit(std::string_view quantity);

}  // namespace lca::scenario
