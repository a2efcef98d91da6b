#pragma once
// What `lca hardware show` adds to an entry's figures: what one of it embodies, and its siblings beside it.

#include <span>
#include <vector>

#include "lca/page/json_writer.hpp"
#include "lca/page/page.hpp"
#include "models/catalog/search.hpp"
#include "models/compile/embodied_of_one.hpp"

namespace lca::cli {

/// An entry of hardware with what is shown beside its figures.
struct HardwareView {
    struct Sibling {
        ShownEntry entry;
        std::vector<EmbodiedPart> parts;
    };
    std::vector<EmbodiedPart> parts;  // of one; empty where it is bought by amount
    std::vector<Sibling> siblings;    // nearest first
};

/// Adds the tables to a page that shows the entry.
void add_hardware_view(Page& page, const ShownEntry& entry, const HardwareView& view);

/// "embodied_of_one" and "siblings" of the entry's object.
void write_hardware_view(JsonWriter& json, const HardwareView& view);

}  // namespace lca::cli
