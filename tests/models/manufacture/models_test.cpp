// Models of manufacture against the worked cases of their publications, and what their inputs must say.
#include <doctest/doctest.h>

#include <string>

#include "models/compile/run_text.hpp"

using lca::test::Run;
using lca::test::run;

namespace {

/// `count` of a thing embodied as `embodied` says, all of it carried by one activity.
Run made(const std::string& embodied, int count = 1, const std::string& more = "") {
    return run(
        "hardware:\n  thing: {kind: other, embodied: " + embodied + more +
        "}\n"
        "systems:\n  s: {site: {pue: 1}, nodes: 1 node, node: [{hardware: thing, count: " +
        std::to_string(count) +
        "}]}\n"
        "activities:\n  job: {stage: other, system: s, node_time: 1 node*h, dynamic: none, idle: none, "
        "embodied: {allocation: full}}\n");
}

double kilograms(const Run& it) {
    INFO(it.messages);
    REQUIRE(it.result);
    return it.kg("job.embodied.thing");
}

}  // namespace

TEST_CASE("server: Boavizta's Dell R740") {
    // Two dies of 24 x 24.5 mm2: 2 x (9.14 + 588 x 0.0197) = 41.447. Memory: 384 / 1.79 x 2.2 + 12 x 5.22 =
    // 534.595. Drive: 400 / 50.6 x 2.2 + 6.34 = 23.731. Supplies: 2 x 2.99 x 24.3 = 145.314. And 150 + 66.1
    // + 6.68.
    const Run it = made(
        "{model: server, case: rack, cpus: 2, cpu_die: 588 mm2, memory: 384 GB, memory_density: 1.79 GB/cm2, "
        "ssd: 400 GB, ssd_drive: 400 GB, ssd_density: 50.6 GB/cm2}");
    CHECK(kilograms(it) == doctest::Approx(967.868).epsilon(1e-6));
    // Printed: 967.9 kgCO2e, 12,870 MJ, 0.1492 kgSbe.
    CHECK(it.kg("job.embodied.thing.primary_energy") == doctest::Approx(12867.5).epsilon(1e-5));
    CHECK(it.kg("job.embodied.thing.adpe") == doctest::Approx(0.149188).epsilon(1e-5));
}

TEST_CASE("server: hosts of cloud instances, with the catalogue's densities and modules") {
    // Published for p5.48xlarge: 5,652 kg, 71,466 MJ, 0.3656 kgSbe; EcoLogits rounds to 5,700.
    const Run p5 = made(
        "{model: server, case: rack, cpus: 2, cpu_die: 1064 mm2, memory: 2048 GB, ssd: 30.4 TB, ssd_drive: "
        "3.8 TB}");
    CHECK(kilograms(p5) == doctest::Approx(5652.48).epsilon(1e-5));
    CHECK(p5.kg("job.embodied.thing.primary_energy") == doctest::Approx(71466).epsilon(1e-4));
    CHECK(p5.kg("job.embodied.thing.adpe") == doctest::Approx(0.3656).epsilon(1e-3));
    // p4de.24xlarge: 3,010 kg and 38,398 MJ.
    const Run p4de = made(
        "{model: server, case: rack, cpus: 2, cpu_die: 694 mm2, memory: 1152 GB, ssd: 8 TB, ssd_drive: 1 "
        "TB}");
    CHECK(kilograms(p4de) == doctest::Approx(3010).epsilon(2e-4));
    CHECK(p4de.kg("job.embodied.thing.primary_energy") == doctest::Approx(38398).epsilon(2e-4));
}

TEST_CASE("processor: Boavizta's twelve cores") {
    // 9.14 + 294 x 0.0197 = 14.9318 kg, 156 + 294 x 0.265 = 233.91 MJ.
    const Run it = made("{model: processor, area: 294 mm2}");
    CHECK(kilograms(it) == doctest::Approx(14.9318));
    CHECK(it.kg("job.embodied.thing.primary_energy") == doctest::Approx(233.91));
    CHECK(kilograms(made("{model: processor}", 2, ", die: {area: 294 mm2}")) == doctest::Approx(2 * 14.9318));
    CHECK(made("{model: processor}").messages.find("needs `area`") != std::string::npos);
}

