// The built-in catalogue: read lazily, complete, and pointing at its files.

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>

#include "lca/document/load.hpp"
#include "models/catalog/catalog.hpp"
#include "models/catalog/embedded_reader.hpp"
#include "models/catalog/entries.hpp"
#include "models/values/value_reader.hpp"

namespace lca {
namespace {

struct BuiltIn {
    Sources sources;
    Diagnostics diagnostics;
    Catalog catalog{&embedded_catalogue(), sources, diagnostics};
    ValueReader figures{sources, diagnostics};

    Hardware hardware(std::string_view id) {
        const auto found = catalog.find(Section::hardware, id);
        REQUIRE(found);
        return read_hardware(found->id, found->node(), figures);
    }
    GridEntry grid(std::string_view id) {
        const auto found = catalog.find(Section::grid, id);
        REQUIRE(found);
        return read_grid(found->id, found->node(), figures);
    }
    std::string faults() const { return render(diagnostics, sources); }
};

double value(const AnyValue& given) {
    REQUIRE(given);
    REQUIRE(given->literal);
    return given->literal->value;
}

double climate(const Hardware& hardware) {
    REQUIRE(hardware.embodied.size() == 1);
    REQUIRE(hardware.embodied[0].components.size() == 1);
    return value(hardware.embodied[0].components[0].impact[index_of::climate]);
}

TEST_CASE("an entry is read when it is asked for, and once") {
    BuiltIn it;
    CHECK(it.sources.size() == 0);
    const auto first = it.catalog.find(Section::hardware, "nvidia-a100-sxm4-80gb");
    REQUIRE(first);
    CHECK(it.sources.size() == 1);
    const auto second = it.catalog.find(Section::hardware, "nvidia-a100-sxm4-80gb");
    REQUIRE(second);
    CHECK(second->node() == first->node());
    for (int i = 0; i < 10000; ++i) it.catalog.find(Section::hardware, "A100-80GB");
    CHECK(it.sources.size() == 1);
    CHECK_FALSE(it.catalog.find(Section::hardware, "nvidia-a100"));
    CHECK(it.sources.size() == 1);
}

TEST_CASE("BLOOM's hardware has the figures of its paper, exactly") {
    BuiltIn it;
    // Luccioni et al. 2023, section 4.1: about 150 kg per GPU and 2500 kg per server without GPUs;
    // section 4.2: 400 W.
    const Hardware gpu = it.hardware("nvidia-a100-sxm4-80gb");
    CHECK(climate(gpu) == 150.0);
    CHECK(gpu.embodied[0].components[0].impact[index_of::climate]->status == "assumed");
    CHECK(gpu.embodied[0].components[0].impact[index_of::climate]->source == "luccioni2023_bloom");
    CHECK_FALSE(gpu.embodied[0].components[0].impact[index_of::climate]->uncertainty);
    CHECK(value(gpu.power_max) == 400.0);
    CHECK(gpu.kind == HardwareKind::accelerator);
    const Hardware server = it.hardware("hpe-apollo-6500-gen10-plus");
    CHECK(climate(server) == 2500.0);
    CHECK(server.kind == HardwareKind::server);
    CHECK(server.included_accelerators.empty());  // its GPUs are parts of their own
    CHECK_MESSAGE(!it.diagnostics.has_errors(), it.faults());
}

TEST_CASE("the accelerators that scenarios name are there, and what nobody published is left blank") {
    BuiltIn it;
    for (const char* id :
         {"nvidia-a100-sxm4-40gb", "nvidia-a100-pcie-40gb", "nvidia-a100-pcie-80gb", "nvidia-h100-sxm",
          "nvidia-h100-pcie", "nvidia-h100-nvl", "nvidia-h200-sxm", "nvidia-v100-sxm2-16gb",
          "nvidia-v100-sxm2-32gb", "nvidia-v100-pcie-32gb", "google-tpu-v2", "google-tpu-v3", "google-tpu-v4",
          "google-tpu-v5e", "google-tpu-v5p", "google-tpu-v6e", "amd-mi250x", "amd-mi300x"}) {
        CAPTURE(id);
        CHECK(it.hardware(id).kind == HardwareKind::accelerator);
    }
    CHECK_FALSE(it.hardware("aws-inferentia1").power_max);
    CHECK(it.hardware("nvidia-gb10").embodied.empty());
    // 500 W of Trainium 2 x 190 / 667 TFLOP/s at one to two times its power for a peak: the middle.
    CHECK(value(it.hardware("aws-trainium1").power_max) ==
          doctest::Approx(1.5 * 500 * 190 / 667).epsilon(0.005));
    // Patterson et al. 2021, Table 1.
    CHECK(value(it.hardware("google-tpu-v3").power_max) == 450.0);
    std::size_t accelerators = 0;
    for (const std::string& id : it.catalog.ids(Section::hardware)) {
        if (it.hardware(id).kind == HardwareKind::accelerator) ++accelerators;
    }
    CHECK(accelerators >= 60);
    CHECK_MESSAGE(!it.diagnostics.has_errors(), it.faults());
}

TEST_CASE("the spread of comparable figures is the uncertainty of the H100's") {
    BuiltIn it;
    const Hardware h100 = it.hardware("H100");
    CHECK(h100.id == "nvidia-h100-sxm");
    CHECK(climate(h100) == 164.0);  // 1312 kg / 8: product carbon footprint of the baseboard
    const Statement& given = *h100.embodied[0].components[0].impact[index_of::climate];
    REQUIRE(given.uncertainty);
    const Triangular& spread = std::get<Triangular>(given.uncertainty->shape);
    CHECK(spread.low == 164.0);
    CHECK(spread.high == 273.0);  // the highest that covers the same
}

TEST_CASE("one embodied figure may be a list of impacts") {
    BuiltIn it;
    const Hardware a100 = it.hardware("nvidia-a100-sxm4-40gb");
    const auto& impact = a100.embodied.at(0).components.at(0).impact;
    CHECK(value(impact[index_of::climate]) == doctest::Approx(127.6).epsilon(1e-15));
    CHECK(value(impact[index_of::abiotic_depletion]) == doctest::Approx(0.00509).epsilon(1e-15));
    CHECK(value(impact[index_of::primary_energy]) == doctest::Approx(1828.0).epsilon(1e-15));
    CHECK_FALSE(impact[index_of::water]);
}

TEST_CASE("what is bought by amount has figures per gigabyte") {
    BuiltIn it;
    const Hardware dram = it.hardware("dram-ddr4-server");
    const AnyValue& climate = dram.embodied.at(0).components.at(0).impact[index_of::climate];
    REQUIRE(climate);
    REQUIRE(climate->literal);
    CHECK(climate->literal->unit.text == "kgCO2e/GB");
    CHECK(climate->literal->written == 1.388);
}

TEST_CASE("an id without a year is the newest year") {
    BuiltIn it;
    CHECK(it.catalog.years(Section::grid, "FRA").size() == 2025 - 2015 + 1);
    CHECK(it.grid("FRA").id == "FRA/2025");
    CHECK(it.grid("FRA/2023").id == "FRA/2023");
    CHECK(it.grid("FRA/2023").year == 2023);
    CHECK_FALSE(it.catalog.find(Section::grid, "FRA/1990"));
    CHECK_FALSE(it.catalog.find(Section::grid, "FRA/"));
    CHECK_FALSE(it.catalog.find(Section::grid, "FR/A"));
    CHECK_FALSE(it.catalog.find(Section::grid, ""));
    CHECK(it.catalog.find(Section::datacentre, "google/2023")->id == "google/2023");
    CHECK(it.catalog.find(Section::datacentre, "google")->id == "google/2025");
    CHECK(it.catalog.years(Section::grid, "F").empty());
    CHECK(it.catalog.years(Section::hardware, "nvidia").empty());
}

TEST_CASE("aliases resolve exactly or not at all") {
    BuiltIn it;
    const auto id = [&](Section section, std::string_view name) {
        const auto found = it.catalog.find(section, name);
        return found ? std::string(found->id) : std::string();
    };
    CHECK(id(Section::hardware, "A100-SXM4-80GB") == "nvidia-a100-sxm4-80gb");
    CHECK(id(Section::hardware, "p4d.24xlarge") == "aws-p4d-24xlarge");
    CHECK(id(Section::hardware, "a100-sxm4-80gb").empty());
    CHECK(id(Section::hardware, "Standard_ND96asr_v4") == "azure-nd96asr-v4");
    CHECK(id(Section::hardware, "a2-highgpu-1g") == "gcp-a2-highgpu-1g");
    CHECK(id(Section::hardware, "p5.48xlarge") == "aws-p5-48xlarge");
    CHECK(id(Section::hardware, "p5.48").empty());
    CHECK(id(Section::grid, "France") == "FRA/2025");
    CHECK(id(Section::grid, "FR") == "FRA/2025");
    CHECK(id(Section::grid, "France/2024") == "FRA/2024");
    CHECK(id(Section::grid, "France/1999").empty());
    CHECK(id(Section::grid, "france").empty());
    CHECK(id(Section::grid, "World") == "WLD/2025");
    CHECK(id(Section::grid, "United States") == "USA/2025");
    CHECK(id(Section::hardware, "FR").empty());
}

TEST_CASE("instances of the three large clouds are shares of hosts, with the accelerators they get") {
    BuiltIn it;
    std::map<std::string, int> of_vendor;
    for (const std::string& id : it.catalog.ids(Section::hardware)) {
        const Hardware hardware = it.hardware(id);
        if (hardware.kind != HardwareKind::instance) continue;
        ++of_vendor[std::string(hardware.vendor)];
        CAPTURE(id);
        REQUIRE(hardware.parts.size() == 2);
        const auto kind = [&](const Component& part) {
            const auto found = it.catalog.find(Section::hardware, part.hardware.text);
            REQUIRE(found);
            return read_hardware(found->id, found->node(), it.figures).kind;
        };
        CHECK(kind(hardware.parts[0]) == HardwareKind::server);
        CHECK(kind(hardware.parts[1]) == HardwareKind::accelerator);
        const AnyValue& share = hardware.parts[0].count;
        if (share->literal) CHECK(share->literal->value <= 1);
    }
    CHECK(it.diagnostics.errors() == 0);
    CHECK(of_vendor["AWS"] + of_vendor["Microsoft"] + of_vendor["Google"] >= 100);
    for (const char* vendor : {"AWS", "Microsoft", "Google"}) CHECK(of_vendor[vendor] >= 30);
}

TEST_CASE("grids have the published intensities and their basis") {
    BuiltIn it;
    const auto grams = [&](std::string_view id) {
        return value(it.grid(id).intensity[index_of::climate]) * 3.6e6 * 1000;  // kg/J to g/kWh
    };
    // Our World in Data, carbon intensity of electricity.
    CHECK(grams("FRA/2023") == doctest::Approx(53.26).epsilon(1e-12));
    CHECK(grams("WLD/2025") == doctest::Approx(458.29).epsilon(1e-12));
    CHECK(grams("WLD/2023") == doctest::Approx(483.18).epsilon(1e-12));
    CHECK(grams("XKX/2024") == doctest::Approx(924.67).epsilon(1e-12));
    // Google, carbon-free energy by region: the 394 g that BLOOM's deployment uses.
    CHECK(grams("gcp/us-central1/2021") == doctest::Approx(394.0).epsilon(1e-12));
    CHECK(it.grid("FRA").basis.basis == "life_cycle");
    CHECK(it.grid("gcp/us-central1").basis.basis == "combustion");
    CHECK(it.grid("US-CAMX/2022").basis.basis == "combustion");
    CHECK(it.grid("FRA").name == "France");
    CHECK(it.grid("FRA").region == "FRA");
}

TEST_CASE("regions have other impacts and losses on the way") {
    BuiltIn it;
    const auto read = [&](std::string_view id) {
        const auto found = it.catalog.find(Section::region, id);
        REQUIRE(found);
        return read_region(found->id, found->node(), it.figures);
    };
    const RegionEntry impacts = read("FRA/impacts");  // EcoLogits, electricity_mixes.csv
    CHECK(value(impacts.intensity[index_of::abiotic_depletion]) * 3.6e6 ==
          doctest::Approx(4.858e-8).epsilon(1e-12));
    CHECK(value(impacts.intensity[index_of::primary_energy]) * 3.6e6 ==
          doctest::Approx(9.3135).epsilon(1e-12));
    CHECK(value(impacts.water_intensity) * 3.6e9 == doctest::Approx(3.6737).epsilon(1e-12));
    CHECK_FALSE(impacts.intensity[index_of::climate]);
    const RegionEntry losses = read("FRA/losses");  // World Bank, EG.ELC.LOSS.ZS
    REQUIRE(losses.losses.size() == 3);
    CHECK(losses.losses.back().year == 2023);
    CHECK(value(losses.losses.back().share) == doctest::Approx(0.06958).epsilon(1e-12));
    CHECK(it.catalog.find(Section::region, "WLD/losses"));
    CHECK_FALSE(it.catalog.find(Section::region, "FRA"));
}

TEST_CASE("data centres have overhead and water") {
    BuiltIn it;
    const auto read = [&](std::string_view id) {
        const auto found = it.catalog.find(Section::datacentre, id);
        REQUIRE(found);
        return read_datacentre(found->id, found->node(), it.figures);
    };
    const DatacentreEntry arizona = read("microsoft/arizona/2023");
    CHECK(value(arizona.pue) == 1.18);                                          // Li et al. 2025, Table 1
    CHECK(value(arizona.wue) * 3.6e9 == doctest::Approx(1.63).epsilon(1e-12));  // m3/J to L/kWh
    CHECK(value(arizona.water_intensity) * 3.6e9 == doctest::Approx(4.959).epsilon(1e-12));
    const DatacentreEntry google = read("google/2023");
    CHECK(value(google.pue) == 1.1);
    CHECK(google.operator_name == "Google");
    CHECK(google.year == 2023);
    CHECK_FALSE(google.wue);
    CHECK(value(google.market_intensity) * 3.6e9 == doctest::Approx(135.0).epsilon(1e-12));
}

TEST_CASE("a miss has near names and picks none") {
    BuiltIn it;
    const auto near = [&](Section section, std::string_view id) { return it.catalog.near(section, id); };
    CHECK(near(Section::hardware, "nvidia-a100-sxm4-80g").at(0) == "nvidia-a100-sxm4-80gb");
    CHECK(near(Section::grid, "Fance") == std::vector<std::string>{"France"});
    CHECK(near(Section::grid, "gcp/us-cental1").at(0) == "gcp/us-central1");
    CHECK(near(Section::grid, "qqqqqqqqqqqqqqqq").empty());
    // Far in letters, near in words.
    CHECK(near(Section::hardware, "Apollo 6500") == std::vector<std::string>{"hpe-apollo-6500-gen10-plus"});
}

TEST_CASE("a source is one line") {
    BuiltIn it;
    CHECK(it.catalog.source_line("epoch_hw") ==
          "Epoch AI, Data on machine learning hardware (2026), CC BY 4.0");
    CHECK(it.catalog.source_line("measured by ourselves") == "measured by ourselves");
}

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

TEST_CASE("every entry reads without a fault and points at its own line") {
    BuiltIn it;
    std::map<std::string, std::vector<std::string>> files;
    std::size_t entries = 0;
    for (const Section section : {Section::hardware, Section::grid, Section::region, Section::datacentre,
                                  Section::source, Section::model}) {
        for (const std::string& id : it.catalog.ids(section)) {
            CAPTURE(id);
            const auto found = it.catalog.find(section, id);
            REQUIRE(found);
            CHECK(found->id == id);
            const Place place = found->node().key_place();
            const std::string& name = it.sources[place.file].name;
            auto& lines = files[name];
            if (lines.empty()) lines = lines_of(name);
            REQUIRE(lines.size() >= place.line);
            CHECK(lines[place.line - 1].substr(place.column - 1, id.size()) == id);
            ++entries;
            if (section == Section::hardware) read_hardware(id, found->node(), it.figures);
            if (section == Section::grid) read_grid(id, found->node(), it.figures);
            if (section == Section::region) read_region(id, found->node(), it.figures);
            if (section == Section::datacentre) read_datacentre(id, found->node(), it.figures);
        }
    }
    CHECK(entries > 1000);
    CHECK(files.size() >= 10);
    CHECK_MESSAGE(!it.diagnostics.has_errors(), it.faults());
}

TEST_CASE("the generation sources of a mix are there") {
    BuiltIn it;
    const auto found = it.catalog.find(Section::model, "generation/ipcc-ar5");
    REQUIRE(found);
    const Node table = found->node().find("intensity");
    REQUIRE(table);
    for (const char* name :
         {"coal", "gas", "oil", "nuclear", "hydro", "solar", "wind", "bioenergy", "geothermal", "other"}) {
        CAPTURE(name);
        CHECK(table.find(name));
    }
    // IPCC AR5 WG III, Table A.III.2, medians.
    CHECK(table.find("coal").find("value").text() == "820 gCO2e/kWh");
    CHECK(table.find("nuclear").find("value").text() == "12 gCO2e/kWh");
}

TEST_CASE("the digest is that of SHA-256 in hex") {
    BuiltIn it;
    CHECK(it.catalog.digest().size() == 64);
    CHECK(it.catalog.digest().find_first_not_of("0123456789abcdef") == std::string_view::npos);
    Sources sources;
    Diagnostics diagnostics;
    CHECK(Catalog(nullptr, sources, diagnostics).digest().empty());
}

/// One line for each value: path, text and places. Slices are in other files than their trees.
std::string described(Node node) {
    const auto at = [](Place place) {
        return std::to_string(place.line) + ":" + std::to_string(place.column);
    };
    std::string all = node.path() + " " + at(node.place()) + " " + at(node.key_place()) + " " +
                      (node.is_text() ? std::string(node.text()) : std::to_string(node.size())) + "\n";
    if (node.is_text()) return all;
    for (const Node child : node.children()) all += described(child);
    return all;
}

TEST_CASE("the tree of every entry is the one that its slice of the text gives") {
    BuiltIn it;
    const EmbeddedCatalogue& all = embedded_catalogue();
    catalog::Slices slices(&all, it.sources);
    REQUIRE(all.entries.size() > 400);
    for (const EmbeddedEntry& row : all.entries) {
        if (row.alias) continue;
        const Node built = slices.read(row);
        const auto file = it.sources.add({.name = "slice",
                                          .text = std::string(all.text.substr(row.offset, row.length)),
                                          .sha256 = {},
                                          .first_line = row.line});
        const auto read = load_text(file, it.sources, it.diagnostics);
        REQUIRE(read);
        REQUIRE(described(built) == described(*read->root().children().begin()));
    }
    CHECK(it.faults().empty());
}

}  // namespace
}  // namespace lca
