#pragma once
// The total beside things that people know, as a page is given it to compute anew.

#include <vector>

#include "analyses/equivalents/equivalents.hpp"
#include "lca/page/json_writer.hpp"

namespace lca::report {

/// "equivalents": of each what one of it is, in base units of one of the measures that the page shows.
void write_equivalents_of_page(JsonWriter& json, const Equivalents& equivalents,
                               const std::vector<std::size_t>& measures);

}  // namespace lca::report
