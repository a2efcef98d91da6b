// What the cloud instances of the built-in catalogue lack: nothing.

#include <doctest/doctest.h>

#include "models/catalog/embedded_reader.hpp"
#include "models/catalog/inventory.hpp"

namespace lca {
namespace {

TEST_CASE("every cloud instance has its power and its embodied figure, its own or that of all its parts") {
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog(&embedded_catalogue(), sources, diagnostics);
    for (const IncompleteInstance& lacking : take_inventory(catalog).incomplete_instances) {
        CAPTURE(lacking.id);
        CAPTURE(lacking.power);
        CAPTURE(lacking.embodied);
        CHECK_MESSAGE(false, "give its parts a figure with a source");
    }
}

}  // namespace
}  // namespace lca
