#include "lca/numerics/sample_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace lca {

namespace {

/// The reported shares, and those one per cent below and above P5 and P95.
constexpr std::array<double, 11> levels = {0.025, 0.04, 0.05, 0.06, 0.25, 0.5, 0.75, 0.94, 0.95, 0.96, 0.975};
constexpr std::array<std::size_t, 7> reported = {0, 2, 4, 5, 6, 8, 10};

}  // namespace

void Moments::add(const ColumnSums& sums, std::uint64_t values) {
    minimum = count == 0 ? sums.minimum : std::min(minimum, sums.minimum);
    maximum = count == 0 ? sums.maximum : std::max(maximum, sums.maximum);
    first += sums.first;
    second += sums.second;
    count += values;
}

double Moments::mean() const {
    if (count == 0) return 0;
    return std::clamp(origin + first / static_cast<double>(count), minimum, maximum);
}

double Moments::sd() const {
    if (count < 2) return 0;
    const auto values = static_cast<double>(count);
    return std::sqrt(std::max(0.0, second - first * first / values) / (values - 1));
}

Statistics::Statistics(double value, std::uint64_t count)
    : moments_{.origin = value, .count = count, .minimum = value, .maximum = value} {}

void Statistics::add(std::span<const double> column) {
    if (column.empty()) return;
    if (moments_.count == 0) moments_.origin = column.front();
    const ColumnSums sums = column_sums(column, moments_.origin);
    moments_.add(sums, column.size());
    sketch_.add(column, sums.minimum, sums.maximum);
}

Summary Statistics::summary() const {
    Summary result;
    result.count = count();
    result.mean = moments_.mean();
    result.sd = moments_.sd();
    result.minimum = moments_.minimum;
    result.maximum = moments_.maximum;
    if (result.minimum == result.maximum) {
        result.percentiles.fill(result.minimum);
        return result;
    }
    std::vector<double> at = sketch_.quantiles(levels);
    for (double& value : at) value = std::clamp(value, result.minimum, result.maximum);
    for (std::size_t i = 0; i < reported.size(); ++i) result.percentiles[i] = at[reported[i]];
    const double root = std::sqrt(static_cast<double>(result.count));
    result.standard_error = result.sd / root;
    // Standard error of a percentile: sqrt(p (1 - p) / n) over the density there, which is estimated as 0.02
    // over the distance between the percentiles one below and one above.
    const double spread = std::sqrt(0.05 * 0.95) / root / 0.02;
    const double error = std::max({result.standard_error, spread * (at[3] - at[1]), spread * (at[9] - at[7]),
                                   sketch_.resolution(at[2]), sketch_.resolution(at[8])});
    const double width = at[8] - at[2];
    result.relative_error = width > 0 ? error / width : 1;
    return result;
}

double Summary::needed() const {
    const double over = relative_error / allowed_error;
    return std::ceil(static_cast<double>(count) * over * over);
}

}  // namespace lca
