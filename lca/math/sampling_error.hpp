#pragma once
// How far the integral of a quantity over time can be off if the quantity was only read at intervals.

#include <cstdint>

namespace lca {

/// The standard deviation of the trapezoidal rule's error, estimated from the readings themselves. (The sum
/// of each reading times the time until the next one has the same error, except at the two ends.)
///
/// Assume a quantity P with variance σ² and covariance σ² exp(-|t|/τ) between times t apart, so that
/// readings a step dt apart have the correlation r = exp(-x), x = dt/τ. Over a long time, per step:
///     variance of Σ dt P:   σ² dt² Σ r^|k| over all k      = σ² dt² (1 + r)/(1 - r) = σ² dt² coth(x/2)
///     variance of ∫ P:      σ² dt ∫ exp(-|t|/τ) over all t = σ² dt 2τ               = σ² dt² 2/x
///     their covariance:     of one reading with all of ∫ P = σ² dt 2τ               = σ² dt² 2/x
/// The error is Σ dt P - ∫ P, and its variance first + second - 2 × third of these lines:
///     σ² dt² (coth(x/2) - 2/x).
/// Half the mean squared difference of readings one step apart estimates σ² (1 - r); that of readings two
/// steps apart is 1 + r times as large, which gives r; two standard errors of r (1/√n each) are subtracted,
/// so that few readings give a larger error. Each step adds (ΔP dt)² c(r), with
/// c = (coth(x/2) - 2/x) / (2 (1 - r)): 1/12 for r near 1 (a Brownian bridge between readings), 1/2 for
/// uncorrelated readings. A variation whose period is exactly one step is in no reading, so not in it.
class SamplingError {
public:
    /// Adds two consecutive readings: their difference, and how much of the time between them is integrated.
    void add_step(double difference, double time);
    /// Adds the difference of two readings that are two steps apart.
    void add_double_step(double difference);
    double sd() const;

private:
    double weighted_ = 0;            // Σ (ΔP dt)²
    double single_ = 0, twice_ = 0;  // Σ ΔP² of readings one step and two steps apart
    std::uint64_t singles_ = 0, twices_ = 0;
};

/// c(r) as in SamplingError, for r from 0 to 1.
double sampling_factor(double correlation);

}  // namespace lca
