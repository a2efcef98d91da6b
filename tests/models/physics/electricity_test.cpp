// From computers to impacts by hand. Energy in J; water is an impact in m3.
#include "models/physics/electricity.hpp"

#include <doctest/doctest.h>

#include "models/physics/recorded.hpp"

TEST_CASE("electricity: PUE from computers to the facility and back, and the impact of it") {
    // 433.196 MWh x 1.2 = 519.8352 MWh; at 57 g/kWh 29.6306 t (Luccioni et al. 2023, Table 4: 30 t).
    lca::test::Recorded with;
    const auto pue = with.of<unit::None>(1.2);
    const auto facility = physics::facility_energy(with.of<unit::Energy>(433196 * kwh), pue);
    CHECK(with.value(facility) / kwh == doctest::Approx(519835.2));
    CHECK(with.value(physics::it_energy(facility, pue)) / kwh == doctest::Approx(433196));
    const auto impact = physics::impact_of_supply(facility, with.of<unit::ImpactPerEnergy>(0.057 / kwh));
    CHECK(with.value(impact) == doctest::Approx(29630.6064));
}

TEST_CASE("electricity: water on site and of generation") {
    // Li et al., Table 1, US average: 1287 MWh x 0.550 L/kWh = 707.85 m3; 1287 x 1.17 x 3.142 = 4731.192 m3;
    // together 5.439 million litres, as printed.
    lca::test::Recorded with;
    const auto it = with.of<unit::Energy>(1287000 * kwh);
    const auto facility = physics::facility_energy(it, with.of<unit::None>(1.17));
    const auto on_site = physics::on_site_water(it, with.of<unit::ImpactPerEnergy>(0.550e-3 / kwh));
    const auto supply = physics::impact_of_supply(facility, with.of<unit::ImpactPerEnergy>(3.142e-3 / kwh));
    CHECK(with.value(on_site) == doctest::Approx(707.85));
    CHECK(with.value(supply) == doctest::Approx(4731.19218));
    CHECK(with.value(physics::water(supply, on_site)) == doctest::Approx(5439.04218));
}

TEST_CASE("electricity: losses make a delivered kWh dearer") {
    // At 7 % losses 93 % arrive: 465 g per generated kWh are 500 g per delivered one.
    lca::test::Recorded with;
    const auto delivered = physics::share_delivered(with.of<unit::None>(0.07));
    CHECK(with.value(delivered) == doctest::Approx(0.93));
    const auto generated = with.of<unit::ImpactPerEnergy>(0.465 / kwh);
    CHECK(with.value(physics::per_delivered(generated, delivered)) * kwh == doctest::Approx(0.5));
}

TEST_CASE("electricity: the shares of a mix that is rounded make a whole") {
    // 60 % coal at 820 g and 39.6 % wind at 11 g: (492 + 4.356) / 0.996 = 498.3494 g/kWh.
    lca::test::Recorded with;
    const auto coal = with.of<unit::None>(0.6), wind = with.of<unit::None>(0.396);
    const auto of_coal = physics::of_source(coal, with.of<unit::ImpactPerEnergy>(0.820 / kwh));
    const auto of_wind = physics::of_source(wind, with.of<unit::ImpactPerEnergy>(0.011 / kwh));
    CHECK(with.value(of_coal) * kwh == doctest::Approx(0.492));
    const lca::Expr<unit::ImpactPerEnergy> all = of_coal + of_wind;
    const lca::Expr<unit::None> shares = coal + wind;
    CHECK(with.value(physics::mix_intensity(all, shares)) * kwh == doctest::Approx(0.4983494).epsilon(1e-6));
}
