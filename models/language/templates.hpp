#pragma once
// Scenarios to start from.

#include <string_view>

namespace lca {

/// A scenario with a comment on every part, as YAML. It evaluates as it is.
std::string_view scenario_template();

}  // namespace lca
