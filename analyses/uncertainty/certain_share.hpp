#pragma once
// How much of the total depends on no uncertain figure, and which figures that part depends on.

#include <cstddef>
#include <optional>

#include "analyses/uncertainty/uncertainty.hpp"

namespace lca::uncertainty {

/// The parts of the total are the lines of the activities that are included and of what is unallocated (a
/// phase without lines is its own). A part is certain if it depends on no uncertain input.
/// Figures are ordered by their elasticity: how much the sum of the certain parts changes with 1 % more of
/// them. Empty if there is no total, or it is not above 0. Records that sum.
std::optional<CertainShare> certain_share(Assessment& model, std::size_t measure);

}  // namespace lca::uncertainty
