#include "lca/units/impact.hpp"

namespace lca {

Dimension impact_per(std::size_t impact, Dimension per) {
    return divide(impacts()[impact].dimension, per).value();
}

}  // namespace lca
