#pragma once
// Tables of keys as a JSON Schema, by which editors complete and check scenarios.

#include <string>
#include <string_view>
#include <vector>

#include "lca/document/schema.hpp"

namespace lca {

/// Ids and other names of a catalogue. Where there are none, any id is allowed.
struct KnownNames {
    std::vector<std::string> hardware, grids;  // of grids the regions, without their years
};

/// A JSON Schema (draft 7) of what `root` allows: kinds of values, keys, closed lists, ids and the spellings
/// of units. Dimensions and ranges are checked by the reader only. YAML readers turn plain texts into
/// numbers, booleans and dates before a schema sees them: where a text is allowed, so are those.
std::string json_schema(const Type& root, std::string_view title, const KnownNames& known = {});

}  // namespace lca
