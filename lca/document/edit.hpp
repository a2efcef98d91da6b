#pragma once
// Changes to a tree, for `extends`, `what_if: set` and `--set`: the value at a path is replaced as a whole.

#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "lca/document/schema.hpp"

namespace lca {

/// Sets the value at `path` ("sites.idris.pue", list items by number from 0) and checks it against the type
/// of that path in `type`. A legal key that is not written yet is added, together with the known keys on the
/// way to it. A new id is added only as the last step of a path, and only if it resembles no existing id.
/// Other paths are errors reported at `at`, which name the part that exists and the nearest key. Returns
/// false if an error was reported.
bool set(Document& document, std::string_view path, Node value, Place at, const Type& type,
         Diagnostics& diagnostics);

/// The value at `path`; an empty Node if there is none.
Node node_at(const Document& document, std::string_view path);

/// Removes the value at `path`; if there is none, reports an error at `at` and returns false.
bool remove(Document& document, std::string_view path, Place at, Diagnostics& diagnostics);

/// Merges `over` into `base_node`; where both have a key, `over` wins. Maps are merged key by key for
/// `levels` levels, counted from `base_node`; below that, values are replaced as a whole: from the root with
/// 3 levels, `sites.idris.grid` is replaced. Lists are always replaced as a whole.
void merge(Document& base, Node base_node, Node over, int levels);

}  // namespace lca