TEST_CASE("server: what is not listed is not in it") {
    // 145.314 + 150 + 66.1 + 6.68 = 368.094, and 31.11 for each disk; a blade has 85.9 in place of 150.
    CHECK(kilograms(made("{model: server, case: rack}")) == doctest::Approx(368.094));
    CHECK(kilograms(made("{model: server, case: rack, hdds: 4}")) == doctest::Approx(368.094 + 4 * 31.11));
    CHECK(kilograms(made("{model: server, case: blade}")) == doctest::Approx(303.994));
    CHECK(kilograms(made("{model: server, case: rack, power_supplies: 4, power_supply_mass: 2 kg}")) ==
          doctest::Approx(4 * 2 * 24.3 + 222.78));
}

TEST_CASE("server: a processor has silicon, and the case is said") {
    CHECK(
        made("{model: server, case: rack, cpus: 2}").messages.find("needs the die area of its processors") !=
        std::string::npos);
    CHECK(made("{model: server, case: rack, cpu_die: 2 cm2}").messages.find("number of processors") !=
          std::string::npos);
    CHECK(made("{model: server}").messages.find("case") != std::string::npos);
    CHECK(made("{model: server, case: tower}").messages.find("rack") != std::string::npos);
    CHECK(made("{model: server, case: rack, memory: 1 kg}").messages.find("information") !=
          std::string::npos);
}

TEST_CASE("capacity: ACT's Dell R740") {
    // Memory: 12 x (36 GB x 600 g / 0.875 + 19 x 150 g) = 330.43 kg.
    CHECK(kilograms(
              made("{model: capacity, capacity: 36 GB, technology: ddr3-50nm, yield: 87.5 %, packages: 19}",
                   12)) == doctest::Approx(330.43).epsilon(1e-5));
    // The 400 GB drive: (400 x 31 + 68 x 600) / 0.875 + 13 x 150 = 62.75 kg: flash with its packages, and
    // memory.
    const std::string flash =
        "{model: capacity, capacity: 400 GB, technology: nand-30nm, yield: 87.5 %, packages: 13}";
    const std::string memory =
        "{model: capacity, capacity: 68 GB, technology: ddr3-50nm, yield: 87.5 %, packages: 0}";
    CHECK(kilograms(made(flash)) + kilograms(made(memory)) == doctest::Approx(62.75).epsilon(1e-4));
}

TEST_CASE("capacity: the paper's equation has no yield, a rate may be the file's own") {
    CHECK(kilograms(made("{model: capacity, technology: ddr4-10nm, packages: 0}", 1, ", memory: 64 GB")) ==
          doctest::Approx(64 * 0.065));
    CHECK(kilograms(made("{model: capacity, capacity: 1 TB, rate: 0.16 kgCO2e/GB, packages: 2}")) ==
          doctest::Approx(160.3));
}

TEST_CASE("capacity: what is missing or unknown is said") {
    CHECK(made("{model: capacity, technology: ddr4-10nm, packages: 0}").messages.find("needs `capacity`") !=
          std::string::npos);
    CHECK(made("{model: capacity, capacity: 1 GB, packages: 0}")
              .messages.find("needs `technology` or `rate`") != std::string::npos);
    const std::string unknown =
        made("{model: capacity, capacity: 1 GB, technology: ddr4-10mm, packages: 0}").messages;
    CHECK(unknown.find("no `rate` for ddr4-10mm") != std::string::npos);
    CHECK(unknown.find("ddr3-50nm") != std::string::npos);
    CHECK(unknown.find("did you mean `ddr4-10nm`?") != std::string::npos);
    CHECK(made("{model: capacity, capacity: 1 GB, technology: lpddr4}").messages.find("packages") !=
          std::string::npos);
}

TEST_CASE("act: dies of an A100 and an H100 by the project's constants") {
    // 8.26 cm2 x (583 x 2.15 + 275 + 500) / 0.875 g + 150 g; CPA 2,318.2 g/cm2 at 7 nm, 2,778.0 at 5 nm.
    CHECK(kilograms(made("{model: act, area: 826 mm2, process: 7 nm, packages: 0}")) ==
          doctest::Approx(8.26 * 2.31823).epsilon(1e-5));
    CHECK(kilograms(made("{model: act, area: 814 mm2, process: 5 nm, packages: 0}")) ==
          doctest::Approx(8.14 * 2.778).epsilon(1e-5));
}

