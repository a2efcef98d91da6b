// Prometheus: responses of its HTTP API, and scrapes with metrics of other tools than DCGM or Kepler alone.
#include <functional>

#include "models/logs/metrics.hpp"

namespace lca {
namespace {

constexpr LogFormat prometheus_format = {
    "prometheus", "other scrapes (text), and responses of Prometheus (query_range, JSON)",
    [](const LogHead& head) {
        if (head.is_json()) return head.has("\"resultType\"");
        return head.has("vllm:");
    },
    logs::metrics_reader, logs::metrics_family};

}  // namespace

const LogFormat& prometheus_log() {
    return prometheus_format;
}

}  // namespace lca
