#pragma once
// Reads the power log that a phase names in `power_log`.

#include <memory>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/results/power_log.hpp"

namespace lca {

/// `log`: the map `power_log`, whose file was loaded before (values/data_files). Returns null after an error,
/// which is reported at a key of the map or at a place in the file.
std::shared_ptr<const PowerLog> read_power_log(Node log, const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
