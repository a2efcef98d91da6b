#pragma once
// The energy of a log of power over time, and how well it is known.

#include <cstdint>
#include <memory>
#include <string>

#include "lca/math/time_series.hpp"

namespace lca {

/// Power of all boards of a log, over the part of it that is used. Seconds since 1970: UTC, or the log's
/// local time if its zone is not known.
struct PowerLog {
    std::string file;
    double begin = 0, end = 0;
    bool is_instant = false;              // whether its zone is known
    double ahead = 0;                     // s: how far its clock is ahead of UTC at the beginning
    double joules = 0, sd = 0;            // sd: of sampling, see lca/math/sampling_error.hpp
    double idle_joules = 0, idle_sd = 0;  // that part of them which a baseline says is idle
    bool has_baseline = false;
    std::uint64_t devices = 0, readings = 0;
    std::uint64_t missing = 0;  // readings without a power: skipped
    std::uint64_t gaps = 0;     // steps left out as gaps
    double covered = 0;         // s × boards, of (end - begin) × devices
    std::shared_ptr<const TimeSeries> dynamic,
        idle;  // W, a value a minute at most; null where nothing was drawn

    double seconds() const { return end - begin; }
    double coverage() const { return covered / (seconds() * static_cast<double>(devices)); }
};

}  // namespace lca
