// ACT by hand, with the inputs of its Dell R740 experiment. Energy in J, area in m2, information in bytes.
#include "models/physics/act.hpp"

#include <doctest/doctest.h>

#include "models/physics/recorded.hpp"

namespace act = lca::physics::act;

TEST_CASE("act: a good area carries the bad one, and a die its packages") {
    // 28 nm, coal: (820 g/kWh x 0.9 kWh/cm2 + 175 + 500) / 0.875 = 1413 / 0.875 = 1614.857 g/cm2.
    lca::test::Recorded with;
    const auto area = act::carbon_per_area(
        with.of<unit::ImpactPerEnergy>(0.820 / 3.6e6), with.of<unit::EnergyPerArea>(0.9 * 3.6e6 / 1e-4),
        with.of<unit::ImpactPerArea>(0.175 / 1e-4), with.of<unit::ImpactPerArea>(0.500 / 1e-4),
        with.of<unit::None>(0.875));
    CHECK(with.value(area) * 1e-4 == doctest::Approx(1.614857).epsilon(1e-6));
    // 6.98 cm2 of it: 11.27170 kg; with two packages of 150 g 11.57170 kg, and two of those 23.14 kg, as
    // printed.
    const auto die = act::logic_die(with.of<unit::Area>(6.98e-4), area);
    CHECK(with.value(die) == doctest::Approx(11.27170).epsilon(1e-6));
    const auto packaged = act::packaged(die, with.of<unit::None>(2), with.of<unit::Impact>(0.150));
    CHECK(with.value(packaged) == doctest::Approx(11.57170).epsilon(1e-6));
}

TEST_CASE("act: memory by capacity") {
    // 36 GB x 600 g/GB / 0.875 = 24.68571 kg; with 19 packages of 150 g 27.53571 kg, twelve of which are
    // 330.43 kg.
    lca::test::Recorded with;
    const auto dies = act::memory_or_storage_impact(with.of<unit::Information>(36e9),
                                                    with.of<unit::ImpactPerInformation>(0.600 / 1e9),
                                                    with.of<unit::None>(0.875));
    CHECK(with.value(dies) == doctest::Approx(24.68571).epsilon(1e-6));
    const auto module = act::packaged(dies, with.of<unit::None>(19), with.of<unit::Impact>(0.150));
    CHECK(12 * with.value(module) == doctest::Approx(330.4286).epsilon(1e-6));
}
