// Finding things: words, lists, one entry with all its figures.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "models/catalog/embedded.hpp"
#include "models/catalog/region.hpp"
#include "models/catalog/search.hpp"
#include "models/catalog/word_match.hpp"
#include "tests/lca/base/folder.hpp"

namespace lca {
namespace {

struct Session {
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog{&embedded_catalogue(), sources, diagnostics};
};

TEST_CASE("words stand anywhere, in any case") {
    CHECK(catalog::Words("a100 80").all_in("nvidia-a100-sxm4-80gb"));
    CHECK(catalog::Words("SXM4, A100").all_in("nvidia-a100-sxm4-80gb"));
    CHECK_FALSE(catalog::Words("a100 90").all_in("nvidia-a100-sxm4-80gb"));
    CHECK_FALSE(catalog::Words("").all_in("anything"));
    CHECK_FALSE(catalog::Words(" - ").all_in("anything"));
    CHECK(catalog::Words("côte").all_in("Côte d'Ivoire"));
}

TEST_CASE("an id may end in a year") {
    CHECK(region_year("FRA/2024")->region == "FRA");
    CHECK(region_year("FRA/2024")->year == 2024);
    CHECK(region_year("gcp/us-central1/2022")->region == "gcp/us-central1");
    for (const char* id :
         {"FRA", "FRA/", "FRA/24", "FRA/20244", "FRA/2O24", "/2024", "", "FRA/-024", "FRA/0024"}) {
        CAPTURE(id);
        CHECK_FALSE(region_year(id));
    }
}

TEST_CASE("search finds by id, name and alias") {
    Session it;
    const auto found = search_entries(it.catalog, Section::hardware, "a100 80");
    REQUIRE(found.size() == 2);  // the PCIe and the SXM4 card of 80 GB
    CHECK(std::any_of(found.begin(), found.end(),
                      [](const Listed& e) { return e.id == "nvidia-a100-sxm4-80gb"; }));
    for (const Listed& entry : found) {
        CHECK(entry.kind == "accelerator");
        CHECK(entry.year >= 2020);
        CHECK_FALSE(entry.source.empty());
    }
    CHECK(search_entries(it.catalog, Section::hardware, "p4d").at(0).id == "aws-p4d-24xlarge");
    for (const Listed& entry : search_entries(it.catalog, Section::hardware, "instance azure h100"))
        CHECK(entry.kind == "instance");
    CHECK(search_entries(it.catalog, Section::hardware, "instance azure h100").size() == 4);  // ND, 2 NC, NCC
    CHECK(search_entries(it.catalog, Section::grid, "central europe nowhere").empty());
    CHECK(search_entries(it.catalog, Section::hardware, "").empty());
}

TEST_CASE("a list has every entry") {
    Session it;
    const auto grids = list_entries(it.catalog, Section::grid);
    CHECK(grids.size() == it.catalog.ids(Section::grid).size());
    const auto france =
        std::find_if(grids.begin(), grids.end(), [](const Listed& e) { return e.id == "FRA/2025"; });
    REQUIRE(france != grids.end());
    CHECK(france->kind == "grid");
    CHECK(france->name == "France");
    CHECK(france->year == 2025);
    CHECK(france->aliases == std::vector<std::string>{"France", "FR"});
    const auto sources = list_entries(it.catalog, Section::source);
    CHECK(std::all_of(sources.begin(), sources.end(),
                      [](const Listed& e) { return !e.source.empty() && !e.name.empty(); }));
}

TEST_CASE("show has every figure with its source, licence and place") {
    Session it;
    const auto shown = show_entry(it.catalog, Section::hardware, "H100");
    REQUIRE(shown.size() == 1);
    const auto figure = [&](std::string_view path) -> const ShownFigure& {
        const auto& figures = shown[0].figures;
        const auto at = std::find_if(figures.begin(), figures.end(),
                                     [&](const ShownFigure& f) { return f.path == path; });
        REQUIRE(at != figures.end());
        return *at;
    };
    CHECK(figure("power.max").value == "700 W");
    CHECK(figure("power.max").source == "Epoch AI, Data on machine learning hardware (2026), CC BY 4.0");
    CHECK(figure("power.max").licence == "CC BY 4.0");
    CHECK(figure("power.max").year == "2026");
    CHECK(figure("power.idle").uncertainty == "triangular, low 68 W, high 73 W");
    CHECK(figure("power.idle").source != figure("power.max").source);
    CHECK(figure("embodied").value == "164 kgCO2e");
    CHECK(figure("embodied").source.find("NVIDIA") == 0);
    CHECK(figure("alternatives.1.embodied").value == "273 kgCO2e");
    CHECK(figure("peak.bf16").value == "989.4 TFLOP/s");
    CHECK(figure("die.area").value == "814 mm2");
    CHECK(to_string(figure("power.max").place, it.sources).find("hardware_db/accelerators/nvidia.yaml:") ==
          0);
    for (const ShownFigure& one : shown[0].figures) {
        CAPTURE(one.path);
        CHECK_FALSE(one.source.empty());
        CHECK_FALSE(one.licence.empty());
    }
}

TEST_CASE("parts go by the hardware they are; the default is one") {
    Session it;
    const auto shown = show_entry(it.catalog, Section::hardware, "g6.xlarge");
    REQUIRE(shown.size() == 1);
    std::map<std::string, std::string> figures;
    for (const ShownFigure& figure : shown[0].figures) figures[figure.path] = figure.value;
    CHECK(figures["parts.aws-g6-host.count"] == "0.125");  // one of eight accelerators
    CHECK(figures["parts.nvidia-l4.count"] == "1");
    CHECK(figures["memory"] == "16 GiB");
}

TEST_CASE("show of a region has all its years, newest first") {
    Session it;
    for (const char* name : {"FRA", "France"}) {
        const auto shown = show_entry(it.catalog, Section::grid, name);
        REQUIRE(shown.size() >= 3);
        CHECK(shown[0].entry.id == "FRA/2025");
        CHECK(shown[1].entry.id == "FRA/2024");
        CHECK(shown[2].entry.id == "FRA/2023");
        CHECK(shown[0].figures.at(0).path == "intensity");
    }
    CHECK(show_entry(it.catalog, Section::grid, "FRA/2024").size() == 1);
    CHECK(show_entry(it.catalog, Section::grid, "nowhere").empty());
}

TEST_CASE("a grid in a list has its intensity and basis, a cloud region the grid it stands in") {
    Session it;
    const auto found = search_entries(it.catalog, Section::grid, "paris");
    const auto at = [&](std::string_view id) {
        return std::find_if(found.begin(), found.end(), [&](const Listed& one) { return one.id == id; });
    };
    REQUIRE(at("gcp/europe-west9/2024") != found.end());
    CHECK(at("gcp/europe-west9/2024")->shown.at(0).ends_with(" gCO2e/kWh"));
    CHECK(at("gcp/europe-west9/2024")->shown.at(1) == "combustion");
    REQUIRE(at("aws/eu-west-3") != found.end());
    CHECK(at("aws/eu-west-3")->shown.at(0) == "as FRA");
    CHECK(at("aws/eu-west-3")->shown.at(1).empty());
}

TEST_CASE("show of a country has its other impacts and its losses behind the years") {
    Session it;
    const auto shown = show_entry(it.catalog, Section::grid, "France");
    REQUIRE(shown.size() == 13);
    CHECK(shown[0].entry.id == "FRA/2025");
    CHECK(shown[10].entry.id == "FRA/2015");
    CHECK(shown[11].entry.id == "FRA/impacts");
    CHECK(shown[12].entry.id == "FRA/losses");
    CHECK(shown[12].figures.back().path == "losses.2023");
    CHECK(shown[12].figures.back().licence == "CC BY 4.0");
}

TEST_CASE("show of a cloud region has the grid it stands in behind it") {
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog(&embedded_catalogue(), sources, diagnostics);
    const auto shown = show_entry(catalog, Section::grid, "aws/eu-west-3");
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].entry.name == "AWS eu-west-3, Europe (Paris)");
    CHECK(shown[0].figures.empty());
    CHECK(shown[1].entry.id == "FRA/2025");
    CHECK(show_entry(catalog, Section::grid, "aws/eu-west-3/2023").at(0).entry.id == "FRA/2023");
    CHECK(show_entry(catalog, Section::grid, "aws/eu-west-3/1999").empty());
}

