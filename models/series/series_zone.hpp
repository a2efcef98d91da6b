#pragma once
// The time zone that a scenario states for the times in a file.

#include <optional>

#include "lca/base/diagnostics.hpp"
#include "lca/base/time_zone.hpp"
#include "lca/document/node.hpp"

namespace lca::series {

struct StatedZone {
    std::optional<TimeZone> zone;
    bool good = true;  // false after an error
};
/// The time zone named by the key `zone`, if present. Its file was loaded before (values/data_files).
StatedZone zone_of(Node zone, const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca::series
