#pragma once
// Tables of keys as a JSON Schema: editors complete and check by it what the reader checks.

#include <string>
#include <string_view>

#include "lca/document/schema.hpp"

namespace lca {

/// A JSON Schema (draft 7) of what `root` allows. It knows kinds, keys, closed lists and ids; units and
/// ranges are the reader's alone. YAML readers turn plain texts into numbers, truth values and dates before a
/// schema sees them: where a text may stand, so may those.
std::string json_schema(const Type& root, std::string_view title);

}  // namespace lca
