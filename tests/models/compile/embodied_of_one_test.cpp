// What one piece embodies, part by part.
#include <doctest/doctest.h>

#include "models/catalog/catalog.hpp"
#include "models/catalog/embedded.hpp"
#include "models/compile/embodied_of_one.hpp"

using namespace lca;

namespace {

std::vector<EmbodiedComponent> of(std::string_view id) {
    Session session(embedded_catalogue());
    return embodied_of_one(session, id);
}

}  // namespace

TEST_CASE("embodied of one: an accelerator is one part, an alias leads to it") {
    for (const char* name : {"nvidia-h100-sxm", "H100"}) {
        const auto parts = of(name);
        REQUIRE(parts.size() == 1);
        CHECK(parts[0].name == "nvidia-h100-sxm");
        CHECK(parts[0].impact[index_of::climate] == 164.0);
        CHECK_FALSE(parts[0].impact[index_of::abiotic_depletion]);
        CHECK(parts[0].reason == "");
    }
}

TEST_CASE("embodied of one: a node has its own line and those of its parts, known or not") {
    const auto parts = of("DGX-H100");
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].name == "dgx-h100");
    // 2048 / 1.24436 x 2.2 + 64 x 5.22, 34560 / 54.884 x 2.2 + 9 x 6.34, and for the rest 66.1 + 150 + 6.68
    // and six power supplies of 2.99 kg x 24.3.
    CHECK(*parts[0].impact[index_of::climate] == doctest::Approx(3954.90 + 1442.40 + 658.72).epsilon(1e-5));
    CHECK(parts[1].name == "intel-xeon-platinum-8480c");
    CHECK(*parts[1].impact[index_of::climate] == doctest::Approx(2 * (9.14 + 0.0197 * 1908)));
    CHECK(parts[2].name == "nvidia-h100-sxm");
    CHECK(*parts[2].impact[index_of::climate] == doctest::Approx(8 * 164));
    const auto newer = of("dgx-b200");
    REQUIRE(newer.size() == 3);
    CHECK(newer[1].name == "intel-xeon-platinum-8570");
    // Its size is assumed: two processors of four tiles each.
    CHECK(*newer[1].impact[index_of::climate] == doctest::Approx(2 * (9.14 + 0.0197 * 1908)));
    const auto tray = of("dgx-gb200-tray");
    REQUIRE(tray.size() == 3);
    CHECK(tray[1].name == "nvidia-grace");
    CHECK(*tray[1].impact[index_of::climate] == doctest::Approx(2 * (9.14 + 0.0197 * 814)));  // assumed, too
    const auto spark = of("dgx-spark");
    REQUIRE(spark.size() == 2);
    CHECK(spark[1].name == "nvidia-gb10");
    CHECK_FALSE(spark[1].impact[index_of::climate]);
    CHECK(spark[1].reason == "no embodied figure is known");
}

TEST_CASE("embodied of one: every entry of the catalogue that is sold by the piece can be computed") {
    std::vector<std::string> by_amount;
    Session all(embedded_catalogue());
    for (const std::string& id : all.catalog().ids(Section::hardware)) {
        Session session(embedded_catalogue());
        const auto parts = embodied_of_one(session, id);
        CAPTURE(id);
        for (const EmbodiedComponent& part : parts) {
            if (part.impact[index_of::climate]) CHECK(*part.impact[index_of::climate] > 0);
        }
        if (!parts.empty()) {
            CHECK(session.messages() == "");
            continue;
        }
        // What is bought by amount says so: an impact per something where an impact is asked for.
        CHECK_MESSAGE(session.messages().find("per ") != std::string::npos, session.messages());
        by_amount.push_back(id);
    }
    CHECK(by_amount.size() > 10);
    CHECK(by_amount.size() < 40);
}

TEST_CASE("embodied of one: nothing for what is bought by amount, nor for what there is not") {
    CHECK(of("dram-ddr4-server").empty());
    CHECK(of("nothing").empty());
}
