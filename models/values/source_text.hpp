#pragma once
// A source as a text of one line, whether it is written as a text or as a map.

#include <string>
#include <string_view>

#include "models/values/value.hpp"

namespace lca {

class Node;

/// For a map "Luccioni et al.: Estimating … (2023), Table 3, https://…"; a text is returned unchanged; "" for
/// an empty node.
std::string source_text(Node source);

/// The source nearest to a value: its own, or else that of the nearest entry that contains it; "" if none has
/// one. The source of the file as a whole does not count, and a key of a section such as `sites` or
/// `activities` is an id, even if it is `source`. `file`: the document that contains the value.
std::string_view source_around(const Statement& stated, const Document* file);

}  // namespace lca
