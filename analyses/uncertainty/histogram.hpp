#pragma once
// Histograms of results on a page.

#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/math/sketch.hpp"
#include "lca/page/page.hpp"
#include "lca/page/scale.hpp"

namespace lca::uncertainty {

/// The results whose distribution a page shows, four at most: those requested; for a breakdown, or if none is
/// requested, the total; else the outputs.
std::vector<NamedResult> shown_as_histograms(const Results& results, std::size_t measure_index,
                                             const std::vector<NamedResult>& requested, bool broken_down);

/// A histogram: a row with a bar for each of about `rows` intervals from the 0.5th to the 99.5th percentile.
Table histogram(const Sketch& sketch, Scale scale, std::size_t rows = 16);

}  // namespace lca::uncertainty
