#pragma once
// Scrapes of Prometheus, as text or as responses of its HTTP API: counters of boards, processors and tokens,
// of which only the difference between scrapes is an energy or amount.

#include <memory>
#include <string>
#include <string_view>

#include "models/logs/log.hpp"

namespace lca::logs {

/// The reader of all formats whose metrics are in the table (Prometheus, DCGM, Kepler).
std::unique_ptr<LogReader> metrics_reader();
inline constexpr std::string_view metrics_family = "metrics";

/// What a metric measures.
enum class MetricRole : unsigned char {
    board_counter,  // energy of an accelerator since some time
    board_power,    // its power, where no counter is known
    zone_counter,   // energy of a zone of a node's processors
    repeats,        // energy that another metric counts
    tokens,
    prompt_tokens,
    requests,
};

struct Metric {
    std::string_view name;
    MetricRole role = MetricRole::board_counter;
    std::string_view tool = {};
    double joules = 1;           // J of one unit of the metric; W for a power
    std::string_view zone = {};  // where the metric's name contains it
    bool is_old = false;         // Kepler before 0.10
};

/// The metric of a name; null for one that is not read.
const Metric* find_metric(std::string_view name);

}  // namespace lca::logs
