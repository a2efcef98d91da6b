// Stars by energy: the range of energies of models rated together is divided into five equally wide bands.
#include "models/catalog/listed.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace lca {

StarScale::StarScale(const Rating& rating) : least_(0), most_(0) {
    if (rating.models.empty()) throw std::invalid_argument("a rating without models");
    least_ = rating.models.front().energy;
    most_ = rating.models.back().energy;
    if (!(least_ < most_)) throw std::invalid_argument("a rating without a range");
}

int StarScale::stars(double energy) const {
    const double band = std::floor((energy - least_) / width());
    return 5 - static_cast<int>(std::clamp(band, 0.0, 4.0));
}

double StarScale::from(int stars) const {
    return least_ + (5 - stars) * width();
}

}  // namespace lca
