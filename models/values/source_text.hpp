#pragma once
// A source in one line, however it is written.

#include <string>
#include <string_view>

#include "models/values/value.hpp"

namespace lca {

class Node;

/// "Luccioni et al.: Estimating … (2023), Table 3, https://…" of a map; a text unchanged; "" of an empty
/// node.
std::string source_text(Node source);

/// The nearest source stated for a value: its own, or that of an entry around it; "" where there is none. The
/// file's own source belongs to the file, not to a value, and the keys of its sections (`sites`,
/// `activities`) are names, even `source`. `file`: the document of the value.
std::string_view source_around(const Statement& stated, const Document* file);

}  // namespace lca
