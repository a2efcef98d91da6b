// Kepler: energy of processors and boards of a node. metrics.cpp reads the counters.
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
