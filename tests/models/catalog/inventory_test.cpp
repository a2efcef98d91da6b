// The counts of a catalogue, by hand, of a small one.

#include "models/catalog/inventory.hpp"

#include <doctest/doctest.h>

#include "tests/lca/base/folder.hpp"

namespace lca {
namespace {

TEST_CASE("entries and figures are counted by kind, licence, age and status") {
    test::Folder folder;
    folder.with("x.yaml", R"(catalogue: 1
sources:
  old: {title: O, publisher: P, year: 2011-2014, licence: CC0, access: the document was read}
  new: {title: N, publisher: P, year: 2024, licence: MIT}
hardware:
  a:
    name: A
    kind: accelerator
    year: 2020
    source: old
    power:
      max: {value: 400 W, source: new, uncertainty: {distribution: uniform, low: 300 W, high: 500 W}}
    embodied: [150 kgCO2e, {value: 3e-3 kgSbe, status: inferred, source: new}]
    embodied_basis: {covers: cradle_to_gate, method: vendor}
  b: {name: B, kind: accelerator, year: 2022, source: old, power: {max: 300 W, idle: 30 W}}
grids:
  FRA/2024:
    {name: F, region: FRA, year: 2024, intensity: 50 gCO2e/kWh, basis: life_cycle, source: new}
  cloud/paris: {name: C, grid: FRA, source: new}
regions:
  FRA/losses: {name: F, losses: {2022: 7 %, 2023: 6 %}, source: new}
ratings:
  asr:
    {name: Speech, task: asr, year: 2025, source: new, models: [{model: m, energy: 1 Wh, stars: 5}, {model: n, energy: 9 Wh, stars: 1}]}
)");
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog(nullptr, sources, diagnostics);
    catalog.add_folder(folder.path());
    CHECK_MESSAGE(!diagnostics.has_errors(), render(diagnostics, sources));
    const Inventory it = take_inventory(catalog);
    CHECK(it.entries == 6);
    // A: power, two impacts; B: two powers; France: its intensity, losses of two years; two energies and
    // their stars.
    CHECK(it.figures == 12);
    CHECK(it.kinds.at("rating").figures == 4);
    CHECK(it.publications == 2);
    CHECK(it.kinds.at("accelerator").entries == 2);
    CHECK(it.kinds.at("accelerator").figures == 5);
    CHECK(it.kinds.at("accelerator").uncertain == 1);
    CHECK(it.kinds.at("accelerator").oldest == 2020);
    CHECK(it.kinds.at("accelerator").newest == 2022);
    CHECK(it.kinds.at("grid, life_cycle").figures == 1);
    CHECK(it.kinds.at("region in a grid").figures == 0);
    CHECK(it.licences.at("CC0").figures == 3);
    CHECK(it.licences.at("MIT").figures == 9);
    CHECK(it.licences.at("MIT").publications == 1);
    CHECK(it.read.at("the document was read").figures == 3);
    CHECK(it.read.at("not stated").figures == 9);
    CHECK(it.published.at(2014).figures == 3);
    CHECK(it.published.at(2014).publications == 1);
    CHECK(it.status.at("printed") == 11);
    CHECK(it.status.at("inferred") == 1);
    CHECK(it.years.at(2024).grids == 1);
    CHECK(it.years.at(2020).hardware == 1);
    const auto have = [&](std::string_view kind, std::string_view figure) {
        for (const Coverage& one : it.coverage) {
            if (one.kind == kind && one.figure == figure)
                return std::to_string(one.have) + " of " + std::to_string(one.of);
        }
        return std::string("not asked");
    };
    CHECK(have("accelerator", "power.max") == "2 of 2");
    CHECK(have("accelerator", "power.idle") == "1 of 2");
    CHECK(have("accelerator", "embodied, climate change") == "1 of 2");
    CHECK(have("accelerator", "embodied, abiotic depletion") == "1 of 2");
    CHECK(have("accelerator", "embodied, primary energy") == "0 of 2");
    CHECK(have("grid", "intensity, climate change") == "1 of 1");
    CHECK(have("region", "losses") == "1 of 1");
    CHECK(have("region", "water_intensity") == "0 of 1");
    CHECK(have("server", "power.max") == "not asked");  // there is none
    CHECK(have("accelerator", "embodied, by figure or model") == "1 of 2");
    CHECK(have("accelerator", "embodied, basis and method known") == "1 of 2");
    CHECK(have("grid", "basis") == "1 of 1");
}

TEST_CASE("an instance has what all its parts have, and a region the grid it stands in") {
    test::Folder folder;
    folder.with("x.yaml", R"(catalogue: 1
sources:
  new: {title: N, publisher: P, year: 2024, licence: MIT}
hardware:
  card: {name: C, kind: accelerator, year: 2022, source: new, power: {max: 300 W}, embodied: 100 kgCO2e}
  bare: {name: D, kind: accelerator, year: 2022, source: new, power: {max: 300 W}}
  host: {name: H, kind: server, year: 2022, source: new, power: {max: 200 W}, embodied: 900 kgCO2e}
  small: {name: S, kind: instance, year: 2022, source: new, parts: [{hardware: host, count: 0.5}, {hardware: card}]}
  other: {name: O, kind: instance, year: 2022, source: new, parts: [{hardware: host, count: 0.5}, {hardware: bare}]}
grids:
  FRA/2024: {name: F, region: FRA, year: 2024, intensity: 50 gCO2e/kWh, basis: life_cycle, source: new}
  US-OR/2023: {name: O, region: US-OR, year: 2023, intensity: 166 gCO2e/kWh, basis: combustion, source: new}
  gcp/own/2023: {name: G, region: gcp/own, year: 2023, intensity: 70 gCO2e/kWh, basis: combustion, source: new}
  gcp/own/2024: {name: G, region: gcp/own, year: 2024, intensity: 60 gCO2e/kWh, basis: combustion, source: new}
  aws/paris: {name: P, grid: FRA, source: new}
  aws/oregon: {name: O, grid: US-OR, source: new}
)");
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog(nullptr, sources, diagnostics);
    catalog.add_folder(folder.path());
    CHECK_MESSAGE(!diagnostics.has_errors(), render(diagnostics, sources));
    const Inventory it = take_inventory(catalog);
    for (const Coverage& one : it.coverage) {
        if (one.kind != "instance") continue;
        CHECK(one.of == 2);
        CHECK(one.have == (one.figure == "embodied, of all its parts" ? 1 : 2));
    }
    REQUIRE(it.incomplete_instances.size() == 1);
    CHECK(it.incomplete_instances[0].id == "other");
    CHECK(it.incomplete_instances[0].power.empty());
    CHECK(it.incomplete_instances[0].embodied == "bare");
    REQUIRE(it.regions.size() == 3);
    CHECK(it.regions[0].id == "aws/oregon");
    CHECK(it.regions[0].grid == "US-OR/2023");
    CHECK_FALSE(it.regions[0].of_country);
    CHECK(it.regions[1].grid == "FRA/2024");
    CHECK(it.regions[1].of_country);
    CHECK(it.regions[1].why == "the catalogue has no finer grid with a source");
    CHECK(it.regions[2].grid == "gcp/own/2024");  // the newest of its own
    CHECK(it.regions[2].basis == "combustion");
}

}  // namespace
}  // namespace lca
