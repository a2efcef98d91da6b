// Energy of devices, nodes and requests by hand. Power in W, time in s, energy in J.
#include "models/physics/energy.hpp"

#include <doctest/doctest.h>

#include "models/physics/recorded.hpp"

TEST_CASE("energy: power over the time of devices, nodes and a whole system") {
    // BLOOM: 1,082,990 GPU*h x 400 W = 433,196 kWh (Luccioni et al. 2023, Table 1).
    lca::test::Recorded with;
    const auto each = physics::power_of_each<unit::Accelerators>(with.of<unit::Power>(400));
    CHECK(with.value(physics::energy(each, with.of<unit::DeviceTime>(1082990 * hour))) / kwh ==
          doctest::Approx(433196));
    // Hosts of 1.5 kW for 20 node*h: 30 kWh. A system of 27 kW for 10 h: 270 kWh.
    CHECK(with.value(physics::energy(with.of<unit::PowerPerNode>(1500), with.of<unit::NodeTime>(20 * hour))) /
              kwh ==
          doctest::Approx(30));
    CHECK(with.value(physics::energy(with.of<unit::Power>(27000), with.of<unit::Time>(10 * hour))) / kwh ==
          doctest::Approx(270));
}

TEST_CASE("energy: so much for each request and each token") {
    // 0.3 Wh x 1000 requests = 0.3 kWh; 4 J x 900,000 tokens = 1 kWh.
    lca::test::Recorded with;
    CHECK(with.value(
              physics::energy(with.of<unit::EnergyPerRequest>(0.3 * hour), with.of<unit::Requests>(1000))) /
              kwh ==
          doctest::Approx(0.3));
    CHECK(with.value(physics::energy(with.of<unit::EnergyPerToken>(4), with.of<unit::Tokens>(900000))) /
              kwh ==
          doctest::Approx(1));
}

TEST_CASE("energy: the power of a card at a load and of a system by what is in it") {
    // 700 W at 80 %: 560 W. 48 nodes of 8 cards of 60 W: 23,040 W; of 480 W a node: the same.
    lca::test::Recorded with;
    CHECK(with.value(physics::power_at_load(with.of<unit::Power>(700), with.of<unit::None>(0.8))) ==
          doctest::Approx(560));
    const auto nodes = with.of<unit::Nodes>(48);
    CHECK(with.value(physics::system_power(with.of<unit::PowerPerDevice>(60),
                                           with.of<unit::DevicesPerNode>(8), nodes)) ==
          doctest::Approx(23040));
    CHECK(with.value(physics::system_power(with.of<unit::PowerPerNode>(480), nodes)) ==
          doctest::Approx(23040));
}

TEST_CASE("energy: idle as a share of all, and within a measured figure") {
    // Luccioni et al. 2023, Table 2: idle 64 of 64 + 109 kW: a share of 0.369942, and 64 / 109 = 0.587156 of
    // dynamic.
    lca::test::Recorded with;
    const auto share = with.of<unit::None>(64.0 / 173);
    CHECK(with.value(physics::idle_over_dynamic(share)) == doctest::Approx(0.587156).epsilon(1e-6));
    CHECK(with.value(physics::without_idle(with.of<unit::Energy>(173), with.of<unit::Energy>(64))) == 109);
}

TEST_CASE("energy: a server's power between idle and its maximum") {
    // p4d.24xlarge at 40 %: 744.8 + 0.4 x (5245 - 744.8) = 2544.88 W.
    lca::test::Recorded with;
    CHECK(with.value(physics::power_at_load(with.of<unit::Power>(5245), with.of<unit::Power>(744.8),
                                            with.of<unit::None>(0.4))) == doctest::Approx(2544.88));
}
