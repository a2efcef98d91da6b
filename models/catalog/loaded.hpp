#pragma once
// What a Catalog holds: shared by the files that implement it.

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
    std::vector<CatalogueFolder> folders;           // keep the texts that `added` points into
    std::vector<std::unique_ptr<Document>> merged;  // entries laid over others
};

}  // namespace lca
