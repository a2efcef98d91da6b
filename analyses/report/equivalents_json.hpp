#pragma once
// The equivalents of a total for the script of a page, which recomputes them when inputs are moved.

#include <vector>

#include "analyses/equivalents/equivalents.hpp"
#include "lca/page/json_writer.hpp"

namespace lca::report {

/// Writes "equivalents": the factor of each, in base units, and which of the page's measures it is for.
void write_equivalents_of_page(JsonWriter& json, const Equivalents& equivalents,
                               const std::vector<std::size_t>& measures);

}  // namespace lca::report
