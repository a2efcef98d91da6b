// Which of several figures holds: what the site states, then its data centre, then its grid.
#include <doctest/doctest.h>

#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "models/results/point_result.hpp"
#include "tests/lca/base/folder.hpp"

namespace {

constexpr std::string_view own_entries = R"(catalogue: 1
grids:
  wet/2024: {year: 2024, intensity: 30 gCO2e/kWh, water_intensity: 4 L/kWh, basis: life_cycle}
  other/2024: {year: 2024, intensity: 200 gCO2e/kWh, basis: life_cycle}
datacentres:
  own/2024: {name: Own, operator: Us, year: 2024, pue: 1.5, grid: wet/2024}
)";

/// The total of 10 kWh of IT energy at a site, with the catalogue entries above.
struct Total {
    double kg = 0, litres = 0;
    std::string messages;
};

Total total_at(const std::string& site) {
    lca::test::Folder folder;
    folder.with("own.yaml", own_entries);
    lca::Session session(lca::embedded_catalogue());
    session.add_hardware_db(folder.path());
    const auto document = session.load_text(
        "test.yaml",
        "lca: 1\ntitle: t\nsites: {here: " + site +
            "}\nactivities: {job: {stage: training, site: here, dynamic: {energy: 10 kWh}, idle: "
            "none, embodied: none}}\n");
    Total total;
    const auto model = document ? session.compile(document) : nullptr;
    total.messages = session.messages();
    REQUIRE_MESSAGE(model, total.messages);
    const lca::PointResult result(*model);
    total.kg = result.value("total").value.value_or(-1) / lca::measure(lca::index_of::climate).unit_in_base;
    total.litres =
        result.value("total.water").value.value_or(-1) / lca::measure(lca::index_of::water).unit_in_base;
    return total;
}

}  // namespace

TEST_CASE("site: the grid that the site states holds, not that of its data centre") {
    // 10 kWh x 1.5 = 15 kWh, at 30, 100 or 200 g.
    const Total centre = total_at("{datacentre: own/2024}");
    CHECK(centre.messages == "");
    CHECK(centre.kg == doctest::Approx(0.45));
    CHECK(total_at("{datacentre: own/2024, grid: {intensity: 100 gCO2e/kWh}}").kg == doctest::Approx(1.5));
    CHECK(total_at("{datacentre: own/2024, grid: other/2024}").kg == doctest::Approx(3));
    CHECK(total_at("{datacentre: own/2024, grid: {mix: {coal: 100 %}}}").kg == doctest::Approx(15 * 0.82));
}

TEST_CASE("site: the water intensity that the site states holds, not that of its grid") {
    const auto litres = [](const std::string& grid) {
        return total_at("{" + grid + ", pue: 1, wue: 0 L/kWh, water_intensity: 2 L/kWh}").litres;
    };
    CHECK(total_at("{grid: wet/2024, pue: 1, wue: 0 L/kWh}").litres == doctest::Approx(40));
    CHECK(litres("grid: wet/2024") == doctest::Approx(20));
    CHECK(litres("grid: {region: FRA, year: 2023}") == doctest::Approx(20));  // 3.6737 L/kWh are published
    CHECK(litres("grid: {mix: {nuclear: 100 %}}") == doctest::Approx(20));    // 2.544 L/kWh
    CHECK(litres("grid: {intensity: [1 gCO2e/kWh, 5 L/kWh]}") == doctest::Approx(20));
    CHECK(litres("datacentre: own/2024") == doctest::Approx(20));
}
