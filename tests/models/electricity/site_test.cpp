// What a kWh costs: PUE, water, mixes, market-based intensity, bases that do not mix.
#include <doctest/doctest.h>

#include "models/run_text.hpp"

using lca::test::run;

namespace {

lca::test::Run at_site(const std::string& site, const std::string& top = "") {
    return run("sites:\n  here: " + site +
               "\nactivities:\n  job: {stage: training, site: here, dynamic: {energy: 10 kWh}, idle: none, "
               "embodied: none}\n" +
               top);
}

}  // namespace

TEST_CASE("site: PUE multiplies all electricity; without one it is 1 and shown as a default") {
    CHECK(at_site("{grid: {intensity: 100 gCO2e/kWh}, pue: 1.2}").kg("total") == doctest::Approx(1.2));
    const auto plain = at_site("{grid: {intensity: 100 gCO2e/kWh}}");
    CHECK(plain.kg("total") == doctest::Approx(1));
    REQUIRE(plain.model->calculation.input("sites.here.pue"));
    CHECK(plain.model->calculation.input("sites.here.pue")->origin == lca::Origin::default_value);
}

TEST_CASE("site: water is IT energy by wue plus facility energy by water intensity; a missing one is a gap") {
    // 10 kWh x 1.5 L + 20 kWh x 3 L = 75 L
    const auto both =
        at_site("{grid: {intensity: 100 gCO2e/kWh}, pue: 2, wue: 1.5 L/kWh, water_intensity: 3 L/kWh}");
    CHECK(both.litres("total") == doctest::Approx(75));
    CHECK(both.gaps("total.water") == "");
    const auto one = at_site("{grid: {intensity: 100 gCO2e/kWh}, pue: 2, wue: 1.5 L/kWh}");
    CHECK(one.litres("total") == doctest::Approx(15));
    CHECK(one.gaps("total.water") == "job.dynamic");
    CHECK_FALSE(at_site("{grid: {intensity: 100 gCO2e/kWh}}").assessed("total.water"));
}

TEST_CASE("site: other impacts of electricity flow through the same sums") {
    const auto site = at_site("{grid: {intensity: [100 gCO2e/kWh, 2e-7 kgSbe/kWh, 11 MJp/kWh]}}");
    CHECK(site.kg("total") == doctest::Approx(1));
    CHECK(site.kg("total.adpe") == doctest::Approx(2e-6));
    CHECK(site.kg("total.primary_energy") == doctest::Approx(110));
}

TEST_CASE("site: market-based intensity stands beside the location-based one") {
    const auto site = at_site("{grid: {intensity: 100 gCO2e/kWh}, market_intensity: 20 gCO2e/kWh}");
    CHECK(site.kg("total") == doctest::Approx(1));
    CHECK(site.kg("total.market") == doctest::Approx(0.2));
}

TEST_CASE("site: a mix is its shares by life-cycle factors, scaled to the whole") {
    // IPCC AR5 medians: nuclear 12, gas 490: 0.7 x 12 + 0.3 x 490 = 155.4 g
    CHECK(at_site("{grid: {mix: {nuclear: 70 %, gas: 30 %}}}").kg("total") == doctest::Approx(1.554));
    // 99.6 % is within rounding and scaled: (0.698 x 12 + 0.298 x 490) / 0.996
    CHECK(at_site("{grid: {mix: {nuclear: 69.8 %, gas: 29.8 %}}}").kg("total") ==
          doctest::Approx((0.698 * 12 + 0.298 * 490) / 0.996 / 100));
    CHECK(at_site("{grid: {mix: {nuclear: 70 %, gas: 10 %}}}")
              .messages.find("the shares of the mix add up to 80.0 %") != std::string::npos);
    CHECK(at_site("{grid: {mix: {nuclear: 70 %, gaz: 30 %}}}").messages.find("did you mean `gas`?") !=
          std::string::npos);
}

TEST_CASE(
    "site: an id without a year takes the newest; a year that is not there is an error naming those that "
    "are") {
    const auto newest = at_site("{grid: FRA}");
    CHECK(newest.messages == "");
    const auto older = at_site("{grid: {region: FRA, year: 1970}}");
    CHECK(older.messages.find("grid `FRA` is not known for 1970") != std::string::npos);
    CHECK(at_site("{grid: FRA/1970}").messages.find("grid `FRA` is not known for 1970") != std::string::npos);
    CHECK(at_site("{grid: FRX}").messages.find("unknown grid `FRX`") != std::string::npos);
    CHECK(at_site("{grid: FRX/2024}").messages.find("unknown grid `FRX/2024`") != std::string::npos);
}

TEST_CASE("site: a cloud region has the figures of the grid it stands in, of the newest or the asked year") {
    const auto newest = at_site("{grid: aws/eu-west-3}");
    CHECK(newest.messages == "");
    CHECK(newest.kg("total") == at_site("{grid: FRA}").kg("total"));
    REQUIRE(newest.model->calculation.input("FRA/2025.intensity"));  // the result names it
    // 10 kWh x 53.26 g
    CHECK(at_site("{grid: {region: aws/eu-west-3, year: 2023}}").kg("total") == doctest::Approx(0.5326));
    CHECK(at_site("{grid: azure/francecentral/2023}").kg("total") == doctest::Approx(0.5326));
    const auto never = at_site("{grid: {region: azure/francecentral, year: 1970}}");
    CHECK(never.messages.find("grid `azure/francecentral` is not known for 1970") != std::string::npos);
    CHECK(never.messages.find("one of the years 2023, 2024 and 2025") != std::string::npos);
    CHECK(at_site("{grid: aws/eu-west-33}").messages.find("aws/eu-west-3") != std::string::npos);
}

TEST_CASE("site: life cycle and combustion do not mix in one file unless it says so") {
    const auto two = [](const std::string& one, const std::string& other, const std::string& top = "") {
        return run(
            top + "sites:\n  a: {grid: " + one + "}\n  b: {grid: " + other +
            "}\nactivities:\n"
            "  x: {stage: training, site: a, dynamic: {energy: 10 kWh}, idle: none, embodied: none}\n"
            "  y: {stage: training, site: b, dynamic: {energy: 10 kWh}, idle: none, embodied: none}\n");
    };
    const auto mixed = two("FRA", "gcp/us-central1/2021");
    CHECK(mixed.messages.find("`gcp/us-central1/2021` counts combustion, but `FRA/2025` counts life_cycle") !=
          std::string::npos);
    CHECK(mixed.messages.find("mixed_basis: accepted") != std::string::npos);
    // 10 kWh x 41.44 g + 10 kWh x 394 g
    const auto accepted = two("FRA/2025", "gcp/us-central1/2021", "mixed_basis: accepted\n");
    CHECK(accepted.messages == "");
    CHECK(accepted.kg("total") == doctest::Approx(4.3544));
    CHECK(two("FRA", "aws/us-east-1").messages == "");
    CHECK(two("{mix: {nuclear: 100 %}}", "US-CAMX").messages.find("do not mix") != std::string::npos);
    CHECK(two("{intensity: 50 gCO2e/kWh}", "US-CAMX").messages == "");  // of whichever basis the file means
}
