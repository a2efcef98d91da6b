#pragma once
// How far the integral of a quantity can be off when the quantity was only read at intervals.

#include <cstdint>

namespace lca {

/// The standard deviation of the trapezoidal rule's error (the sum of each reading times the time until the
/// next has the same error, but for its ends), estimated from the readings themselves.
///
/// Take a quantity that forgets its past exponentially: variance σ², covariance σ² exp(-|t|/τ), so that
/// readings a step dt apart have the correlation r = exp(-x), x = dt/τ. Over a long time, per step:
///     variance of Σ dt P:   σ² dt² Σ r^|k| over all k      = σ² dt² (1 + r)/(1 - r) = σ² dt² coth(x/2)
///     variance of ∫ P:      σ² dt ∫ exp(-|t|/τ) over all t = σ² dt 2τ               = σ² dt² 2/x
///     their covariance:     of one reading with all of ∫ P = σ² dt 2τ               = σ² dt² 2/x
/// The error is their difference, of the variance first + second - 2 × third:
///     σ² dt² (coth(x/2) - 2/x).
/// Readings show σ² (1 - r) as half their mean squared difference, and r by how much more those two steps
/// apart differ: 1 + r times as much, less two of its standard errors (1/√n each), so that few readings do
/// not claim to know more than they do. So each step adds (ΔP dt)² c(r), c = (coth(x/2) - 2/x) / (2 (1 - r)):
/// 1/12 where r is near 1 (a Brownian bridge between readings), 1/2 where readings are uncorrelated. A change
/// whose period is exactly a step shows in no reading, and so not here.
class SamplingError {
public:
    /// Two readings one after the other, and the time between them that counts.
    void add_step(double difference, double time);
    /// Two readings two steps apart.
    void add_double_step(double difference);
    double sd() const;

private:
    double weighted_ = 0;            // Σ (ΔP dt)²
    double single_ = 0, twice_ = 0;  // Σ ΔP² of readings one step and two steps apart
    std::uint64_t singles_ = 0, twices_ = 0;
};

/// c(r) as above, for 0 <= r <= 1.
double sampling_factor(double correlation);

}  // namespace lca
