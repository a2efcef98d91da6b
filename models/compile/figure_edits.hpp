#pragma once
// Applies edits whose paths lead into the file or to figures of the catalogue, as results list them.

#include <memory>
#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/edit/edits.hpp"

namespace lca::compile_detail {

/// An edited tree, and values that replace figures of the catalogue: a map by their paths, or null.
struct ChangedTree {
    std::shared_ptr<Document> tree;
    std::shared_ptr<Document> figures = {};
};

/// Applies edits. `nvidia-a100-sxm4-80gb.embodied` and `IRL/2025.intensity` are paths in the catalogue,
/// unless the file's own `hardware` states that figure; all other paths are paths in the file.
void apply_changes(ChangedTree& changed, std::vector<TreeEdit> parts, Catalog& catalog,
                   Diagnostics& diagnostics);

}  // namespace lca::compile_detail
