#pragma once
// The steps of a recording, its constants and its series, as a page is given them.

#include <cstdint>
#include <optional>

#include "analyses/report/recording.hpp"
#include "lca/page/json_writer.hpp"

namespace lca::report {

/// Writes the new number of a step, or null.
void write_number(JsonWriter& json, std::optional<std::uint32_t> value);

/// Writes "steps", "constants", "means", "hours" and "series". `is_large`: every step is a constant, and
/// there are no series.
void write_recording(JsonWriter& json, const PointResult& point, const PrunedRecording& shipped,
                     bool is_large);

}  // namespace lca::report
