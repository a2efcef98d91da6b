#pragma once
// What results say of the boundary that a study states.

#include <string>
#include <vector>

#include "lca/page/page.hpp"
#include "models/results/results.hpp"

namespace lca {

/// What is inside, of which life-cycle stages the hardware's figures are, what is cut off, and the version of
/// the global warming potentials; empty if no boundary is stated.
List boundary_list(const Results& results);
/// The boundary in separate sentences.
std::vector<std::string> boundary_sentences(const Results& results);

std::vector<std::string> names_of(const std::vector<BoundaryItem>& items);
/// The life-cycle stages that a figure is of.
std::vector<std::string> names_of(const StagesShown& shown);

}  // namespace lca
