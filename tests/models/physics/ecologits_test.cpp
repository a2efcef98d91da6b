// EcoLogits by hand: energy in J, time in s, information in bits.
#include "models/physics/ecologits.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "models/physics/recorded.hpp"

namespace ecologits = lca::physics::ecologits;
using ecologits::TimePerToken;

TEST_CASE("ecologits: energy of a GPU a token falls with the batch") {
    lca::test::Recorded with;
    // 2 e^(-0.5 x 2) x 4 + 3 = 8 / e + 3.
    const auto round = ecologits::gpu_energy_per_token(
        with.of<unit::EnergyPerToken>(2), with.of<unit::None>(-0.5), with.of<unit::EnergyPerToken>(3),
        with.of<unit::None>(4), with.of<unit::None>(2));
    CHECK(with.value(round) == doctest::Approx(8 / std::exp(1.0) + 3));
    // 7.3 billion, a batch of 64: 1.16653e-6 x e^-0.71718 x 7.3 + 4.05293e-5 = 4.4686e-5 Wh.
    const auto published =
        ecologits::gpu_energy_per_token(with.of<unit::EnergyPerToken>(1.1665273170451914e-06 * 3600),
                                        with.of<unit::None>(-0.011205921025579175),
                                        with.of<unit::EnergyPerToken>(4.052928146734005e-05 * 3600),
                                        with.of<unit::None>(7.3), with.of<unit::None>(64));
    CHECK(with.value(published) / 3600 == doctest::Approx(4.4686e-5).epsilon(1e-4));
}

TEST_CASE("ecologits: time a token rises with model and batch") {
    lca::test::Recorded with;
    // 0.5 x 4 + 0.25 x 8 + 1 = 5.
    const auto time =
        ecologits::time_per_token(with.of<TimePerToken>(0.5), with.of<TimePerToken>(0.25),
                                  with.of<TimePerToken>(1), with.of<unit::None>(4), with.of<unit::None>(8));
    CHECK(with.value(time) == doctest::Approx(5));
}

TEST_CASE("ecologits: GPUs are a power of two that holds the model") {
    struct Row {
        double billions, gpus;
    };
    // 1.2 x parameters x 2 bytes on memories of 80 GB: 7.3 takes 0.2, 46.7 takes 1.4, 123 takes 3.7, 176
    // takes 5.3. A memory and its powers of two are full at 33.33, 66.67, ... billion.
    for (const Row& row :
         {Row{7.3, 1}, Row{33.3, 1}, Row{33.4, 2}, Row{46.7, 2}, Row{66.6, 2}, Row{66.7, 4}, Row{123, 4},
          Row{176, 8}, Row{266.6, 8}, Row{266.7, 16}, Row{1066, 32}, Row{1067, 64}, Row{2133, 64}}) {
        CAPTURE(row.billions);
        lca::test::Recorded with;
        const auto gpus =
            ecologits::gpus(with.of<unit::None>(row.billions * 1e9), with.of<unit::Information>(16),
                            with.of<unit::None>(1.2), with.of<unit::Information>(80e9 * 8));
        CHECK(with.value(gpus) == row.gpus);
    }
}

TEST_CASE("ecologits: a server by the share of its GPUs, over a batch") {
    lca::test::Recorded with;
    // 1200 W x 5 s x 1 / 8 / 64.
    const auto energy =
        ecologits::server_energy(with.of<unit::Power>(1200), with.of<unit::Time>(5), with.of<unit::None>(1),
                                 with.of<unit::None>(8), with.of<unit::None>(64));
    CHECK(with.value(energy) == doctest::Approx(11.71875));
}
