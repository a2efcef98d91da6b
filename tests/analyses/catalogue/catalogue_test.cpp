// The catalogue listed, searched and shown, as a program asks for it.
#include "analyses/catalogue/catalogue.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "lca/base/diagnostics.hpp"
#include "models/catalog/catalog.hpp"
#include "models/catalog/embedded.hpp"
#include "tests/lca/base/has.hpp"

using namespace lca;
using lca::test::has;

namespace {

std::string refusal(Session& session, Section section, const std::string& id) {
    try {
        show_catalogue(session, section, std::vector<std::string>{id});
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a list holds every id once, in order") {
    Session session(embedded_catalogue());
    const CatalogueList grids = list_catalogue(session, Section::grid);
    CHECK(grids.entries.size() == session.catalog().ids(Section::grid).size());
    CHECK(nlohmann::json::parse(json_of(grids)).size() == grids.entries.size());
    CHECK(has(write_markdown(page_of(grids)), "FRA"));
}

TEST_CASE("a search finds what has every word") {
    Session session(embedded_catalogue());
    const CatalogueList cards = search_catalogue(session, Section::hardware, "a100 80");
    REQUIRE(!cards.entries.empty());
    for (const Listed& entry : cards.entries) CHECK(has(entry.id + " " + entry.name, "80"));
    CHECK_THROWS_AS(search_catalogue(session, Section::hardware, "no such words"), InputError);
}

TEST_CASE("hardware is shown with what one embodies, part by part, and its siblings") {
    Session session(embedded_catalogue());
    const std::vector<std::string> ids = {"azure-nd96asr-v4"};
    const CatalogueEntries shown = show_catalogue(session, Section::hardware, ids);
    REQUIRE(shown.entries.size() == 1);
    REQUIRE(shown.hardware.size() == 1);
    CHECK(shown.entries[0].entry.id == "azure-nd96asr-v4");
    CHECK(shown.hardware[0].siblings.size() <= 5);
    const nlohmann::json json = nlohmann::json::parse(json_of(shown));
    bool cards = false;
    for (const auto& part : json[0]["embodied_of_one"]) {
        if (part["name"] != "nvidia-a100-sxm4-40gb") continue;
        cards = true;
        // Eight cards of 127.6 kgCO2e each; a sum of a few parts each.
        CHECK(part["gwp_kgco2e"].get<double>() == doctest::Approx(1020.8).epsilon(1e-12));
    }
    CHECK(cards);
    CHECK(has(write_markdown(page_of(shown)), "beside similar entries"));
    CHECK(records_of(shown).rows.size() == shown.entries[0].figures.size());
    CHECK(!session.failed());
}

TEST_CASE("a region without a year is shown with its years, newest first") {
    Session session(embedded_catalogue());
    const std::vector<std::string> ids = {"FRA"};
    const CatalogueEntries shown = show_catalogue(session, Section::grid, ids);
    REQUIRE(shown.entries.size() > 1);
    CHECK(shown.entries[0].entry.year > shown.entries[1].entry.year);
    CHECK(shown.hardware.empty());
}

TEST_CASE("what is not there is refused with what may be meant") {
    Session session(embedded_catalogue());
    CHECK(has(refusal(session, Section::hardware, "nvidia-h100-sxmm"), "did you mean"));
    CHECK(has(refusal(session, Section::grid, "FRA/1066"), "is not known for 1066"));
}
