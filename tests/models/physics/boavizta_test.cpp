// Boavizta's Dell R740 by hand: area in m2, information in bytes, impacts in kgCO2e.
#include "models/physics/boavizta.hpp"

#include <doctest/doctest.h>

#include "models/physics/recorded.hpp"

namespace boavizta = lca::physics::boavizta;

TEST_CASE("boavizta: a processor is its package and its silicon") {
    // 294 mm2 x 0.0197 kg/mm2 = 5.7918 kg; with 9.14 kg 14.9318 kg.
    lca::test::Recorded with;
    const auto dies =
        boavizta::processor_dies(with.of<unit::Area>(294e-6), with.of<unit::ImpactPerArea>(0.0197 / 1e-6));
    CHECK(with.value(dies) == doctest::Approx(5.7918));
    CHECK(with.value(boavizta::processor(with.of<unit::Impact>(9.14), dies)) == doctest::Approx(14.9318));
}

TEST_CASE("boavizta: memory by the silicon and the number of its modules") {
    // 384 GB / 1.79 GB/cm2 = 214.525 cm2, x 2.2 = 471.955 kg; 384 / 32 = 12 modules x 5.22 = 62.64 kg.
    lca::test::Recorded with;
    const auto capacity = with.of<unit::Information>(384e9);
    const auto area = boavizta::silicon(capacity, with.of<boavizta::InformationPerArea>(1.79e9 / 1e-4));
    CHECK(with.value(area) * 1e4 == doctest::Approx(214.5251).epsilon(1e-6));
    const auto dies = boavizta::term(with.of<unit::ImpactPerArea>(2.2 / 1e-4), area);
    CHECK(with.value(dies) == doctest::Approx(471.9553).epsilon(1e-6));
    const auto modules = boavizta::pieces(capacity, with.of<unit::Information>(32e9));
    CHECK(with.value(modules) == doctest::Approx(12));
    CHECK(with.value(boavizta::term(with.of<unit::Impact>(5.22), modules)) == doctest::Approx(62.64));
}

TEST_CASE("boavizta: a server is the sum of what is in it") {
    // Two dies of 588 mm2: 1176 mm2 x 0.0197 = 23.1672 kg. Two supplies of 2.99 kg: 5.98 x 24.3 = 145.314 kg.
    // Case 150 kg, so 318.4812 kg.
    lca::test::Recorded with;
    const auto silicon = boavizta::silicon(with.of<unit::None>(2), with.of<unit::Area>(588e-6));
    const auto dies = boavizta::term(with.of<unit::ImpactPerArea>(0.0197 / 1e-6), silicon);
    const auto mass = boavizta::mass(with.of<unit::None>(2), with.of<unit::Mass>(2.99));
    const auto supplies = boavizta::term(with.of<boavizta::ImpactPerMass>(24.3), mass);
    CHECK(with.value(dies) == doctest::Approx(23.1672));
    CHECK(with.value(supplies) == doctest::Approx(145.314));
    CHECK(with.value(boavizta::server({dies, supplies, with.of<unit::Impact>(150)})) ==
          doctest::Approx(318.4812));
}
