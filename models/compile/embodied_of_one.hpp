#pragma once
// What it took to make one piece of hardware, part by part: the sums that a scenario would make of it.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/compile/session.hpp"

namespace lca {

/// One part: its impacts in base units, or why there are none.
struct EmbodiedComponent {
    std::string name;  // the id of the hardware
    std::array<std::optional<double>, impact_count> impact = {};
    std::string missing;
};

/// The parts of one piece, itself among them, in the order of results. Nothing for an unknown id and for what
/// is bought by amount ("kgCO2e/GB"). `session` is one that has found no fault; faults found here stay in it.
std::vector<EmbodiedComponent> embodied_of_one(Session& session, std::string_view id);

}  // namespace lca
