// Values: units, ranges, places of faults.

#include <doctest/doctest.h>

#include "tests/models/scenario/reading.hpp"

namespace {

/// The only fault of a reading.
lca::Fault fault_of(const std::string& text) {
    const auto read = test::read(text);
    const auto faults = read->diagnostics.sorted();
    INFO(read->messages());
    REQUIRE(faults.size() == 1);
    return faults.front();
}

lca::AnyValue parameter(const test::Read& read) {
    return read.scenario.parameters.at(0).value;
}

}  // namespace

TEST_CASE("a value in base units, as written, with its long form") {
    const auto read =
        test::read(test::parameter("{value: 6 yr, source: IDRIS, note: how long, status: assumed}"));
    REQUIRE_MESSAGE(read->diagnostics.sorted().empty(), read->messages());
    const lca::Statement& given = *parameter(*read);
    CHECK(given.literal->value == 6 * 365 * 86400.0);
    CHECK(given.literal->written == 6);
    CHECK(given.literal->unit.text == "yr");
    CHECK(given.source == "IDRIS");
    CHECK(given.note == "how long");
    CHECK(given.status == "assumed");
    CHECK(given.owner.path() == "parameters.x");
    CHECK(given.text.path() == "parameters.x.value");
}

TEST_CASE("a source as a map becomes one line") {
    const auto read = test::read(test::parameter(
        "{value: 6 yr, source: {title: BLOOM, authors: L et al., year: 2023, where: Table 1}}"));
    CHECK(parameter(*read)->source == "L et al.: BLOOM (2023), Table 1");
}

TEST_CASE("the caret stands under the unit, in quotes and behind wide characters, too") {
    const lca::Fault plain = fault_of(test::activity("dynamic: {energy: 10 kW}"));
    CHECK(plain.place.line == 8);
    CHECK(plain.place.column == 26);
    CHECK(plain.width == 2);
    CHECK(plain.message == "`activities.run.dynamic.energy` is `10 kW`: power, but must be energy");
    CHECK(plain.expected == "energy, such as `433 MWh`");
    CHECK(fault_of(test::activity("dynamic: {energy: \"10 kW\"}")).place.column == 27);
    CHECK(fault_of(test::activity("dynamic: {note: é, energy: 10 kW}")).place.column == 35);
    // An escape hides where a byte stands: then the text as a whole is marked.
    CHECK(fault_of(test::activity("dynamic: {energy: \"\\x31\\x30 kW\"}")).place.column == 23);
}

TEST_CASE("a fault inside an expression is marked inside it") {
    const lca::Fault fault = fault_of(test::parameter("=[400 W] * foo(2)"));
    CHECK(fault.place.column == 17);
    CHECK(fault.width == 3);
    CHECK(fault.message == "`parameters.x`: unknown function `foo`");
}

TEST_CASE("a bare number where a unit belongs, and an expression without its sign") {
    CHECK(fault_of(test::activity("dynamic: {energy: 10}")).expected == "energy, such as `433 MWh`");
    CHECK(fault_of(test::parameter("2 * a")).hint == "an expression starts with `=`: `=2 * a`");
}

TEST_CASE("ranges") {
    const auto range = [](const std::string& text) { return fault_of(text).expected; };
    CHECK(range(test::activity("dynamic: {energy: -1 kWh}")) == "0 or more");
    CHECK(range(test::parameter("-1 W")) == "0 or more");
    CHECK(range(test::parameter("1000.1 yr")) == "at most 1000 yr");
    CHECK(range("lca: 1\ntitle: T\nsystems: {a: {nodes: 1.5 node}}\n") == "a whole number");
    CHECK(test::read(test::activity("devices: 0.2857 GPU\nduration: 1 h\ndynamic: none"))
              ->diagnostics.sorted()
              .empty());
    CHECK(range("lca: 1\ntitle: T\nsites: {a: {grid: FRA, pue: 0.999}}\n") == "at least 1");
    CHECK(test::read(test::parameter("1000 yr"))->diagnostics.sorted().empty());
    CHECK(test::read(test::parameter("-1"))->diagnostics.sorted().empty());
    CHECK(test::read(test::parameter("-5 %"))->diagnostics.sorted().empty());
    CHECK(test::read(test::parameter("0 W"))->diagnostics.sorted().empty());
}

TEST_CASE("lists of kinds: each category once, water as a volume") {
    const auto read = test::read(
        test::activity("dynamic: none\nembodied: {value: [164 kgCO2e, 5.1e-3 kgSbe, 1828 MJp, 103 L]}"));
    REQUIRE_MESSAGE(read->diagnostics.sorted().empty(), read->messages());
    const auto& value = read->activities.at(0).embodied.lines.at(0).value;
    CHECK(value[lca::index_of::climate]->literal->value == 164);
    CHECK(value[lca::index_of::abiotic_depletion]->literal->value == 5.1e-3);
    CHECK(value[lca::index_of::primary_energy]->literal->value == 1828);
    CHECK(value[lca::index_of::water]->literal->value == doctest::Approx(0.103));
    CHECK(fault_of(test::activity("dynamic: none\nembodied: {value: [1 kgCO2e, 2 gCO2e]}")).message ==
          "climate change appears twice in `activities.run.embodied.value`");
    CHECK(fault_of(test::activity("dynamic: none\nembodied: {value: [1 kgCO2e, 2 kg]}")).message ==
          "`activities.run.embodied.value.1` is `2 kg`: mass, but must be climate change impact");
}

TEST_CASE("one uncertainty for a list of kinds is refused") {
    const auto read = test::read(test::activity(
        "dynamic: none\nembodied: {value: [1 kgCO2e, 2 L], uncertainty: {distribution: normal, cv: 10 %}}"));
    CHECK(read->says("`uncertainty` cannot apply to a whole list"));
}

TEST_CASE("a rate is an impact per node time, accelerator time, request or token") {
    for (const std::string unit : {"kgCO2e/(node*h)", "gCO2e/(GPU*h)", "gCO2e/request", "mgSbe/token"}) {
        CAPTURE(unit);
        const auto read = test::read(test::activity("dynamic: none\nembodied: {rate: 2 " + unit + "}"));
        CHECK_MESSAGE(read->diagnostics.sorted().empty(), read->messages());
    }
    CHECK(
        test::read(test::activity("dynamic: none\nembodied: {rate: 2 kgCO2e/kg}"))->diagnostics.has_errors());
}

TEST_CASE("counts of parts may be bare or carry their unit") {
    const auto system = [](const std::string& count) {
        return test::read(
            "lca: 1\ntitle: T\nsystems: {s: {nodes: 1 node, node: [{hardware: x, count: " + count + "}]}}\n");
    };
    CHECK(system("8")->scenario.systems.at(0).parts.at(0).count->literal->value == 8);
    CHECK(system("8 GPU")->scenario.systems.at(0).parts.at(0).count->literal->unit.dimension.dimensionless());
    CHECK(system("8 kg")->diagnostics.has_errors());
    CHECK(system("8.5")->diagnostics.has_errors());
}
