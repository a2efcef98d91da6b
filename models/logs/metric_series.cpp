#include "models/logs/metric_series.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "models/logs/board_energy.hpp"

namespace lca::logs {
namespace {

/// Merges equal points at the same time: instances of a board, and pods using it, repeat the board's counter.
bool unite(MetricSeries& series, Diagnostics& diagnostics) {
    std::stable_sort(series.points.begin(), series.points.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        if (kept > 0 && series.points[kept - 1].first == series.points[i].first) {
            if (series.points[kept - 1].second != series.points[i].second) {
                diagnostics.error(series.place,
                                  fmt::format("`{}` of {} has two values at {}", series.name,
                                              in_quotes(series.key), to_text(series.points[i].first)),
                                  "one value at a time");
                return false;
            }
            ++series.repeated;
            continue;
        }
        series.points[kept++] = series.points[i];
    }
    series.points.resize(kept);
    return true;
}

/// Adds up the increases of a counter; if it falls, it has restarted from 0.
void count(MetricSeries& series) {
    for (std::size_t i = 1; i < series.points.size(); ++i) {
        const double before = series.points[i - 1].second, now = series.points[i].second;
        series.amount += now >= before ? now - before : now;
        if (now < before) ++series.restarts;
    }
    series.amount *= series.metric->joules;
}

void integrate(MetricSeries& series) {
    BoardEnergy board;
    for (std::size_t i = 0; i < series.points.size(); ++i)
        board.add(series.points[i].first, series.points[i].second, static_cast<std::uint32_t>(i));
    const BoardEnergy::Result result = board.result();
    series.amount = result.joules * series.metric->joules;
    for (const BoardEnergy::Gap& gap : result.widest_gaps) {
        series.gaps.push_back(fmt::format(
            "no reading from {} to {}, more than 10 times the median step; treated as a gap and excluded",
            to_text(series.points[gap.from].first), to_text(series.points[gap.to].first)));
    }
}

}  // namespace

bool merge_points(MetricSeries& series, Diagnostics& diagnostics) {
    if (!unite(series, diagnostics)) return false;
    if (series.metric->role == MetricRole::board_power) {
        integrate(series);
    } else {
        count(series);
    }
    return true;
}

}  // namespace lca::logs
