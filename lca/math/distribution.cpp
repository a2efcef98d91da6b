// The names of the distributions, as files write them.

#include "lca/math/distribution.hpp"

namespace lca {

std::string_view to_string(Shape shape) {
    switch (shape) {
        case Shape::normal:
            return "normal";
        case Shape::lognormal:
            return "lognormal";
        case Shape::uniform:
            return "uniform";
        case Shape::triangular:
            return "triangular";
        case Shape::pert:
            return "pert";
        case Shape::discrete:
            return "discrete";
        case Shape::empirical:
            return "empirical";
    }
    return "";
}

}  // namespace lca
