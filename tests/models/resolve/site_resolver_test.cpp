// What a kWh costs: PUE, water, mixes, market-based intensity, bases that cannot be mixed.
#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"

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
    // The ends of "100 % ± 0.5 %" belong to it.
    CHECK(at_site("{grid: {mix: {nuclear: 99.5 %}}}").kg("total") == doctest::Approx(0.12));
    CHECK(at_site("{grid: {mix: {nuclear: 70.4 %, gas: 30.1 %}}}").messages.empty());
    CHECK(at_site("{grid: {mix: {nuclear: 70 %, gas: 10 %}}}")
              .messages.find("the shares of the mix add up to 80 %") != std::string::npos);
    CHECK(at_site("{grid: {mix: {nuclear: 70 %, gaz: 30 %}}}").messages.find("did you mean `gas`?") !=
          std::string::npos);
}

TEST_CASE("site: the factors of a mix are the IPCC's or UNECE's") {
    // UNECE: nuclear 5.1, gas 430: 0.7 x 5.1 + 0.3 x 430 = 132.57 g
    CHECK(at_site("{grid: {mix: {nuclear: 70 %, gas: 30 %}, factors: unece-2022}}").kg("total") ==
          doctest::Approx(1.3257));
    CHECK(at_site("{grid: {mix: {nuclear: 70 %, gas: 30 %}, factors: ipcc-ar5}}").kg("total") ==
          doctest::Approx(1.554));
    CHECK(at_site("{grid: {mix: {oil: 100 %}, factors: unece-2022}}")
              .messages.find("unknown generation source `oil`") != std::string::npos);
}

TEST_CASE("site: a mix has water where all of its sources have") {
    // Medians of 672 and 205 gal/MWh are 2.544 and 0.776 L/kWh: 10 x (0.7 x 2.544 + 0.3 x 0.776)
    const auto known = at_site("{grid: {mix: {nuclear: 70 %, gas: 30 %}}, wue: 1 L/kWh}");
    CHECK(known.litres("total") == doctest::Approx(10 * (0.7 * 2.544 + 0.3 * 0.776) + 10));
    CHECK(known.gaps("total.water") == "");
    const auto oil = at_site("{grid: {mix: {nuclear: 70 %, oil: 30 %}}, wue: 1 L/kWh}");
    CHECK(oil.litres("total") == doctest::Approx(10));
    CHECK(oil.gaps("total.water") == "job.dynamic");
    CHECK(oil.reasons("total.water").find("no factor for oil") != std::string::npos);
}

TEST_CASE("site: water, depletion and primary energy of a country flow through the same sums") {
    // EcoLogits: France 4.858e-8 kgSbe, 9.3135 MJp, 3.6737 L per kWh; 10 kWh with a PUE of 1.2
    const auto france = at_site("{grid: {region: FRA, year: 2023}, pue: 1.2, wue: 0.5 L/kWh}");
    CHECK(france.kg("total.adpe") == doctest::Approx(12 * 4.858e-8));
    CHECK(france.kg("total.primary_energy") == doctest::Approx(12 * 9.3135));
    CHECK(france.litres("total") == doctest::Approx(12 * 3.6737 + 10 * 0.5));
    // What nobody published is not assessed: a part of a country has an intensity only.
    CHECK_FALSE(at_site("{grid: US-CAMX/2022}").assessed("total.adpe"));
    // The site's own figure, then the data centre's (Arizona, 4.959 L), then the country's (3.1321 L).
    CHECK(at_site("{grid: USA, pue: 1, wue: 0 L/kWh, water_intensity: 2 L/kWh}").litres("total") ==
          doctest::Approx(20));
    CHECK(at_site("{grid: USA, pue: 1, wue: 0 L/kWh, datacentre: microsoft/arizona/2023}").litres("total") ==
          doctest::Approx(49.59));
    CHECK(at_site("{grid: {intensity: [1 gCO2e/kWh, 5 L/kWh]}, pue: 1, wue: 0 L/kWh, "
                  "datacentre: microsoft/arizona/2023}")
              .litres("total") == doctest::Approx(50));
    CHECK(at_site("{grid: USA, pue: 1, wue: 0 L/kWh}").litres("total") == doctest::Approx(31.321));
}

