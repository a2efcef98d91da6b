#pragma once
// Paths that a change may have beside those of the file: figures of the catalogue, as results list them.

#include <memory>
#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/edit/edits.hpp"

namespace lca::compile_detail {

/// A changed tree, and replacements of catalogue figures: a map by their paths, or empty.
struct ChangedTree {
    std::shared_ptr<Document> tree;
    std::shared_ptr<Document> figures = {};
};

/// Applies changes. `nvidia-a100-sxm4-80gb.embodied` and `IRL/2025.intensity` lead into the catalogue, unless
/// the file's own `hardware` has that figure; all other paths are those of the file.
void apply_changes(ChangedTree& changed, std::vector<TreeEdit> parts, Catalog& catalog,
                   Diagnostics& diagnostics);

}  // namespace lca::compile_detail
