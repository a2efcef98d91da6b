#pragma once
// The points of a metric over the scrapes, and their sum or difference.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/logs/metrics.hpp"

namespace lca::logs {

struct MetricSeries {
    const Metric* metric = nullptr;
    std::string name;  // of the metric
    std::string key;   // what it measures: a board's UUID; node and zone
    std::string board, model, node, zone;
    Place place = {};  // where it was met first
    std::string file;
    std::vector<std::pair<Instant, double>> points = {};
    // After settle():
    double amount = 0;           // J of energies; the increase of other counters
    std::uint64_t repeated = 0;  // points that repeat another one
    std::uint64_t restarts = 0;
    std::vector<std::string> gaps = {};

    Instant begin() const { return points.front().first; }
    Instant end() const { return points.back().first; }
};

/// Sorts the points and computes the amount. False after an error: two values at one time.
bool settle(MetricSeries& series, Diagnostics& diagnostics);

}  // namespace lca::logs
