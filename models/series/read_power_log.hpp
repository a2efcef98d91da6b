#pragma once
// The log that a phase names in `power_log`.

#include <memory>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/results/power_log.hpp"

namespace lca {

/// Of the map `power_log`; its file was read before (values/data_files). Null after a fault, which is at a
/// key or in the file.
std::shared_ptr<const PowerLog> read_power_log(Node log, const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
