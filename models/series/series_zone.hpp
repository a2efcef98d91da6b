#pragma once
// The zone that a scenario states for a file's times.

#include <optional>

#include "lca/base/diagnostics.hpp"
#include "lca/base/time_zone.hpp"
#include "lca/document/node.hpp"

namespace lca::series {

struct StatedZone {
    std::optional<TimeZone> zone;
    bool good = true;  // false after an error
};
/// Finds the zone of the key `zone`, which may be missing. Its file was read before (values/data_files).
StatedZone zone_of(Node zone, const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca::series
