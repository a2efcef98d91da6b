#pragma once
// Scrapes of Prometheus, as text or as responses of its HTTP API: counters of boards, processors and tokens.
// Only the difference between two scrapes is an energy or a number of tokens.

#include <memory>
#include <string>
#include <string_view>

#include "models/logs/log.hpp"

namespace lca::logs {

/// A reader for all formats whose metrics are in the table: Prometheus, DCGM and Kepler.
std::unique_ptr<LogReader> metrics_reader();
inline constexpr std::string_view metrics_family = "metrics";

/// What the values of a metric mean.
enum class MetricRole : unsigned char {
    board_counter,  // energy of an accelerator since some time
    board_power,    // power of an accelerator, if it has no counter
    zone_counter,   // energy of one zone of a node's processors
    repeats,        // energy that another metric contains
    tokens,
    prompt_tokens,
    requests,
};

struct Metric {
    std::string_view name;
    MetricRole role = MetricRole::board_counter;
    std::string_view tool = {};
    double joules = 1;           // J per unit of the metric; for a power, W
    std::string_view zone = {};  // the zone, if the metric's name contains it
    bool is_old = false;         // name in Kepler before version 0.10
};

/// The metric with this name; null if it is not read.
const Metric* find_metric(std::string_view name);

}  // namespace lca::logs
