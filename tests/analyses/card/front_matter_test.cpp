#include "analyses/card/front_matter.hpp"

#include <doctest/doctest.h>

using namespace lca;

TEST_CASE("a quantity of a card counts where there is one of it") {
    CHECK(quantity_before("took 433,196 kWh at 57 gCO2e/kWh.", "kWh") == 433196);
    CHECK(quantity_before("took 433,196 kWh at 57 gCO2e/kWh.", "gCO2e/kWh") == 57);
    CHECK(quantity_before("1.5kWh", "kWh") == 1.5);
    CHECK(quantity_before("12 kWh, again 12 kWh", "kWh") == 12);
    CHECK_FALSE(quantity_before("12 kWh and 13 kWh", "kWh"));
    CHECK_FALSE(quantity_before("57 gCO2e/kWh", "kWh"));
    CHECK_FALSE(quantity_before("12 kWhe", "kWh"));
    CHECK_FALSE(quantity_before("many kWh", "kWh"));
}

TEST_CASE("front matter keeps its lines") {
    Sources sources;
    Diagnostics diagnostics;
    const std::uint32_t file = sources.add({"README.md", "---\r\na: 1\r\nb: 2\n---\nprose\n", ""});
    const std::optional<CardParts> parts = parts_of(file, sources, diagnostics);
    REQUIRE(parts);
    CHECK(parts->front_matter == "\na: 1\r\nb: 2\n");
    CHECK(parts->prose == "prose\n");
    const std::uint32_t open = sources.add({"README.md", "---\na: 1\n", ""});
    CHECK_FALSE(parts_of(open, sources, diagnostics));
    CHECK(diagnostics.errors() == 1);
}
