#pragma once
// The embodied impact of one piece of hardware, part by part: the lines that a scenario would have for it.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/catalog/listed.hpp"
#include "models/compile/session.hpp"

namespace lca {

/// The parts of one piece, itself among them, in the order of results. Nothing for an unknown id and for what
/// is bought by amount ("kgCO2e/GB"). `session` is one that has found no fault; faults found here stay in it.
std::vector<EmbodiedComponent> embodied_of_one(Session& session, std::string_view id);

}  // namespace lca