TEST_CASE("board: cards whose assessment is known, and how far the model is off") {
    // A100: 8.26 cm2 x (2.15 x 0.583 + 0.275 + 0.5) / 0.875 + 0.15 = 19.30 kg; 40 x 2.2 = 88; and 26.2.
    const Run a100 = made("{model: board, area: 826 mm2, process: 7 nm, memory: 40 GB, memory_kind: hbm}");
    CHECK(kilograms(a100) == doctest::Approx(133.50).epsilon(1e-4));
    CHECK(kilograms(a100) / 127.6 == doctest::Approx(1.05).epsilon(0.005));  // Falk et al. 2025
    // H200: 8.14 cm2 x (2.75 x 0.583 + 0.3275 + 0.5) / 0.875 + 0.15 = 22.76 kg; 141 x 2.2 = 310.2.
    const Run h200 =
        made("{model: board, memory_kind: hbm}", 1, ", memory: 141 GB, die: {area: 814 mm2, process: 5 nm}");
    CHECK(kilograms(h200) == doctest::Approx(359.16).epsilon(1e-4));
    CHECK(kilograms(h200) / 364 == doctest::Approx(0.99).epsilon(0.005));  // ADEME 2026
    // H100: 22.76 + 80 x 2.2 + 26.2, and B200 with two such dies: 45.38 + 180 x 2.2 + 26.2.
    const Run h100 = made("{model: board, area: 814 mm2, process: 5 nm, memory: 80 GB, memory_kind: hbm}");
    CHECK(kilograms(h100) == doctest::Approx(224.96).epsilon(1e-4));
    CHECK(kilograms(h100) / 164 == doctest::Approx(1.37).epsilon(0.005));  // NVIDIA's own footprint
    const Run b200 = made("{model: board, area: 1628 mm2, process: 5 nm, memory: 180 GB, memory_kind: hbm}");
    CHECK(kilograms(b200) == doctest::Approx(467.58).epsilon(1e-4));
    CHECK(kilograms(b200) / 284.25 == doctest::Approx(1.64).epsilon(0.005));  // NVIDIA's own footprint
    // L4, whose memory is not stacked: 2.94 cm2 x 2.778 + 0.15 = 8.32 kg; 24 x 1.5 = 36; and 26.2.
    const Run l4 = made("{model: board, area: 294 mm2, process: 5 nm, memory: 24 GB, memory_kind: gddr}");
    CHECK(kilograms(l4) == doctest::Approx(70.52).epsilon(1e-4));
    CHECK(kilograms(l4) / 57.48 == doctest::Approx(1.23).epsilon(0.005));  // assessed for ADEME
    // GTX 1080 Ti: 4.71 cm2 x (1.2 x 0.583 + 0.1625 + 0.5) / 0.875 + 0.15 = 7.48 kg; 11 x 1.5 = 16.5.
    const Run gtx = made("{model: board, area: 471 mm2, process: 14 nm, memory: 11 GB, memory_kind: gddr}");
    CHECK(kilograms(gtx) == doctest::Approx(50.18).epsilon(1e-4));
    CHECK(kilograms(gtx) / 73.12 == doctest::Approx(0.69).epsilon(0.01));  // assessed for ADEME
}

TEST_CASE("board: the rate is that of the kind of memory, unless one is stated") {
    CHECK(
        kilograms(made("{model: board, area: 1 cm2, process: 7 nm, memory: 10 GB, memory_rate: 1 kgCO2e/GB, "
                       "board: 5 kgCO2e}")) == doctest::Approx(2.0284500 / 0.875 + 0.15 + 10 + 5));
    CHECK(made("{model: board, area: 1 cm2, process: 7 nm, memory_kind: hbm}")
              .messages.find("needs `memory`") != std::string::npos);
    CHECK(made("{model: board, process: 7 nm, memory: 1 GB, memory_kind: hbm}")
              .messages.find("model board needs `area`") != std::string::npos);
    CHECK(kilograms(made("{model: board, area: 1 cm2, process: 7 nm, memory: 10 GB, board: 0 kgCO2e}")) ==
          doctest::Approx(2.0284500 / 0.875 + 0.15 + 10 * 2.2));  // stacked, where it is not stated
    const Run other = made("{model: board, area: 1 cm2, process: 7 nm, memory: 1 GB, memory_kind: ddr}");
    CHECK(other.messages.find("the model has no `memory_rate` for ddr") != std::string::npos);
}
