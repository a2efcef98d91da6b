#pragma once
// What the page of a piece of hardware adds to its figures: what one of it embodies, and its siblings beside
// it.

#include "analyses/catalogue/catalogue.hpp"

namespace lca::catalogue {

/// Adds the tables to a page that shows the entry.
void add_details(Page& page, const ShownEntry& entry, const HardwareDetails& details);

}  // namespace lca::catalogue