TEST_CASE("siblings are of the same kind, of the same vendor, family and year first") {
    Session it;
    const auto found = siblings(it.catalog, "A100", 4);
    REQUIRE(found.size() == 4);
    // By words in common (nvidia-a100-sxm4, then nvidia-a100), then NVIDIA's other accelerators of 2020, by
    // id.
    CHECK(found[0].entry.id == "nvidia-a100-sxm4-80gb");
    CHECK(found[1].entry.id == "nvidia-a100-pcie-40gb");
    CHECK(found[2].entry.id == "nvidia-a100-pcie-80gb");
    CHECK(found[3].entry.id == "nvidia-a10");
    for (const ShownEntry& sibling : siblings(it.catalog, "p4d.24xlarge", 3))
        CHECK(sibling.entry.id.starts_with("aws-p"));
    CHECK(siblings(it.catalog, "amd-mi300x").at(0).entry.id == "amd-mi300a");
    CHECK(siblings(it.catalog, "nothing").empty());
}

TEST_CASE("siblings: an unknown year is close to no year, not even to another unknown one") {
    test::Folder folder;
    folder.with("cards.yaml", R"(catalogue: 1
hardware:
  acme-x1: {kind: accelerator, vendor: Acme, name: X1, power: {max: 1 W}}
  acme-x2: {kind: accelerator, vendor: Acme, name: X2, year: 2020, power: {max: 1 W}}
  acme-x3: {kind: accelerator, vendor: Acme, name: X3, power: {max: 1 W}}
  acme-x4: {kind: accelerator, vendor: Acme, name: X4, year: 2024, power: {max: 1 W}}
)");
    Session it;
    it.catalog.add_folder(folder.path());
    CHECK_MESSAGE(!it.diagnostics.has_errors(), render(it.diagnostics, it.sources));
    const auto of_unknown = siblings(it.catalog, "acme-x1", 3);
    REQUIRE(of_unknown.size() == 3);
    CHECK(of_unknown[0].entry.id == "acme-x2");  // as far as the others, and first by id
    CHECK(of_unknown[1].entry.id == "acme-x3");
    const auto of_known = siblings(it.catalog, "acme-x2", 3);
    REQUIRE(of_known.size() == 3);
    CHECK(of_known[0].entry.id == "acme-x4");
    CHECK(of_known[1].entry.id == "acme-x1");
}

}  // namespace
}  // namespace lca
