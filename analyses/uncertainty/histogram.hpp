#pragma once
// Which distributions a page draws, and how.

#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/math/sketch.hpp"
#include "lca/page/page.hpp"
#include "lca/page/scale.hpp"

namespace lca::uncertainty {

/// The results whose whole distribution a page shows: those requested (for a breakdown, the total), else the
/// total, else the outputs; only a few.
std::vector<NamedResult> shown_as_histograms(const Results& results, std::size_t measure_index,
                                             const std::vector<NamedResult>& asked, bool broken_down);

/// A histogram as rows of bars, with about `rows` intervals between the 0.5th and the 99.5th percentile.
Table histogram(const Sketch& sketch, Scale scale, std::size_t rows = 16);

}  // namespace lca::uncertainty
