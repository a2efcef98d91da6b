#pragma once
// A source in one line, however it is written.

#include <string>
#include <string_view>

#include "models/values/value.hpp"

namespace lca {

class Node;

/// "Luccioni et al.: Estimating … (2023), Table 3, https://…" of a map; a text as it stands; "" of nothing.
std::string source_text(Node source);

/// The nearest source stated for a value: its own, or that of an entry around it; "" where there is none. The
/// file's own source stands for the file, not for a value, and the keys of its sections (`sites`,
/// `activities`) are names, `source` too. `file`: the document whose root they stand in.
std::string_view source_around(const Statement& stated, const Document* file);

}  // namespace lca
