// Samples the uncertain inputs of a scenario and reads the spread of a result by name.
#include <cstdio>

#include "lca/lca.hpp"

namespace {

// Uniform from 2 to 4 kWh: the 5th and 95th percentile are 2.1 and 3.9 kWh; at 500 g/kWh, 1.05 and 1.95 kg.
const char* const text = R"(lca: 1
title: A run of uncertain length
sites:
  here: {grid: {intensity: 500 gCO2e/kWh}, pue: 1}
activities:
  run:
    stage: training
    site: here
    dynamic: {energy: {value: 3 kWh, uncertainty: {distribution: uniform, low: 2 kWh, high: 4 kWh}}}
    idle: none
    embodied: none
)";

}  // namespace

int main() {
    lca::Session session(lca::embedded_catalogue());
    lca::UncertaintyOptions options;
    options.sampling = {.samples = 100'000, .seed = 1};
    const auto uncertainty = lca::sample_uncertainty(session, {.path = "run", .text = text}, options);
    std::fputs(session.messages().c_str(), stderr);
    if (!uncertainty) return 2;
    const auto total = uncertainty->of("total");
    if (!total) return 1;  // the total is not assessed
    std::printf("P5 %.2f kg, median %.2f kg, P95 %.2f kg\n", total->p5, total->p50, total->p95);
}
