#pragma once
// The main assumptions behind a result, in a few words.

#include <string>

#include "analyses/shared/evaluation.hpp"

namespace lca {

/// Texts; "" for what the scenario does not state. Of several sites or systems only the number is given.
struct Assumptions {
    std::string sites;     // "idris: 57 gCO2e/kWh, PUE 1"
    std::string hardware;  // "48 nodes of 8 × A100 SXM4 80GB"
    std::string life;      // lifetime and utilisation: "6 yr, 85 % in use"
};
Assumptions assumptions_of(const Evaluation& evaluation);

/// All of them in one line; "" if all are "".
std::string line_of(const Assumptions& assumptions);

}  // namespace lca
