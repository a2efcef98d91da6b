#pragma once
// The main assumptions behind a result, in a few words.

#include <string>

#include "analyses/shared/evaluation.hpp"

namespace lca {

/// Each is "" where the scenario states nothing of it. Several sites or systems are only counted.
struct Assumptions {
    std::string sites;     // "idris: 57 gCO2e/kWh, PUE 1"
    std::string hardware;  // "48 nodes of 8 × A100 SXM4 80GB"
    std::string life;      // "6 yr, 85 % in use"
};
Assumptions assumptions_of(const Evaluation& evaluation);

/// The assumptions in one line; "" if there are none.
std::string line_of(const Assumptions& assumptions);

}  // namespace lca
