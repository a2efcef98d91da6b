// Folders that add to the catalogue: what counts, what shadows, what is refused.

#include <doctest/doctest.h>

#include "lca/document/node.hpp"
#include "models/catalog/catalog.hpp"
#include "models/catalog/embedded.hpp"
#include "models/catalog/entries.hpp"
#include "models/catalog/find_grid.hpp"
#include "models/values/value_reader.hpp"
#include "tests/lca/base/folder.hpp"

namespace lca {
namespace {

using test::Folder;

struct Session {
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog{&embedded_catalogue(), sources, diagnostics};
    ValueReader figures{sources, diagnostics};
    std::string faults() const { return render(diagnostics, sources); }
    bool says(std::string_view text) const { return faults().find(text) != std::string::npos; }
};

constexpr std::string_view one_card = R"(catalogue: 1
hardware:
  acme-card:
    kind: accelerator
    name: Acme card
    aliases: [Acme]
    power: {max: 100 W, idle: 10 W}
    embodied: {value: 90 kgCO2e, source: "our own measurement"}
)";

TEST_CASE("a folder adds entries, with sources of its own words") {
    Folder folder;
    folder.with("cards.yaml", one_card).with("notes.txt", "not read");
    Session it;
    it.catalog.add_folder(folder.path());
    CHECK_MESSAGE(!it.diagnostics.has_errors(), it.faults());
    const auto found = it.catalog.find(Section::hardware, "Acme");
    REQUIRE(found);
    CHECK(found->id == "acme-card");
    CHECK(it.sources[found->node().place().file].kind ==
          Source::Kind::catalogue);  // the origin of its figures
    CHECK(read_hardware(found->id, found->node(), it.figures).power_max->literal->value == 100.0);
    REQUIRE(it.catalog.folders().size() == 1);
    CHECK(it.catalog.folders()[0].path == folder.path());
    CHECK(it.catalog.folders()[0].digest.size() == 64);
    CHECK(it.catalog.near(Section::hardware, "acme-crad").at(0) == "acme-card");
    const auto ids = it.catalog.ids(Section::hardware);
    CHECK(std::count(ids.begin(), ids.end(), "acme-card") == 1);
    CHECK(std::is_sorted(ids.begin(), ids.end()));
}

TEST_CASE("a newer year of a known grid becomes the newest, by its aliases too") {
    Folder folder;
    folder.with(
        "fr.yaml",
        "catalogue: 1\ngrids:\n  FRA/2031: {year: 2031, intensity: 30 gCO2e/kWh, basis: life_cycle}\n");
    Session it;
    it.catalog.add_folder(folder.path());
    CHECK_MESSAGE(!it.diagnostics.has_errors(), it.faults());
    CHECK(it.catalog.years(Section::grid, "FRA").back() == 2031);
    CHECK(it.catalog.find(Section::grid, "FRA")->id == "FRA/2031");
    CHECK(it.catalog.find(Section::grid, "France")->id == "FRA/2031");
}

TEST_CASE("a region of a folder may stand in a grid of the folder or of the built-in catalogue") {
    Folder folder;
    folder.with("own.yaml",
                "catalogue: 1\ngrids:\n  mine/2024: {year: 2024, intensity: 30 gCO2e/kWh}\n"
                "  my/cellar: {grid: mine}\n  my/attic: {grid: FRA}\n  my/ring: {grid: my/ring}\n");
    Session it;
    it.catalog.add_folder(folder.path());
    CHECK_MESSAGE(!it.diagnostics.has_errors(), it.faults());
    CHECK(find_grid(it.catalog, "my/cellar")->id == "mine/2024");
    CHECK(find_grid(it.catalog, "my/attic", 2023)->id == "FRA/2023");
    CHECK_FALSE(find_grid(it.catalog, "my/attic", 1999));
    CHECK_FALSE(find_grid(it.catalog, "my/ring"));  // leads nowhere
}

TEST_CASE("shadowing a known id without a word is an error, and nothing of the folder counts") {
    Folder folder;
    folder.with("a.yaml", one_card)
        .with("b.yaml", "catalogue: 1\nhardware:\n  nvidia-h100-sxm:\n    power: {max: 1 kW}\n");
    Session it;
    it.catalog.add_folder(folder.path());
    CHECK(it.says("b.yaml:3:3: error: hardware `nvidia-h100-sxm` already exists"));
    CHECK(it.says("override: true"));
    CHECK(it.diagnostics.errors() == 1);
    CHECK(it.says("hardware_db/accelerators/nvidia.yaml:"));
    CHECK_FALSE(it.catalog.find(Section::hardware, "acme-card"));
    CHECK(it.catalog.folders().empty());
}

TEST_CASE("an override is laid over the known entry, key by key") {
    Folder folder;
    folder.with("b.yaml",
                "catalogue: 1\nhardware:\n  nvidia-h100-sxm:\n    override: true\n    power: {max: 650 W}\n");
    Session it;
    it.catalog.add_folder(folder.path());
    CHECK_MESSAGE(!it.diagnostics.has_errors(), it.faults());
    for (const char* name : {"nvidia-h100-sxm", "H100"}) {
        const auto found = it.catalog.find(Section::hardware, name);
        REQUIRE(found);
        const Hardware h100 = read_hardware(found->id, found->node(), it.figures);
        CHECK(h100.power_max->literal->value == 650.0);
        CHECK(h100.power_idle->literal->value == 70.0);  // stays
        CHECK(to_string(h100.power_max->text.place(), it.sources).find("b.yaml:5:18") != std::string::npos);
    }
}

TEST_CASE("an override of what is not there, and a shadowed alias, are errors") {
    Folder folder;
    folder.with("b.yaml",
                "catalogue: 1\nhardware:\n  nobody-knows:\n    kind: other\n    override: true\n  H100:\n    "
                "kind: accelerator\n"
                "  mine:\n    kind: accelerator\n    aliases: [A100]\n");
    Session it;
    it.catalog.add_folder(folder.path());
    CHECK(it.says("b.yaml:5:15: error: there is no hardware `nobody-knows` to override"));
    CHECK(it.says("b.yaml:6:3: error: `H100` is another name of `nvidia-h100-sxm`"));
    CHECK(it.says("b.yaml:10:15: error: `A100` is already a name of `nvidia-a100-sxm4-40gb`"));
}

TEST_CASE("two entries of one id in a folder: both places are named") {
    Folder folder;
    folder.with("a.yaml", one_card).with("sub/z.yaml", one_card);
    Session it;
    it.catalog.add_folder(folder.path());
    CHECK(it.says("sub/z.yaml:3:3: error: hardware `acme-card` appears twice"));
    CHECK(it.says("a.yaml:3:3"));
    CHECK(it.says("`Acme` appears twice"));
}

TEST_CASE("a second folder may override the first") {
    Folder first, second, third;
    first.with("a.yaml", one_card);
    second.with("a.yaml", one_card);
    third.with("a.yaml",
               "catalogue: 1\nhardware:\n  acme-card:\n    override: true\n    power: {max: 120 W}\n");
    Session it;
    it.catalog.add_folder(first.path());
    it.catalog.add_folder(third.path());
    CHECK_MESSAGE(!it.diagnostics.has_errors(), it.faults());
    const auto found = it.catalog.find(Section::hardware, "Acme");
    REQUIRE(found);
    const Hardware card = read_hardware(found->id, found->node(), it.figures);
    CHECK(card.power_max->literal->value == 120.0);
    CHECK(card.power_idle->literal->value == 10.0);
    CHECK(it.catalog.folders().size() == 2);
    it.catalog.add_folder(second.path());
    CHECK(it.says("already exists"));
    CHECK(it.catalog.folders().size() == 2);
}

TEST_CASE("malformed entries are located errors, all at once") {
    Folder folder;
    folder.with("a.yaml",
                "catalogue: 1\nhardware:\n  x-card:\n    kind: accelerator\n    powr: {max: 100 W}\n    "
                "memory: 80 W\n"
                "grids:\n  ATL/2024: {year: 2023, intensity: 9000 gCO2e/kWh}\n");
    folder.with("b.yaml", "catalogue: 1\nhardware: [1, 2\n");
    Session it;
    it.catalog.add_folder(folder.path());
    CHECK(it.says("a.yaml:5:5: error: unknown key `powr`"));
    CHECK(it.says("did you mean `power`?"));
    CHECK(it.says("a.yaml:6:"));
    CHECK(it.says("a.yaml:8:20: error: the id has 2024"));
    CHECK(it.says("a.yaml:8:37: error: `9000 gCO2e/kWh` is not plausible here"));
    CHECK(it.says("b.yaml:"));
    CHECK_FALSE(it.catalog.find(Section::hardware, "x-card"));
}

TEST_CASE("what is not a folder of entries is refused with its name") {
    Session it;
    CHECK_THROWS_WITH_AS(it.catalog.add_folder("/nonexistent/folder"), "/nonexistent/folder: not a folder",
                         FileError);
    Folder empty;
    CHECK_THROWS_AS(it.catalog.add_folder(empty.path()), InputError);
    Folder file;
    file.with("a.yaml", one_card);
    CHECK_THROWS_AS(it.catalog.add_folder(file.path() + "/a.yaml"), FileError);
}

TEST_CASE("the digest follows names and bytes, and nothing else") {
    const auto digest = [](const Folder& folder) {
        Session it;
        it.catalog.add_folder(folder.path());
        REQUIRE(it.catalog.folders().size() == 1);
        return it.catalog.folders()[0].digest;
    };
    Folder one, same, renamed, other;
    one.with("a.yaml", one_card);
    same.with("a.yaml", one_card).with("readme.md", "x");
    renamed.with("b.yaml", one_card);
    other.with("a.yaml", std::string(one_card) + "\n");
    CHECK(digest(one) == digest(same));
    CHECK(digest(one) != digest(renamed));
    CHECK(digest(one) != digest(other));
}

}  // namespace
}  // namespace lca
