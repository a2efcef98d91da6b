#pragma once
// Changes to a tree: `extends`, `what_if: set`, `--set`. The value at a path is replaced whole.

#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "lca/document/schema.hpp"

namespace lca {

/// Puts `value` at `path` ("sites.idris.pue", list items by number from 0); its shape is checked against the
/// type of that path. A key that is legal (by `type`) and not yet written is added, with the maps of known
/// keys that lead to it. A new id is added at the end of a path only, and not if it resembles an existing id.
/// A path that leads nowhere is a fault at `at` that names the part that exists and the nearest key. False
/// where a fault was reported.
bool set(Document& document, std::string_view path, Node value, Place at, const Type& type,
         Diagnostics& diagnostics);

/// The value at `path`, or nothing.
Node node_at(const Document& document, std::string_view path);

/// Removes the value at `path`; a fault where there is none.
bool remove(Document& document, std::string_view path, Place at, Diagnostics& diagnostics);

/// Lays `over` on `base_node`: keys given in `over` win. `levels` is how many maps below one another are
/// merged key by key, from `base_node` on; below that all is replaced whole: with 3 from the root,
/// `sites.idris.grid` is. Lists are always replaced whole.
void merge(Document& base, Node base_node, Node over, int levels);

}  // namespace lca
