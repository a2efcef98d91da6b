#pragma once
// The catalogue that is compiled into this program.

namespace lca {

struct EmbeddedCatalogue;

/// Made at build time from hardware_db/.
const EmbeddedCatalogue& embedded_catalogue();

}  // namespace lca
