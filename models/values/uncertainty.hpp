#pragma once
// Reads the `uncertainty` of a value as a probability distribution in base units.

#include <memory>

#include "lca/base/diagnostics.hpp"
#include "models/values/value.hpp"

namespace lca {

class Node;

}  // namespace lca

namespace lca::values {

/// Reads the `uncertainty` of a value whose number has been read. Null after an error, which is reported.
std::unique_ptr<const Distribution> read_uncertainty(Node node, const Statement& stated,
                                                     const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca::values
