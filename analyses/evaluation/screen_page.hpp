#pragma once
// The short page of `lca evaluate`, which fits on a screen.

#include "analyses/shared/evaluation.hpp"
#include "lca/page/page.hpp"

namespace lca::evaluation_detail {

/// The headline, one line of assumptions, phases as bars, the largest activities, outputs, what is not
/// assessed, and which commands show more.
Page screen_page(const Evaluation& evaluation);

}  // namespace lca::evaluation_detail
