#pragma once
// The page that counts what the catalogue holds: docs/catalogue.md.

#include <string>

#include "lca/page/report.hpp"
#include "models/catalog/inventory.hpp"

namespace lca {

Page page_of(const Inventory& inventory);

/// A catalogue's inventory as Markdown, with its heading.
std::string inventory_page(const EmbeddedCatalogue& catalogue);

}  // namespace lca
