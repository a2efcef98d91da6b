#pragma once
// Tables of keys as a JSON Schema: editors complete and check by it what the reader checks.

#include <string>
#include <string_view>
#include <vector>

#include "lca/document/schema.hpp"

namespace lca {

/// Ids and other names of a catalogue. Where there are none, any id is allowed.
struct KnownNames {
    std::vector<std::string> hardware, grids;  // of grids the regions, without their years
};

/// A JSON Schema (draft 7) of what `root` allows. It knows kinds, keys, closed lists, ids and the spellings
/// of units; dimensions and ranges are the reader's alone. YAML readers turn plain texts into numbers, truth
/// values and dates before a schema sees them: where a text is allowed, so are those.
std::string json_schema(const Type& root, std::string_view title, const KnownNames& known = {});

}  // namespace lca
