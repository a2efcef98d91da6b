#pragma once
// What a result rests on, in lists: gaps, defaults, doubtful and uncertain figures, sources, warnings.

#include "lca/report/evaluation.hpp"

namespace lca {

/// Appends the lists that are not empty, each cut to a readable length with a count of the rest.
void add_notes(Page& page, const Evaluation& evaluation);

}  // namespace lca
