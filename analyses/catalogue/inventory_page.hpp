#pragma once
// The page docs/catalogue.md: how many entries and figures the catalogue has.

#include <string>

#include "lca/page/report.hpp"
#include "models/catalog/inventory.hpp"

namespace lca {

Page page_of(const Inventory& inventory);

/// That page for a catalogue, as Markdown with its heading.
std::string inventory_page(const EmbeddedCatalogue& catalogue);

}  // namespace lca
