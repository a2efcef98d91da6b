#pragma once
// What a result rests on, in a few words.

#include <string>

#include "analyses/shared/evaluation.hpp"

namespace lca {

/// Each "" where the scenario says nothing of it. Of several sites or systems how many there are.
struct Assumptions {
    std::string sites;     // "idris: 57 gCO2e/kWh, PUE 1"
    std::string hardware;  // "48 nodes of 8 × A100 SXM4 80GB"
    std::string life;      // "6 yr, 85 % in use"
};
Assumptions assumptions_of(const Evaluation& evaluation);

/// The assumptions in one line; "" if there are none.
std::string line_of(const Assumptions& assumptions);

}  // namespace lca
