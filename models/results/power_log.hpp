#pragma once
// The energy in a log of power over time, and how precisely it is known.

#include <cstdint>
#include <memory>
#include <string>

#include "lca/math/time_series.hpp"

namespace lca {

/// The power of all boards in a log, over the part of the log that is used. Times are in s since 1970: in
/// UTC, or in the log's local time if its time zone is not known.
struct PowerLog {
    std::string file;
    double begin = 0, end = 0;
    bool is_instant = false;              // whether the time zone of the log is known
    double ahead = 0;                     // s: local time - UTC at the beginning
    double joules = 0, sd = 0;            // sd: from sampling, see lca/math/sampling_error.hpp
    double idle_joules = 0, idle_sd = 0;  // the idle part of these, as measured in a baseline
    bool has_baseline = false;
    std::uint64_t devices = 0, readings = 0;
    std::uint64_t missing = 0;  // number of readings without a power, which are ignored
    std::uint64_t gaps = 0;     // number of steps that count as gaps
    double covered = 0;         // s × boards with known power; at most (end - begin) × devices
    std::shared_ptr<const TimeSeries> dynamic,
        idle;  // in W, one value per minute; null if zero

    double seconds() const { return end - begin; }
    double coverage() const { return covered / (seconds() * static_cast<double>(devices)); }
};

}  // namespace lca
