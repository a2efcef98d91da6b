#pragma once
// What the page of a piece of hardware adds to its figures: the embodied impacts of one, and similar entries
// beside it.

#include "analyses/catalogue/catalogue.hpp"

namespace lca::catalogue {

/// Adds the tables to a page that shows the entry.
void add_details(Page& page, const ShownEntry& entry, const HardwareDetails& details);

/// The embodied climate change of all parts of one: "164 kg", "≥ 5.67 t" where a part is not assessed;
/// hardware that is bought by amount as its figure is written.
std::string embodied_text(const ShownEntry& entry, const std::vector<EmbodiedComponent>& parts);

}  // namespace lca::catalogue
