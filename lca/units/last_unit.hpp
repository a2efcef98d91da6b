#pragma once
// "3, 4, 5, 6 yr": the unit of the last value of a list holds for all that have none.

#include <string>
#include <vector>

namespace lca {

/// The texts of a list, each with its unit. Texts that are not numbers stay as they are.
std::vector<std::string> with_last_unit(std::vector<std::string> items);

}  // namespace lca
