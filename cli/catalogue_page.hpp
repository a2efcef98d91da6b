#pragma once
// The page that counts what the catalogue holds: docs/catalogue.md.

#include <string>

#include "models/catalog/embedded.hpp"

namespace lca::cli {

/// The built-in catalogue's inventory as Markdown.
std::string catalogue_page(const EmbeddedCatalogue& catalogue);

}  // namespace lca::cli
