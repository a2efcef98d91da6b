// Kepler: energy counters of a node's processors and boards. metrics.cpp reads them.
#include <functional>

#include "models/logs/metrics.hpp"

namespace lca {
namespace {

constexpr LogFormat kepler_format = {
    "kepler", "scrapes of Kepler (text)",
    [](const LogHead& head) { return !head.is_json() && head.has("kepler_"); }, logs::metrics_reader,
    logs::metrics_family};

}  // namespace

const LogFormat& kepler_log() {
    return kepler_format;
}

}  // namespace lca
