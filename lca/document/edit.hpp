#pragma once
// Changes to a tree: `extends`, `what_if: set`, `--set`. What stands at a path is replaced whole.

#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "lca/document/schema.hpp"

namespace lca {

/// Puts `value` at `path`. A key that is legal there (by `type`) and not yet written is added, with the maps
/// of known keys that lead to it; ids are never made up on the way. A path that leads nowhere is a fault at
/// `at` that names the part that exists and the nearest key.
bool set(Document& document, std::string_view path, Node value, Place at, const Type& type,
         Diagnostics& diagnostics);

/// Takes away what stands at `path`; a fault where nothing does.
bool remove(Document& document, std::string_view path, Place at, Diagnostics& diagnostics);

/// Lays `over` on `base`: keys given in `over` win, maps are merged down to `levels` levels, below that all
/// is replaced whole. Lists are always replaced whole.
void merge(Document& base, Node base_node, Node over, int levels);

}  // namespace lca
