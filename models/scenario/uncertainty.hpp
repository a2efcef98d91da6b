#pragma once
// "How sure" as a file writes it, to a distribution in base units.

#include <memory>

#include "lca/base/diagnostics.hpp"
#include "models/scenario/figure.hpp"

namespace lca {

/// Reads the `uncertainty` of a figure whose number has been read. Faults are reported; null after one.
std::unique_ptr<const Distribution> read_uncertainty(Node node, const Given& given, const Sources& sources,
                                                     Diagnostics& diagnostics);

}  // namespace lca
