// Names of entries that have no years.

#include <doctest/doctest.h>

#include "models/catalog/catalog.hpp"
#include "models/catalog/embedded.hpp"
#include "models/catalog/find_grid.hpp"
#include "tests/lca/base/folder.hpp"

namespace lca {
namespace {

TEST_CASE("an alias of an entry without years names that entry, and no year of it") {
    test::Folder folder;
    folder.with(
        "own.yaml",
        "catalogue: 1\nhardware:\n  acme-card: {kind: accelerator, name: Acme card, aliases: [Acme]}\n"
        "grids:\n  mine/2024: {year: 2024, intensity: 30 gCO2e/kWh, aliases: [Ours]}\n");
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog(&embedded_catalogue(), sources, diagnostics);
    catalog.add_folder(folder.path());
    REQUIRE_MESSAGE(!diagnostics.has_errors(), render(diagnostics, sources));
    for (const char* name : {"Acme", "H100"}) {
        CAPTURE(name);
        CHECK(catalog.find(Section::hardware, name));
        CHECK_FALSE(catalog.find(Section::hardware, std::string(name) + "/2024"));
    }
    // One of an entry that has years does name a year, but none that is not there.
    CHECK(catalog.find(Section::grid, "Ours/2024")->id == "mine/2024");
    CHECK_FALSE(catalog.find(Section::grid, "Ours/2023"));
    CHECK(find_grid(catalog, "France", 2022)->id == "FRA/2022");
}

}  // namespace
}  // namespace lca
