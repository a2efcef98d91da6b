// Stars by energy: the range of energies of models rated together is divided into five equally wide bands.
#include "models/catalog/listed.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace lca {

StarScale::StarScale(const Rating& rating) : lowest_(0), highest_(0) {
    if (rating.models.empty()) throw std::invalid_argument("a rating without models");
    lowest_ = rating.models.front().energy;
    highest_ = rating.models.back().energy;
    if (!(lowest_ < highest_)) throw std::invalid_argument("a rating without a range");
}

int StarScale::stars(double energy) const {
    const double band = std::floor((energy - lowest_) / width());
    return 5 - static_cast<int>(std::clamp(band, 0.0, 4.0));
}

double StarScale::from(int stars) const {
    return lowest_ + (5 - stars) * width();
}

}  // namespace lca
