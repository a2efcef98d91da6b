#pragma once
// Scenarios for users to start from.

#include <string_view>

namespace lca {

/// A scenario in YAML with a comment on each part. It can be evaluated as it is.
std::string_view scenario_template();

}  // namespace lca
