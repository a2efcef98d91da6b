#pragma once
// Reads one column of numbers from a CSV file strictly: no cell is ignored, padded or guessed.

#include <optional>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"

namespace lca {

/// The numbers of the column with this heading, one for each row. Only the first error is reported: it names
/// file, line and cell, but shows no other text, as the file may contain anything. Cells are separated by
/// commas and may be in double quotes; the first line holds the headings.
std::optional<std::vector<double>> csv_column(std::uint32_t file, std::string_view column,
                                              const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
