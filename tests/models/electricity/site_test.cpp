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
    CHECK(at_site("{grid: FRX}").messages.find("unknown grid `FRX`") != std::string::npos);
}
