#pragma once
// The recorded calculation for the script of a page: steps, constants and time series.

#include <cstdint>
#include <optional>

#include "analyses/report/recording.hpp"
#include "lca/page/json_writer.hpp"

namespace lca::report {

/// Writes the new number of a step, or null if it has none.
void write_number(JsonWriter& json, std::optional<std::uint32_t> value);

/// Writes "steps", "constants", "means", "hours" and "series". `is_large`: all steps are constants, and
/// there are no series.
void write_recording(JsonWriter& json, const PointResult& point, const PrunedRecording& shipped,
                     bool is_large);

}  // namespace lca::report