TEST_CASE("site: losses on the way count where the file says so, and only there") {
    const auto grid = [](const std::string& more) {
        return at_site("{grid: {region: FRA, year: 2023" + more + "}, wue: 0 L/kWh}");
    };
    CHECK(grid("").kg("total") == doctest::Approx(0.5326));
    CHECK(at_site("{grid: {region: FRA, year: 2022}}").kg("total") == doctest::Approx(0.7854));
    CHECK(grid(", losses: 7 %").kg("total") == doctest::Approx(0.5326 / 0.93));
    CHECK(grid(", losses: 0 %").kg("total") == doctest::Approx(0.5326));
    CHECK(grid(", losses: 7 %").litres("total") == doctest::Approx(36.737 / 0.93));
    CHECK(grid(", losses: 7 %").kwh("total") == doctest::Approx(10));  // what is metered does not change
    // World Bank: 6.958 % in 2023, 7.438 % in 2022
    const auto of_catalogue = grid(", losses_of: FRA");
    CHECK(of_catalogue.kg("total") == doctest::Approx(0.5326 / (1 - 0.06958)));
    REQUIRE(of_catalogue.model->calculation.input("FRA/losses.losses.2023"));
    CHECK(grid(", losses_of: FRA/2022").kg("total") == doctest::Approx(0.5326 / (1 - 0.07438)));
    CHECK(grid(", losses_of: aws/eu-west-3").kg("total") == of_catalogue.kg("total"));
    CHECK(at_site("{grid: {region: FRA, losses_of: FRA}}").kg("total") ==
          doctest::Approx(0.4144 / (1 - 0.06958)));  // of 2025 none are known: the newest
    CHECK(at_site("{grid: {mix: {nuclear: 70 %, gas: 30 %}, losses: 10 %}}").kg("total") ==
          doctest::Approx(1.554 / 0.9));
    CHECK(at_site("{grid: {intensity: 90 gCO2e/kWh, losses: 10 %}, water_intensity: 3 L/kWh, wue: 0 L/kWh}")
              .kg("total") == doctest::Approx(1));
    // What the site states is per delivered kWh already.
    CHECK(at_site("{grid: {intensity: 90 gCO2e/kWh, losses: 10 %}, water_intensity: 3 L/kWh, wue: 0 L/kWh}")
              .litres("total") == doctest::Approx(30));
}

