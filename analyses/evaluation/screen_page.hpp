#pragma once
// The answer of `lca evaluate` as it fits on a screen.

#include "analyses/shared/evaluation.hpp"
#include "lca/page/page.hpp"

namespace lca::evaluation_detail {

/// One headline, one line of assumptions, the phases as bars, the largest activities, the outputs, what is
/// not assessed, and where more can be found.
Page screen_page(const Evaluation& evaluation);

}  // namespace lca::evaluation_detail
