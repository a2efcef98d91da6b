#include "models/scenario/figure.hpp"

namespace lca {

std::string_view to_string(Bounds bounds) {
    switch (bounds) {
        case Bounds::any:
            return "any number";
        case Bounds::not_negative:
            return "0 or more";
        case Bounds::positive:
            return "above 0";
        case Bounds::share:
            return "from 0 to 100 %";
        case Bounds::positive_share:
            return "above 0 and at most 100 %";
        case Bounds::at_least_one:
            return "at least 1";
    }
    return "";
}

bool within(Bounds bounds, double value) {
    switch (bounds) {
        case Bounds::any:
            return true;
        case Bounds::not_negative:
            return value >= 0;
        case Bounds::positive:
            return value > 0;
        case Bounds::share:
            return value >= 0 && value <= 1;
        case Bounds::positive_share:
            return value > 0 && value <= 1;
        case Bounds::at_least_one:
            return value >= 1;
    }
    return false;
}

}  // namespace lca
