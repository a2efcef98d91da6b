#pragma once
// Parts of a hardware entry's page below its figures: the embodied impacts of one piece, and a table of
// similar entries.

#include "analyses/catalogue/catalogue.hpp"

namespace lca::catalogue {

/// Adds these tables to a page that already shows the entry.
void add_details(Page& page, const ShownEntry& entry, const HardwareDetails& details);

/// The sum of the parts' embodied climate change: "164 kg", "≥ 5.67 t" where a part is not assessed; without
/// parts, for hardware measured by amount, its embodied figure as it is written.
std::string embodied_text(const ShownEntry& entry, const std::vector<EmbodiedComponent>& parts);

}  // namespace lca::catalogue
