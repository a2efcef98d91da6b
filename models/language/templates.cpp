#include "models/language/templates.hpp"

namespace lca {
namespace {

constexpr std::string_view scenario_text = R"(# A scenario to start from: change the numbers, then run
#   lca evaluate THIS_FILE
# Every number carries its unit (`lca units` lists them). A fact is written once.
# `lca reference` prints the whole language.
lca: 1 # version of the language
title: My model, trained and then served

# Results are also given per amount of this.
functional_unit: {amount: 1, name: trained model}

# Knobs: used below by name, after an `=`; changed from outside by
#   lca evaluate THIS_FILE --set "parameters.gpu_time=200_000 GPU*h"
parameters:
  gpu_time: 100_000 GPU*h
  lifetime:
    value: 5 yr
    uncertainty: {distribution: triangular, low: 4 yr, high: 6 yr}
    note: how long the servers are used before they are replaced
    status: assumed # shown with the results

# The site of the hardware: its electricity, and what the building adds to it.
sites:
  datacentre:
    grid: FRA # `lca grid search france`; or {intensity: 57 gCO2e/kWh}
    pue: 1.2

# What it consists of. `lca hardware search a100` finds the names.
systems:
  cluster:
    site: datacentre
    nodes: 16 node
    node: # what one node is made of
      - {hardware: hpe-apollo-6500-gen10-plus}
      - {hardware: nvidia-a100-sxm4-80gb, count: 8}
    lifetime: =lifetime
    utilisation: 85 % # share of the lifetime during which it is in use

# What was done with it. Each activity has three phases: dynamic (electricity of the work),
# idle (electricity without work) and embodied (a share of making the hardware).
activities:
  training:
    stage: training
    system: cluster
    device_time: =gpu_time
    dynamic: {device_power: 400 W, host_power: 600 W} # of one accelerator; of one node beside them
    idle:
      waiting: {node_power: 1200 W, duration: 5 d} # of one node, between the runs
      network: {system_power: 3 kW} # of the whole system, over the time it was taken

  serving:
    stage: inference
    system: cluster
    devices: 16 GPU
    duration: 30 d
    requests: 2_000_000 request
    dynamic: {per_request: 1.5 Wh/request} # a meter that also counts idle power: add `includes: [idle]`
    idle: not_assessed # a gap: results report it, and never count it as zero

# Figures of your own, from parameters and results.
outputs:
  break_even: "=stage.training.energy / serving.per_request"

# Variants: `lca compare THIS_FILE` puts them side by side.
what_if:
  world_grid:
    title: The same on the world's average grid
    set: {sites.datacentre.grid: WLD}
  longer_life:
    title: Servers used for eight years
    set: {parameters.lifetime: 8 yr}
)";

}  // namespace

std::string_view scenario_template() {
    return scenario_text;
}

}  // namespace lca
