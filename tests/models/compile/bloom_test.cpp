// The language page's own file, unchanged: BLOOM's final training (Luccioni et al. 2023, tables 1 to 4).
#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"

namespace {

const char* const bloom = R"(
parameters:
  gpu_time: 1082990 GPU*h
  lifetime:
    value: 6 yr
    uncertainty: {distribution: triangular, low: 4 yr, high: 8 yr}
    source: "section 4.1, replacement rate given by IDRIS"
sites:
  idris:
    grid: {intensity: 57 gCO2e/kWh}
    pue: 1.0
systems:
  jean_zay:
    site: idris
    nodes: 48 node
    node:
      - {hardware: hpe-apollo-6500-gen10-plus}
      - {hardware: nvidia-a100-sxm4-80gb, count: 8}
    lifetime: =lifetime
    utilisation: 85 %
activities:
  final_training:
    stage: training
    system: jean_zay
    device_time: =gpu_time
    dynamic: {power: 400 W}
    idle:
      infrastructure: {power: 27 kW}
      idle_nodes: {power: 64 kW}
what_if:
  warm_datacentre:
    set: {sites.idris.pue: 1.2}
)";

}  // namespace

TEST_CASE("BLOOM: the paper's numbers, from its own inputs") {
    const auto run = lca::test::run(bloom);
    CHECK(run.messages == "");
    // 1,082,990 GPU*h x 0.4 kW
    CHECK(run.kwh("final_training.dynamic") == doctest::Approx(433196.0));
    CHECK(run.kg("final_training.dynamic") == doctest::Approx(433196.0 * 0.057));
    // (27 + 64) kW x 1,082,990 / 384 h = 256,646.07 kWh
    CHECK(run.kwh("final_training.idle") == doctest::Approx(91 * 1082990.0 / 384));
    CHECK(run.kg("final_training.idle.infrastructure") == doctest::Approx(27 * 1082990.0 / 384 * 0.057));
    CHECK(run.kg("final_training.idle.idle_nodes") == doctest::Approx(64 * 1082990.0 / 384 * 0.057));
    // 2500 kg / (6 x 8760 h x 0.85) x 1,082,990/8 h = 7575.3 kg; 8 x 150 kg likewise: 3636.2 kg
    CHECK(run.kg("final_training.embodied.hpe-apollo-6500-gen10-plus") ==
          doctest::Approx(2500 / (6 * 8760 * 0.85) * 1082990 / 8));
    CHECK(run.kg("final_training.embodied.nvidia-a100-sxm4-80gb") ==
          doctest::Approx(150 / (6 * 8760 * 0.85) * 1082990));
    // 24,692.172 + 14,628.826 + 7575.306 + 3636.147
    CHECK(run.kg("total") == doctest::Approx(50532.451).epsilon(0.001 / 50532));
    CHECK(run.kwh("total") == doctest::Approx(433196 + 91 * 1082990.0 / 384));
    CHECK_FALSE(run.assessed("total.water"));
    CHECK(run.gaps("total") == "");
}

TEST_CASE("BLOOM: a PUE of 1.2 multiplies all electricity") {
    const auto run = lca::test::run(bloom, "warm_datacentre");
    CHECK(run.kg("final_training.dynamic") == doctest::Approx(433196.0 * 0.057 * 1.2));
    CHECK(run.kg("final_training.idle") == doctest::Approx(91 * 1082990.0 / 384 * 0.057 * 1.2));
}
