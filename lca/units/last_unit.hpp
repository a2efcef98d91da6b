#pragma once
// For lists such as "3, 4, 5, 6 yr": values without a unit have the unit of the last value.

#include <string>
#include <vector>

namespace lca {

/// Adds the last value's unit to each number of the list that has none. Texts that are not numbers stay.
std::vector<std::string> with_last_unit(std::vector<std::string> items);

}  // namespace lca
