#pragma once
// A source in one line, however it is written.

#include <string>

#include "lca/document/node.hpp"

namespace lca {

/// "Luccioni et al.: Estimating … (2023), Table 3, https://…" of a map; a text as it stands; "" of nothing.
std::string source_text(Node source);

}  // namespace lca
