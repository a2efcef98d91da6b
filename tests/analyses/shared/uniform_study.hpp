#pragma once
// A study of one output whose only figure is uniform from 2 to 4 kWh.

#include "analyses/shared/scenario_source.hpp"

namespace lca::test {

inline ScenarioSource uniform_study() {
    return {.path = "one.yaml", .text = R"(lca: 1
title: One result
parameters:
  a: {value: 3 kWh, uncertainty: {distribution: uniform, low: 2 kWh, high: 4 kWh}}
outputs:
  energy: =a
)"};
}

}  // namespace lca::test
