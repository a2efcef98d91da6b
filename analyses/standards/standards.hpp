#pragma once
// Texts about results in the terms of standards: system boundary, coverage of figures, methods.

#include <string>
#include <string_view>
#include <vector>

#include "lca/page/json_writer.hpp"
#include "lca/page/page.hpp"
#include "models/results/point_result.hpp"

namespace lca {

/// A list of what is inside the boundary, which life-cycle stages the figures of hardware cover, what is cut
/// off, what the total contains though it is outside, and versions of global warming potentials; empty if no
/// boundary is stated.
List boundary_list(const PointResult& result);
/// "global warming potentials: AR5 (GB-DESNZ/2025); not known of the other figures".
std::string potentials_in_words(const Results& results);
/// A list of what the intensities of grids count, and whether these include imported electricity; each
/// combination once.
List grids_list(const Results& results);
/// A list of hardware: what its embodied figure covers, and by which method it was determined.
List hardware_list(const Results& results);
/// A list with water of sites (consumed or withdrawn), and versions of global warming potentials if no
/// boundary lists them.
List methods_list(const Results& results);
/// The items of boundary_list(), without values, each as a sentence that begins with "Boundary: ".
std::vector<std::string> boundary_sentences(const PointResult& result);

std::vector<std::string> names_of(const std::vector<BoundaryItem>& items);
/// Names of the life-cycle stages that a figure of hardware covers.
std::vector<std::string> names_of(const StagesShown& shown);

/// Writes `"boundary"`, `"embodied_bases"`, `"gwp_versions"` and `"site_water"` into the open object; each
/// only if there is something to write.
void write_standards(JsonWriter& json, const PointResult& result);

}  // namespace lca
