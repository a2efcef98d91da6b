// Typed readings of entries: stages of embodied figures, what they are per, and what is refused.

#include <doctest/doctest.h>

#include "lca/document/load.hpp"
#include "models/catalog/entries.hpp"
#include "models/values/value_reader.hpp"

namespace lca {
namespace {

struct Read {
    Sources sources;
    Diagnostics diagnostics;
    ValueReader figures{sources, diagnostics};
    std::unique_ptr<Document> document;
    Hardware hardware;

    explicit Read(const std::string& lines) {
        const std::uint32_t source =
            sources.add({.name = "x.yaml", .text = "x:\n  kind: other\n" + lines, .sha256 = {}});
        document = load_text(source, sources, diagnostics);
        REQUIRE_MESSAGE(document, render(diagnostics, sources));
        hardware = read_hardware("x", document->root().find("x"), figures);
    }
    std::string faults() const { return render(diagnostics, sources); }
    double figure(std::size_t stage, std::size_t component, std::size_t impact) const {
        const AnyValue& given = hardware.embodied.at(stage).components.at(component).impact.at(impact);
        REQUIRE(given);
        REQUIRE(given->literal);
        return given->literal->written;
    }
};

TEST_CASE("one figure is one stage without a name") {
    const Read it("  embodied: 150 kgCO2e\n");
    CHECK(it.faults() == "");
    REQUIRE(it.hardware.embodied.size() == 1);
    CHECK(it.hardware.embodied[0].name == "");
    CHECK(it.figure(0, 0, index_of::climate) == 150);
}

TEST_CASE("stages, components and models") {
    const Read it(
        "  embodied:\n"
        "    end_of_life: -12 kgCO2e\n"
        "    manufacturing: {mainboard: 150 kgCO2e, chassis: {value: 80 kgCO2e, note: steel}, note: two of "
        "them}\n"
        "    transport: {model: act, area: 8 cm2}\n");
    CHECK(it.faults() == "");
    REQUIRE(it.hardware.embodied.size() == 3);  // in the order of a thing's life
    CHECK(it.hardware.embodied[0].name == "manufacturing");
    REQUIRE(it.hardware.embodied[0].components.size() == 2);
    CHECK(it.hardware.embodied[0].components[0].name == "mainboard");
    CHECK(it.figure(0, 1, index_of::climate) == 80);
    CHECK(it.hardware.embodied[1].name == "transport");
    CHECK(it.hardware.embodied[1].model);
    CHECK(it.hardware.embodied[1].components.empty());
    CHECK(it.figure(2, 0, index_of::climate) == -12);  // a credit
}

TEST_CASE("a credit is allowed only for the end of life") {
    CHECK(Read("  embodied: {manufacturing: -12 kgCO2e}\n").diagnostics.has_errors());
    CHECK(Read("  embodied: -12 kgCO2e\n").diagnostics.has_errors());
}

TEST_CASE("things bought by amount: per capacity, area or mass, for every impact") {
    for (const char* per : {"GB", "cm2", "kg"}) {
        CAPTURE(per);
        const std::string unit = std::string("/") + per;
        const Read it("  embodied: [2.2 kgCO2e" + unit + ", 27.3 MJp" + unit + ", 6.3e-5 kgSbe" + unit +
                      ", 3 L" + unit + "]\n");
        CHECK(it.faults() == "");
        CHECK(it.figure(0, 0, index_of::climate) == 2.2);
        CHECK(it.figure(0, 0, index_of::primary_energy) == 27.3);
        CHECK(it.figure(0, 0, index_of::abiotic_depletion) == 6.3e-5);
        CHECK(it.figure(0, 0, index_of::water) == 3);
    }
    const Read water("  embodied: 103 L\n");
    CHECK(water.faults() == "");
    CHECK(water.figure(0, 0, index_of::water) == 103);
    CHECK(Read("  embodied: 3 L/GB\n").faults() == "");
}

TEST_CASE("what is not an impact is refused in words") {
    for (const char* wrong : {"150 kg", "150 kWh", "3 m", "150", "2 kgCO2e/h", "2 GB/kgCO2e",
                              "[150 kgCO2e, 160 kgCO2e]", "[2 kgCO2e/GB, 3 kgSbe]"}) {
        CAPTURE(wrong);
        const Read it(std::string("  embodied: ") + wrong + "\n");
        CHECK(it.diagnostics.has_errors());
        CHECK(it.faults().find("x.yaml:3:") != std::string::npos);
    }
}

TEST_CASE("everything else an entry may say") {
    const Read it(
        "  name: X\n  vendor: V\n  power: {max: 400 W, typical: 300 W, idle: 50 W, note: n}\n"
        "  peak: {bf16: 312 TFLOP/s, source: s}\n  memory: 80 GB\n  die: {area: 826 mm2, process: 7 nm}\n"
        "  lifetime: 5 yr\n  holds: [{hardware: y, count: 8}, {hardware: z}]\n");
    CHECK(it.faults() == "");
    CHECK(it.hardware.kind == HardwareKind::other);
    CHECK(it.hardware.name == "X");
    CHECK(it.hardware.vendor == "V");
    CHECK(it.hardware.power_max->literal->value == 400);
    CHECK(it.hardware.power_typical->literal->value == 300);
    CHECK(it.hardware.power_idle->literal->value == 50);
    REQUIRE(it.hardware.peak.size() == 1);
    CHECK(it.hardware.peak[0].precision == "bf16");
    CHECK(it.hardware.die_area->literal->value == doctest::Approx(826e-6).epsilon(1e-12));
    CHECK(it.hardware.lifetime->literal->value == 5 * 365.0 * 86400);
    REQUIRE(it.hardware.included_accelerators.size() == 2);
    CHECK(it.hardware.included_accelerators[0].count->literal->value == 8);
    CHECK_FALSE(it.hardware.included_accelerators[1].count);
    CHECK(it.hardware.embodied.empty());
}

}  // namespace
}  // namespace lca
