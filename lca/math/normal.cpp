#include "lca/math/normal.hpp"

#include "lca/math/random_kernels.hpp"

namespace lca {

double normal_quantile(double u) {
    return kernel::normal_quantile(u);
}

double normal_below(double z) {
    return kernel::normal_below(z);
}

double normal_density(double z) {
    return kernel::exponential(-0.5 * z * z) * 0.3989422804014327;
}

}  // namespace lca
