#include "analyses/card/front_matter.hpp"

#include <doctest/doctest.h>

using namespace lca;

TEST_CASE("a quantity of a card counts where there is one of it") {
    CHECK(card_detail::quantity_before("took 433,196 kWh at 57 gCO2e/kWh.", "kWh") == 433196);
    CHECK(card_detail::quantity_before("took 433,196 kWh at 57 gCO2e/kWh.", "gCO2e/kWh") == 57);
    CHECK(card_detail::quantity_before("1.5kWh", "kWh") == 1.5);
    CHECK(card_detail::quantity_before("12 kWh, again 12 kWh", "kWh") == 12);
    CHECK(card_detail::quantity_before("1e5 kWh", "kWh") == 1e5);
    CHECK(card_detail::quantity_before("about **1.5e3 kWh**", "kWh") == 1500);
    CHECK(card_detail::quantity_before("1,234,567.5 kWh", "kWh") == 1234567.5);
    for (const char* unread : {"3-5 kWh", "3–5 kWh", "3 to 5 kWh", "1,5 kWh", "12,34,567 kWh", "4±1 kWh"}) {
        CAPTURE(unread);
        CHECK_FALSE(card_detail::quantity_before(unread, "kWh"));
        CHECK_FALSE(card_detail::quantity_before(std::string("7 kWh, that is ") + unread, "kWh"));
    }
    CHECK_FALSE(card_detail::quantity_before("12 kWh and 13 kWh", "kWh"));
    CHECK_FALSE(card_detail::quantity_before("57 gCO2e/kWh", "kWh"));
    CHECK_FALSE(card_detail::quantity_before("12 kWhe", "kWh"));
    CHECK_FALSE(card_detail::quantity_before("many kWh", "kWh"));
}

TEST_CASE("front matter keeps its lines") {
    Sources sources;
    Diagnostics diagnostics;
    const std::uint32_t file = sources.add({"README.md", "---\r\na: 1\r\nb: 2\n---\nprose\n", ""});
    const std::optional<card_detail::CardParts> parts = card_detail::parts_of(file, sources, diagnostics);
    REQUIRE(parts);
    CHECK(parts->front_matter == "\na: 1\r\nb: 2\n");
    CHECK(parts->prose == "prose\n");
    const std::uint32_t open = sources.add({"README.md", "---\na: 1\n", ""});
    CHECK_FALSE(card_detail::parts_of(open, sources, diagnostics));
    CHECK(diagnostics.errors() == 1);
}
