#pragma once
// The log that a phase names in `power_log`.

#include <memory>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/results/power_log.hpp"

namespace lca {

/// Reads the map `power_log`, whose file was read before (values/data_files). Null after an error, which is
/// at a key or in the file.
std::shared_ptr<const PowerLog> read_power_log(Node log, const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
