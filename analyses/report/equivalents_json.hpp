#pragma once
// The equivalents of a total, as a page is given them to compute them anew.

#include <vector>

#include "analyses/equivalents/equivalents.hpp"
#include "lca/page/json_writer.hpp"

namespace lca::report {

/// "equivalents": for each its factor, in base units of one of the measures that the page shows.
void write_equivalents_of_page(JsonWriter& json, const Equivalents& equivalents,
                               const std::vector<std::size_t>& measures);

}  // namespace lca::report
