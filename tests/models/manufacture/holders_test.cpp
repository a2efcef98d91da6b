// Hardware that occurs twice in a system, and hardware in hardware in hardware.
#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"

using lca::test::run;

namespace {

/// Four nodes that are taken for 40 node*h, so for 10 h of the system.
lca::test::Run on_cluster(const std::string& parts, const std::string& embodied) {
    return run(R"(
hardware:
  box: {kind: server, lifetime: 100 h, embodied: )" +
               embodied + R"(}
systems:
  cluster: {site: {pue: 1}, nodes: 4 node, )" +
               parts + R"(}
activities:
  job: {stage: training, system: cluster, node_time: 40 node*h, dynamic: none, idle: none}
)");
}

}  // namespace

TEST_CASE("embodied: the same hardware in a node and shared counts twice, in one line") {
    const std::string both = "node: [{hardware: box}], shared: [{hardware: box}]";
    // In the nodes 100 kg / 100 h x 40 node*h = 40 kg, shared 100 kg / 100 h x 10 h = 10 kg.
    const auto job = on_cluster(both, "[100 kgCO2e, 20 L]");
    CHECK(job.model);  // warnings of short lifetimes are not faults
    CHECK(job.kg("job.embodied.box") == doctest::Approx(50));
    CHECK(job.kg("total") == doctest::Approx(50));
    CHECK(job.litres("total") == doctest::Approx(10));
    // Two life-cycle stages, of 80 kg and 20 kg.
    const auto staged = on_cluster(both, "{manufacturing: 80 kgCO2e, transport: 20 kgCO2e}");
    CHECK(staged.kg("job.embodied.box.manufacturing") == doctest::Approx(40));
    CHECK(staged.kg("job.embodied.box.transport") == doctest::Approx(10));
    CHECK(staged.kg("total") == doctest::Approx(50));
}

TEST_CASE("embodied: the same hardware twice in a node, and twice shared, counts twice") {
    CHECK(on_cluster("node: [{hardware: box}, {hardware: box, count: 2}]", "100 kgCO2e").kg("total") ==
          doctest::Approx(120));
    // 10 kg, and 100 kg / 50 h x 10 h = 20 kg for the one that is replaced twice as often.
    CHECK(
        on_cluster("shared: [{hardware: box}, {hardware: box, lifetime: 50 h}]", "100 kgCO2e").kg("total") ==
        doctest::Approx(30));
}

TEST_CASE("embodied: a part without a lifetime of its own is kept as long as the nearest thing it is in") {
    const auto job = run(R"(
hardware:
  rack: {kind: server, lifetime: 400 h, embodied: 400 kgCO2e, parts: [{hardware: board}, {hardware: frame}]}
  board: {kind: other, lifetime: 200 h, embodied: 40 kgCO2e, parts: [{hardware: chip}]}
  frame: {kind: other, embodied: 80 kgCO2e, parts: [{hardware: screw}]}
  chip: {kind: cpu, embodied: 10 kgCO2e}
  screw: {kind: other, embodied: 4 kgCO2e}
systems:
  cluster: {site: {pue: 1}, nodes: 1 node, node: [{hardware: rack}]}
activities:
  job: {stage: training, system: cluster, node_time: 100 node*h, dynamic: none, idle: none}
)");
    CHECK(job.model);  // warnings of short lifetimes are not faults
    CHECK(job.kg("job.embodied.rack") == doctest::Approx(400.0 / 400 * 100));
    CHECK(job.kg("job.embodied.board") == doctest::Approx(40.0 / 200 * 100));
    CHECK(job.kg("job.embodied.chip") == doctest::Approx(10.0 / 200 * 100));  // as the board, not as the rack
    CHECK(job.kg("job.embodied.frame") == doctest::Approx(80.0 / 400 * 100));
    CHECK(job.kg("job.embodied.screw") == doctest::Approx(4.0 / 400 * 100));  // the frame has none either
}
