#pragma once
// What is said about a sampled result, gathered in constant memory.

#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "lca/math/column_sums.hpp"
#include "lca/math/sketch.hpp"

namespace lca {

/// The percentiles that are reported, as shares and as the keys of machine output.
inline constexpr std::array<double, 7> reported_shares = {0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975};
inline constexpr std::array<std::string_view, 7> percentile_keys = {"p2_5", "p5",  "p25",  "p50",
                                                                    "p75",  "p95", "p97_5"};

/// Sums about an origin near the values, so that the spread of large values is not lost in rounding.
struct Moments {
    double origin = 0;
    std::uint64_t count = 0;
    double first = 0, second = 0;  // of distances from the origin, and of their squares
    double minimum = 0, maximum = 0;

    void add(const ColumnSums& sums, std::uint64_t values);
    /// Of the same origin: sums add up. Of another: within rounding.
    void merge(const Moments& other);

    double mean() const;
    double sd() const;  // of the sample, n - 1; 0 for one value
};

/// What is reported. Percentiles lie between minimum and maximum; what does not vary is exact.
struct Summary {
    std::uint64_t count = 0;
    double mean = 0, sd = 0, minimum = 0, maximum = 0;
    std::array<double, reported_shares.size()> percentiles = {};
    /// Of the mean: sd / sqrt(n), as if the draws were independent (Sobol points do better).
    double standard_error = 0;
    /// The largest standard error of the mean, P5 and P95, over the width of the 90 % interval.
    double relative_error = 0;

    /// relative_error at which a result is certain enough to be shown.
    static constexpr double allowed_error = 0.01;
    bool suffices() const { return !varies() || relative_error <= allowed_error; }
    /// Its spread is more than what rounding leaves of figures that cancel.
    bool varies() const {
        constexpr double rounding = 1e-9;
        return maximum - minimum > rounding * std::fabs(mean);
    }
    /// How many draws would suffice, judged by these.
    double needed() const;
};

class Statistics {
public:
    Statistics() = default;
    /// Of a value that does not vary.
    Statistics(double value, std::uint64_t count);
    Statistics(Moments moments, Sketch sketch) : moments_(moments), sketch_(std::move(sketch)) {}

    /// Finite values.
    void add(std::span<const double> column);
    void merge(const Statistics& other);

    std::uint64_t count() const { return moments_.count; }
    Summary summary() const;
    const Sketch& sketch() const { return sketch_; }

private:
    Moments moments_;
    Sketch sketch_;
};

}  // namespace lca
