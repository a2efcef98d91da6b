#pragma once
// How far the integral of a quantity can be off that was only read now and then.

#include <cstdint>

namespace lca {

/// The standard deviation of the trapezoid's error (Σ of a reading × the time until the next one has the
/// same, but for its ends), estimated from the readings themselves.
///
/// A quantity that forgets its past exponentially, of variance σ² and with a correlation r between readings a
/// step dt apart, x = -ln r, has per step (variance of the sum + variance of the integral - 2 × their
/// covariance, each over a long time):
///     σ² dt² (coth(x/2) - 2/x).
/// Readings tell σ² (1 - r) as half their mean squared difference, and r by how much more those two steps
/// apart differ: 1 + r times as much, less two of its standard errors (1/√n each), so that few readings do
/// not claim to know more than they do. So each step adds (ΔP dt)² c(r), c = (coth(x/2) - 2/x) / (2 (1 - r)):
/// 1/12 where r is near 1 (a Brownian bridge between readings), 1/2 where readings have nothing to do with
/// each other. Derived from the variance of systematic samples (Cochran 1946, Annals of Mathematical
/// Statistics 17, section 6). A period that readings miss, as one of exactly a step, no reading can tell.
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

/// c(r) of above, for 0 <= r <= 1.
double sampling_factor(double correlation);

}  // namespace lca
