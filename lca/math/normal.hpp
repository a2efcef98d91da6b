#pragma once
// The normal distribution, standardised, with the same bits on every x86-64 machine.

namespace lca {

/// The z below which a share u of a standard normal distribution lies, relative error below 2e-10; 0 < u < 1.
double normal_quantile(double u);
/// The share below z, relative error below 3e-10 for z < 0; for z > 0, 1 minus the share above. |z| <= 12.
double normal_below(double z);
/// The density at z.
double normal_density(double z);

}  // namespace lca
