#pragma once
// The kind of a row of the table of results, as given to a page.

#include <cstdint>
#include <optional>
#include <string_view>

#include "models/results/results.hpp"

namespace lca::report {

/// "total", "activity_phase", "line", ….
std::string_view kind_of(const Result& row);
std::optional<PhaseKind> phase_of(const Result& row);
/// Index into Results::line_names.
std::optional<std::uint32_t> line_of(const Result& row);

}  // namespace lca::report
