#pragma once
// The numbers of one column of a CSV file, read strictly: no cell is ignored, padded or guessed.

#include <optional>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"

namespace lca {

/// The column under a heading, one number a row. A fault (the first one) names the file, the line and the
/// cell, but shows no other text of a file that may be anything. Separated by commas, cells may be in double
/// quotes, the first line holds the headings.
std::optional<std::vector<double>> csv_column(std::uint32_t file, std::string_view column,
                                              const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
