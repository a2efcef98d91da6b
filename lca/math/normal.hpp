#pragma once
// The standard normal distribution, with the same bits on every x86-64 machine.

namespace lca {

/// The z below which a share u of the distribution lies, 0 < u < 1; relative error below 2e-10.
double normal_quantile(double u);
/// The share below z, |z| <= 12; relative error below 3e-10 for z < 0; for z > 0, 1 minus the share above.
double normal_below(double z);
/// The probability density at z.
double normal_density(double z);

}  // namespace lca
