#pragma once
// The values of one metric in several scrapes, and the energy or number that follows from them.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/logs/metrics.hpp"

namespace lca::logs {

struct MetricSeries {
    const Metric* metric = nullptr;
    std::string name;  // name of the metric
    std::string key;   // what is measured: UUID of a board; labels such as node and zone
    std::string board, model, node, zone;
    Place place = {};  // where the metric appears first
    std::string file;
    std::vector<std::pair<Instant, double>> points = {};
    // Set by merge_points():
    double amount = 0;           // in J for energies; else the increase of a counter
    std::uint64_t repeated = 0;  // number of points that were merged with an equal one
    std::uint64_t restarts = 0;
    std::vector<std::string> gaps = {};

    Instant begin() const { return points.front().first; }
    Instant end() const { return points.back().first; }
};

/// Sorts and merges the points and calculates the amount. False after an error: two values at one time.
bool merge_points(MetricSeries& series, Diagnostics& diagnostics);

}  // namespace lca::logs
