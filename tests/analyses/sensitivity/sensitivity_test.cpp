// What a result depends on, shown to people and programs.
#include "analyses/sensitivity/sensitivity.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "models/catalog/embedded.hpp"
#include "tests/analyses/shared/uniform_study.hpp"

namespace {

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a program asks what a result depends on, and reads it by name") {
    lca::Session session(lca::embedded_catalogue());
    lca::SensitivityOptions options;
    options.sampling.samples = 1024;
    std::optional<lca::Sensitivity> sensitivity =
        lca::analyse_sensitivity(session, lca::test::uniform_study(), options);
    REQUIRE_MESSAGE(sensitivity, session.messages());
    const lca::ResultSensitivity& energy = sensitivity->of("outputs.energy");
    REQUIRE(energy.slopes.size() == 1);
    CHECK(energy.slopes[0].elasticity == doctest::Approx(1));
    REQUIRE(energy.swings.size() == 1);
    CHECK(energy.swings[0].low / 3.6e6 == doctest::Approx(2.1));  // 2 + 0.05 * 2
    REQUIRE(energy.shares);
    CHECK(energy.shares->inputs[0].total == doctest::Approx(1).epsilon(0.01));
    CHECK_THROWS_AS(sensitivity->of("total"), std::out_of_range);

    const std::string page = lca::write_text(lca::page_of(*sensitivity), {});
    CHECK(holds(page, "parameters.a           100.0 %"));
    CHECK(holds(page, "2.1 to 3.9 kWh"));
    CHECK(holds(page, "parameters.a  3 kWh                    1 %              30 Wh"));
    const lca::Records records = lca::records_of(*sensitivity);
    REQUIRE(records.rows.size() == 1);
    CHECK(records.rows[0].size() == records.columns.size());
    CHECK(std::get<double>(records.rows[0][6]) == doctest::Approx(1));    // kWh per kWh
    CHECK(std::get<double>(records.rows[0][8]) == doctest::Approx(2.1));  // P5
    const auto json = nlohmann::json::parse(lca::json_of(*sensitivity));
    CHECK(json["results"]["outputs.energy"]["inputs"][0]["elasticity"] == doctest::Approx(1));
    sensitivity->no_shares_reason = "not given, because.";
    CHECK(holds(lca::write_text(lca::page_of(*sensitivity), {}), "Shares of variance: not given, because."));
}
