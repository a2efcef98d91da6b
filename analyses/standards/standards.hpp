#pragma once
// Results in the words of standards: the boundary, what figures cover, methods.

#include <string>
#include <string_view>
#include <vector>

#include "lca/page/json_writer.hpp"
#include "lca/page/page.hpp"
#include "models/results/results.hpp"

namespace lca {

/// What is inside, which life-cycle stages the hardware's figures cover, what is cut off, and the version of
/// the global warming potentials; empty if no boundary is stated.
List boundary_list(const Results& results);
/// "global warming potentials: AR5 (GB-DESNZ/2025); not known for the other figures".
std::string potentials_in_words(const Results& results);
/// What the embodied figures of each piece of hardware cover, and how they were found.
List hardware_list(const Results& results);
/// Whether the water of sites is consumed or withdrawn, and the warming potentials where no boundary states
/// them.
List methods_list(const Results& results);
/// The boundary as sentences that need no heading.
std::vector<std::string> boundary_sentences(const Results& results);

std::vector<std::string> names_of(const std::vector<BoundaryItem>& items);
/// The names of the life-cycle stages that a figure covers.
std::vector<std::string> names_of(const StagesShown& shown);

/// Writes `"boundary"`, `"embodied_bases"`, `"gwp_versions"` and `"site_water"` into the object that is open;
/// each where there is any.
void write_standards(JsonWriter& json, const Results& results);

}  // namespace lca
