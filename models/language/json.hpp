#pragma once
// Writes tables of keys as a JSON Schema, with which editors complete and check scenarios.

#include <string>
#include <string_view>
#include <vector>

#include "lca/document/schema.hpp"

namespace lca {

/// Ids and aliases in a catalogue. If a list is empty, any id is allowed.
struct KnownNames {
    std::vector<std::string> hardware, grids;  // for grids: regions, without years
};

/// A JSON Schema (draft 7) for what `root` allows: kinds of values, keys, fixed choices, ids and spellings of
/// units. Dimensions and ranges are not in it: the reader checks them. Where a text is allowed, the schema
/// also allows numbers, booleans and dates, as YAML readers turn plain texts into these.
std::string json_schema(const Type& root, std::string_view title, const KnownNames& known = {});

}  // namespace lca
