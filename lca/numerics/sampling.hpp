#pragma once
// How uncertain inputs are sampled, and which statistics of the samples are reported.

#include <array>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lca {

/// How samples are drawn: pseudo-random numbers, or scrambled Sobol points.
enum class Sampling : unsigned char { plain, sobol };

inline constexpr std::uint64_t default_seed = 1;
inline constexpr std::uint64_t default_samples = 100'000;
inline constexpr std::uint64_t max_samples = 1'000'000'000;

/// Thrown when sampling ends early because its StopFlag was set.
struct SamplingStopped {};
/// Set by another thread to stop sampling.
using StopFlag = std::atomic<bool>;

/// The percentiles that are reported, as shares, and their keys in machine output.
inline constexpr std::array<double, 7> reported_shares = {0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975};
inline constexpr std::array<std::string_view, 7> percentile_keys = {"p2_5", "p5",  "p25",  "p50",
                                                                    "p75",  "p95", "p97_5"};

/// Statistics of a result's samples. Percentiles lie between minimum and maximum; exact if nothing varies.
struct Summary {
    std::uint64_t count = 0;
    double mean = 0, sd = 0, minimum = 0, maximum = 0;
    std::array<double, reported_shares.size()> percentiles = {};
    /// Standard error of the mean: sd / sqrt(n), as for independent samples (with Sobol points the error is
    /// smaller).
    double standard_error = 0;
    /// The largest of these errors, divided by the width of the 90 % interval: the standard errors of the
    /// mean, of P5 and of P95, and the histogram's error at P5 and P95.
    double relative_error = 0;

    /// The largest relative_error with which a result is considered sufficiently accurate.
    static constexpr double allowed_error = 0.01;
    bool suffices() const { return !varies() || relative_error <= allowed_error; }
    /// Whether samples differ by more than rounding errors of numbers that cancel.
    bool varies() const {
        constexpr double rounding = 1e-9;
        return maximum - minimum > rounding * std::fabs(mean);
    }
    /// About how many samples are needed to reach allowed_error, estimated from relative_error.
    double needed() const;
};

/// The difference between a variant and its base in one result.
struct PairedDifference {
    Summary difference;            // variant - base, in base units
    std::optional<Summary> ratio;  // variant / base; empty if the base is zero in any sample
    double lower = 0, equal = 0;   // shares of samples in which the variant is below, or equal to, the base
};

/// The median of a change's share in a difference, and the limits of its 90 % and 95 % intervals.
struct ShareInterval {
    double p2_5 = 0, p5 = 0, p50 = 0, p95 = 0, p97_5 = 0;
};

}  // namespace lca
