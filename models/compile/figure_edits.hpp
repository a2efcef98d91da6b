#pragma once
// Edits whose paths lead into the catalogue, beside those of the file: figures as results list them.

#include <memory>
#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/edit/edits.hpp"

namespace lca::compile_detail {

/// An edited tree, and the figures that replace those of the catalogue: a map by their paths, or empty.
struct ChangedTree {
    std::shared_ptr<Document> tree;
    std::shared_ptr<Document> figures = {};
};

/// Applies edits. `nvidia-a100-sxm4-80gb.embodied` and `IRL/2025.intensity` lead into the catalogue, unless
/// the file's own `hardware` has that figure; all other paths are those of the file.
void apply_changes(ChangedTree& changed, std::vector<TreeEdit> parts, Catalog& catalog,
                   Diagnostics& diagnostics);

}  // namespace lca::compile_detail