TEST_CASE("site: losses that are not known, or take all, are errors") {
    const auto said = [](const std::string& grid) { return at_site("{grid: {" + grid + "}}").messages; };
    CHECK(said("region: FRA, losses: 100 %").find("losses of 100 % leave no electricity") !=
          std::string::npos);
    CHECK(said("region: FRA, losses: 120 %").find("100 %") != std::string::npos);
    CHECK(said("region: FRA, losses_of: FRX").find("no losses are known for `FRX`") != std::string::npos);
    CHECK(said("region: FRA, losses_of: US-CAMX").find("no losses are known") != std::string::npos);
    const std::string years = said("region: FRA, losses_of: FRA/1999");
    CHECK(years.find("losses of `FRA` are not known for 1999") != std::string::npos);
    CHECK(years.find("one of the years 2021, 2022 and 2023") != std::string::npos);
    CHECK(said("region: FRA, losses: 7 %, losses_of: FRA").find("one of losses and losses_of") !=
          std::string::npos);
    CHECK(said("region: FRA, factors: unece-2022").find("`factors` is allowed only together with `mix`") !=
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
    CHECK(never.messages.find("one of the years 2015 to 2025") != std::string::npos);
    CHECK(at_site("{grid: aws/eu-west-33}").messages.find("aws/eu-west-3") != std::string::npos);
}

TEST_CASE("site: life cycle and combustion cannot be mixed in one file unless it says so") {
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
    // A region's own grid was not chosen by the file: a warning, and the sum stands.
    const auto stands_in = two("US-CAMX/2024", "azure/canadaeast");
    CHECK(stands_in.messages.find(
              "warning: grid `CA-QC-LCA/2024` counts life_cycle, but `US-CAMX/2024` counts combustion") !=
          std::string::npos);
    CHECK(stands_in.kg("total") == doctest::Approx(10 * (0.0279 + 0.18375)));
    CHECK(two("{mix: {nuclear: 100 %}}", "US-CAMX").messages.find("cannot be mixed") != std::string::npos);
    CHECK(two("{intensity: 50 gCO2e/kWh}", "US-CAMX").messages == "");  // of whichever basis the file means
}

TEST_CASE("site: water of a part of a country is that of the country, and the result says so") {
    // Sweden's electricity consumes as much a kWh wherever in it.
    const auto part = at_site("{grid: SE-SE3/2025}"), country = at_site("{grid: SWE/2025}");
    REQUIRE(part.model);
    CHECK(part.kg("total") == doctest::Approx(0.2));  // 10 kWh of 20 g
    CHECK(part.model->calculation.input("SWE/impacts.water_intensity"));
    CHECK(country.model->calculation.input("SWE/impacts.water_intensity"));
    REQUIRE(part.model->results.stand_ins.size() == 1);
    CHECK(part.model->results.stand_ins[0].message.find("are those of SWE") != std::string::npos);
    CHECK(country.model->results.stand_ins.empty());
}

TEST_CASE("site: a cloud region has the finest grid that the catalogue has, and the result says so") {
    struct Row {
        const char *region, *input;
        double kg;  // of 10 kWh
    };
    // Over the life cycle: Oregon 227.9 g, Quebec 27.9 g, Ontario 101.2 g, New South Wales 657.6 g; France as
    // a country.
    for (const Row& row : {Row{"aws/us-west-2", "US-OR-LCA/2023.intensity", 2.279},
                           Row{"azure/canadaeast", "CA-QC-LCA/2024.intensity", 0.279},
                           Row{"azure/canadacentral", "CA-ON-LCA/2024.intensity", 1.012},
                           Row{"aws/ap-southeast-2", "AU-NSW-LCA/2026.intensity", 6.576},
                           Row{"aws/eu-west-3", "FRA/2025.intensity", 0.4144}}) {
        CAPTURE(row.region);
        const auto found = at_site("{grid: " + std::string(row.region) + "}");
        REQUIRE(found.model);
        CHECK(found.kg("total") == doctest::Approx(row.kg).epsilon(1e-3));
        CHECK(found.model->calculation.input(row.input));
        REQUIRE(!found.model->results.stand_ins.empty());
        CHECK(found.model->results.stand_ins[0].path == "sites.here.grid");
        CHECK(found.model->results.stand_ins[0].message.find(row.region) != std::string::npos);
    }
    CHECK(at_site("{grid: FRA}").model->results.stand_ins.empty());
    CHECK(at_site("{grid: gcp/us-central1}").model->results.stand_ins.empty());
}

namespace {

lca::test::Run dated(const std::string& grid, const std::string& start) {
    return run("sites: {here: {grid: " + grid +
               "}}\nactivities:\n  job: {stage: training, site: here, start: " + start +
               ", dynamic: {energy: 10 kWh}, idle: none, embodied: none}\n");
}

}  // namespace

TEST_CASE("site: a dated activity uses the figure of its year, once for each year") {
    // FRA: 78.48 g in 2022, 53.26 g in 2023, 41.44 g in 2025.
    const auto earlier = dated("FRA", "2022-03-11T00:00:00Z");
    CHECK(earlier.messages == "");
    CHECK(earlier.kg("total") == doctest::Approx(0.785).epsilon(1e-3));
    CHECK(earlier.model->calculation.input("FRA/2022.intensity"));
    CHECK_FALSE(earlier.model->calculation.input("FRA/2025.intensity"));  // which nothing uses
    CHECK(dated("aws/eu-west-3", "2023-03-11T00:00:00Z").kg("total") == doctest::Approx(0.5326));
    // in the local time of its own zone: still 2022.
    CHECK(dated("FRA", "2022-12-31T23:30:00-05:00").kg("total") == earlier.kg("total"));
    const auto several = run(R"(sites: {here: {grid: FRA}}
activities:
  a: {stage: training, site: here, start: 2022-03-11T00:00:00Z, dynamic: {energy: 10 kWh}, idle: none, embodied: none}
  b: {stage: training, site: here, start: 2023-03-11T00:00:00Z, dynamic: {energy: 10 kWh}, idle: none, embodied: none}
  c: {stage: training, site: here, dynamic: {energy: 10 kWh}, idle: none, embodied: none}
)");
    CHECK(several.kg("a") == earlier.kg("total"));
    CHECK(several.kg("b") == doctest::Approx(0.5326));
    CHECK(several.kg("c") == doctest::Approx(0.4144));
    CHECK(several.model->calculation.input("sites.here.pue"));  // one default, not one for each year
}

TEST_CASE(
    "site: a year that the file states wins, and a year without a figure takes the newest, with warnings") {
    for (const char* grid : {"FRA/2023", "{region: FRA, year: 2023}"}) {
        const auto stated = dated(grid, "2022-03-11T00:00:00Z");
        CHECK(stated.kg("total") == doctest::Approx(0.5326));
        CHECK(
            stated.messages.find("warning: the grid `FRA` is of 2023, but activities on it start in 2022") !=
            std::string::npos);
        CHECK(dated(grid, "2023-03-11T00:00:00Z").messages == "");
    }
    const auto before = dated("FRA", "1999-03-11T00:00:00Z");
    CHECK(before.kg("total") == doctest::Approx(0.4144));
    CHECK(before.messages.find("warning: no figure of grid `FRA` is known for 1999") != std::string::npos);
    CHECK(before.messages.find("`FRA/2025`") != std::string::npos);
    CHECK(dated("{intensity: 50 gCO2e/kWh}", "1999-03-11T00:00:00Z").messages == "");
}

TEST_CASE("site: one's own intensity may say what it counts, and unlike ones cannot be mixed") {
    const auto two = [](const std::string& one, const std::string& other) {
        return run("sites:\n  a: {grid: " + one + "}\n  b: {grid: " + other +
                   "}\nactivities:\n"
                   "  x: {stage: training, site: a, dynamic: {energy: 10 kWh}, idle: none, embodied: none}\n"
                   "  y: {stage: training, site: b, dynamic: {energy: 10 kWh}, idle: none, embodied: none}\n")
            .messages;
    };
    const std::string cycle = "{intensity: 50 gCO2e/kWh, basis: life_cycle}";
    CHECK(two(cycle, "FRA") == "");
    CHECK(two(cycle, "{intensity: 50 gCO2e/kWh, basis: combustion}").find("cannot be mixed") !=
          std::string::npos);
    CHECK(two(cycle, "{intensity: 0 gCO2e/kWh, basis: combustion}") == "");  // zero mixes with every basis
    // Kind and gas count although no basis is stated.
    CHECK(two("{intensity: 50 gCO2e/kWh}", "{intensity: 60 gCO2e/kWh, kind: marginal}")
              .find("cannot be mixed") != std::string::npos);
    CHECK(two("{intensity: 50 gCO2e/kWh}", "{intensity: 60 gCO2e/kWh, gas: CO2}").find("cannot be mixed") !=
          std::string::npos);
    CHECK(two("{intensity: 50 gCO2e/kWh}", cycle) == "");
    // The short forms.
    CHECK(two("{intensity: 5 gCO2e/kWh, basis: co2_only}",
              "{intensity: 6 gCO2e/kWh, basis: combustion, gas: CO2}") == "");
    CHECK(two("{intensity: 5 gCO2e/kWh, basis: marginal}", "{intensity: 6 gCO2e/kWh, kind: marginal}") == "");
    CHECK(two("{region: FRA, basis: combustion}", "FRA")
              .find("`basis` is allowed only together with `intensity`") != std::string::npos);
}
