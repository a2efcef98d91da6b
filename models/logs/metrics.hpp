#pragma once
// Scrapes of Prometheus, text or answers of its interface: counters of boards, processors and tokens, which
// only several scrapes together make into energies.

#include <memory>
#include <string>
#include <string_view>

#include "models/logs/log.hpp"

namespace lca::logs {

/// The reader of all formats of the family.
std::unique_ptr<LogReader> metrics_reader();
inline constexpr std::string_view metrics_family = "metrics";

/// What a metric says.
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
    double joules = 1;           // of its unit; watts of a power
    std::string_view zone = {};  // where the name says it
    bool is_old = false;         // Kepler before 0.10
};

/// The metric of a name; null for one that is not read.
const Metric* find_metric(std::string_view name);

}  // namespace lca::logs
