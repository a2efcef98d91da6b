#pragma once
// The kind of a row in the table of results, as the data of a page names it.

#include <cstdint>
#include <optional>
#include <string_view>

#include "models/results/results.hpp"

namespace lca::report {

/// The name of the kind: "total", "activity_phase", "line", ….
std::string_view kind_of(const Result& row);
std::optional<PhaseKind> phase_of(const Result& row);
/// Index of the row's line in Results::line_names; empty if the row is not about a line.
std::optional<std::uint32_t> line_of(const Result& row);

}  // namespace lca::report
