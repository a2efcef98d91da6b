// DCGM exporter: energy counters of boards since their driver was loaded. metrics.cpp reads them.
#include <functional>

#include "models/logs/metrics.hpp"

namespace lca {
namespace {

constexpr LogFormat dcgm_format = {
    "dcgm", "scrapes of NVIDIA's DCGM exporter (text)",
    [](const LogHead& head) { return !head.is_json() && head.has("DCGM_FI_"); }, logs::metrics_reader,
    logs::metrics_family};

}  // namespace

const LogFormat& dcgm_log() {
    return dcgm_format;
}

}  // namespace lca
