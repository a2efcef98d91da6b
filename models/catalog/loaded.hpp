#pragma once
// The data of a Catalog, shared by the files that implement that class.

#include <memory>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/catalog/embedded_reader.hpp"
#include "models/catalog/overlay.hpp"
#include "models/catalog/read_folder.hpp"

namespace lca {

struct Catalog::Loaded {
    catalog::Slices slices;
    catalog::CatalogueOverlay added;
    std::vector<CatalogueFolder> folders;           // own the trees that nodes in `added` refer to
    std::vector<std::unique_ptr<Document>> merged;  // trees of entries merged with those they override
};

}  // namespace lca
