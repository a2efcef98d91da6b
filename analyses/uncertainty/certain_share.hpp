#pragma once
// How much of the total no uncertain input affects, and which inputs that part depends on most.

#include <cstddef>
#include <optional>

#include "analyses/uncertainty/uncertainty.hpp"

namespace lca::uncertainty {

/// The total is the sum of its lines (of included activities, and unallocated) and of phases without lines.
/// Those parts that depend on no uncertain input are certain.
/// `inputs` are ordered by elasticity: by how much 1 % more of an input changes the sum of the certain parts.
/// Empty if there is no total, or it is not above 0. Records that sum in the model.
std::optional<CertainShare> certain_share(Assessment& model, std::size_t measure);

}  // namespace lca::uncertainty
