#pragma once
// The answer of `lca evaluate` as it fits on a screen.

#include "analyses/shared/evaluation.hpp"
#include "lca/page/page.hpp"

namespace lca::evaluation_detail {

/// One headline, one line of assumptions, the phases as bars, the largest activities, what the file asks for,
/// what is not assessed, and how much more there is to know.
Page screen_page(const Evaluation& evaluation);

}  // namespace lca::evaluation_detail
