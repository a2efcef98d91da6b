#pragma once
// How uncertain figures are drawn, and what is reported of the samples.

#include <array>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lca {

/// Pseudo-random numbers, or scrambled Sobol points.
enum class Sampling : unsigned char { plain, sobol };

inline constexpr std::uint64_t default_seed = 1;
inline constexpr std::uint64_t default_samples = 100'000;
inline constexpr std::uint64_t max_samples = 1'000'000'000;

/// Thrown by a run of samples that was told to stop.
struct SamplingStopped {};
/// Another thread may set it while samples are drawn.
using StopFlag = std::atomic<bool>;

/// The percentiles that are reported, as shares and as the keys of machine output.
inline constexpr std::array<double, 7> reported_shares = {0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975};
inline constexpr std::array<std::string_view, 7> percentile_keys = {"p2_5", "p5",  "p25",  "p50",
                                                                    "p75",  "p95", "p97_5"};

/// What is reported. Percentiles lie between minimum and maximum; what does not vary is exact.
struct Summary {
    std::uint64_t count = 0;
    double mean = 0, sd = 0, minimum = 0, maximum = 0;
    std::array<double, reported_shares.size()> percentiles = {};
    /// Standard error of the mean: sd / sqrt(n), as if samples were independent (Sobol points have a smaller
    /// error).
    double standard_error = 0;
    /// The largest standard error of the mean, P5 and P95, or the histogram's error there, divided by the
    /// width of the 90 % interval.
    double relative_error = 0;

    /// relative_error at which a result is certain enough to be shown.
    static constexpr double allowed_error = 0.01;
    bool suffices() const { return !varies() || relative_error <= allowed_error; }
    /// Whether the spread is more than what rounding leaves of figures that cancel.
    bool varies() const {
        constexpr double rounding = 1e-9;
        return maximum - minimum > rounding * std::fabs(mean);
    }
    /// About how many draws are needed for allowed_error, by the error of these.
    double needed() const;
};

/// Difference of a step between a variant and its base.
struct PairedDifference {
    Summary difference;            // variant - base, base units
    std::optional<Summary> ratio;  // variant / base; empty if the base was zero in any draw
    double lower = 0, equal = 0;   // shares of draws in which the variant is below, and just at, the base
};

/// The median of a share, and the ends of its 90 % and 95 % intervals.
struct ShareInterval {
    double p2_5 = 0, p5 = 0, p50 = 0, p95 = 0, p97_5 = 0;
};

}  // namespace lca
