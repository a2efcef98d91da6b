#pragma once
// Which distributions a page draws, and how.

#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/math/sketch.hpp"
#include "lca/page/page.hpp"
#include "lca/page/scale.hpp"

namespace lca::uncertainty {

/// What a page shows the whole distribution of: what was asked for (of a breakdown, the total), else the
/// total, else the outputs; a few.
std::vector<NamedResult> shown_as_histograms(const Results& results, std::size_t measure_index,
                                             const std::vector<NamedResult>& asked, bool broken_down);

/// A histogram as rows of bars, of about `rows` intervals between the outermost half per cents.
Table histogram(const Sketch& sketch, Scale scale, std::size_t rows = 16);

}  // namespace lca::uncertainty
