#pragma once
// The embodied impact of one item of hardware by component, as a scenario would calculate it.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/catalog/listed.hpp"
#include "models/compile/session.hpp"

namespace lca {

/// The components of one item, including itself, in the order of results. Empty for an unknown id, and for
/// hardware bought by amount ("kgCO2e/GB"). `session` must not contain errors; new errors are added to it.
std::vector<EmbodiedComponent> embodied_of_one(Session& session, std::string_view id);

}  // namespace lca
