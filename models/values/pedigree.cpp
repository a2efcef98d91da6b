#include "models/values/pedigree.hpp"

#include <cmath>

#include "lca/math/elementary.hpp"

namespace lca::values {
namespace {

constexpr double variances[pedigree_indicators][5] = {
    {0, 0.0006, 0.002, 0.008, 0.04},     // reliability
    {0, 0.0001, 0.0006, 0.002, 0.008},   // completeness
    {0, 0.0002, 0.002, 0.008, 0.04},     // temporal correlation
    {0, 2.5e-5, 0.0001, 0.0006, 0.002},  // geographical correlation
    {0, 0.0006, 0.008, 0.04, 0.12},      // further technological correlation
};

}  // namespace

double pedigree_gsd(const std::array<int, pedigree_indicators>& scores, double basic) {
    const double half = natural_log(basic) / 2;
    double variance = half * half;
    for (std::size_t i = 0; i < pedigree_indicators; ++i) variance += variances[i][scores[i] - 1];
    return exponential(std::sqrt(variance));
}

}  // namespace lca::values
