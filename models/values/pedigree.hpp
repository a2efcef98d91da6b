#pragma once
// The pedigree matrix of ecoinvent: from scores for a figure's quality to a geometric standard deviation.

#include <array>
#include <cstddef>

namespace lca::values {

inline constexpr std::size_t pedigree_indicators = 5;

/// `scores`: from 1 to 5 for reliability, completeness, temporal, geographical and further technological
/// correlation. `basic`: the basic uncertainty factor, a GSD² of at least 1. gsd = exp(sqrt((ln basic / 2)²
/// + Σ σᵢ²)), with variances σᵢ² of Weidema et al., Overview and methodology: data quality guideline for the
/// ecoinvent database version 3 (2013): the original table, not the empirical one of Ciroth et al. 2016.
double pedigree_gsd(const std::array<int, pedigree_indicators>& scores, double basic);

}  // namespace lca::values
