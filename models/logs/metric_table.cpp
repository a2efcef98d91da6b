// The metrics that are read, by the names that their exporters give them.
#include <algorithm>

#include "models/logs/metrics.hpp"

namespace lca::logs {
namespace {

using enum MetricRole;

constexpr Metric table[] = {
    {"DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION", board_counter, "DCGM", 1e-3},  // mJ since the driver was loaded
    {"DCGM_FI_DEV_POWER_USAGE", board_power, "DCGM"},
    {"kepler_node_cpu_joules_total", zone_counter, "Kepler"},
    {"kepler_node_gpu_joules_total", board_counter, "Kepler"},
    {"kepler_node_cpu_active_joules_total", repeats, "Kepler"},  // node's total = active + idle
    {"kepler_node_cpu_idle_joules_total", repeats, "Kepler"},
    {"kepler_node_gpu_active_joules_total", repeats, "Kepler"},
    {"kepler_node_gpu_idle_joules_total", repeats, "Kepler"},
    {"kepler_node_package_joules_total", zone_counter, "Kepler", 1, "package", true},
    {"kepler_node_dram_joules_total", zone_counter, "Kepler", 1, "dram", true},
    {"kepler_node_core_joules_total", zone_counter, "Kepler", 1, "core", true},
    {"kepler_node_uncore_joules_total", zone_counter, "Kepler", 1, "uncore", true},
    {"kepler_node_platform_joules_total", repeats, "Kepler"},
    {"vllm:generation_tokens_total", tokens, "vLLM"},
    {"vllm:prompt_tokens_total", prompt_tokens, "vLLM"},
    {"vllm:request_success_total", requests, "vLLM"},
};
constexpr Metric within_node = {"", repeats, "Kepler"};

}  // namespace

const Metric* find_metric(std::string_view name) {
    const auto* const found = std::find_if(std::begin(table), std::end(table),
                                           [name](const Metric& one) { return one.name == name; });
    if (found != std::end(table)) return found;
    for (const std::string_view inner :
         {"kepler_container_", "kepler_pod_", "kepler_process_", "kepler_vm_"}) {
        if (name.starts_with(inner) && name.ends_with("_joules_total")) return &within_node;
    }
    return nullptr;
}

}  // namespace lca::logs
