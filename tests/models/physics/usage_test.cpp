// How long devices, nodes and systems are used, by hand. Times in s.
#include "models/physics/usage.hpp"

#include <doctest/doctest.h>

#include "models/physics/recorded.hpp"

TEST_CASE("usage: devices, nodes and the system by each other") {
    // 384 GPUs for 100 h: 38,400 GPU*h, on nodes of 8 4,800 node*h, and 48 nodes are taken for 100 h.
    lca::test::Recorded with;
    const auto devices = with.of<unit::Accelerators>(384);
    const auto in_a_node = with.of<unit::DevicesPerNode>(8);
    const auto nodes = with.of<unit::Nodes>(48);
    const auto devices_time = physics::device_time(devices, with.of<unit::Time>(100 * hour));
    CHECK(with.value(devices_time) / hour == doctest::Approx(38400));
    const auto nodes_time = physics::node_time(devices_time, in_a_node);
    CHECK(with.value(nodes_time) / hour == doctest::Approx(4800));
    CHECK(with.value(physics::device_time(nodes_time, in_a_node)) / hour == doctest::Approx(38400));
    const auto time = physics::system_time(nodes_time, nodes);
    CHECK(with.value(time) / hour == doctest::Approx(100));
    CHECK(with.value(physics::node_time(nodes, time)) / hour == doctest::Approx(4800));
    CHECK(with.value(physics::duration(devices_time, devices)) / hour == doctest::Approx(100));
}

TEST_CASE("usage: training by its operations") {
    // 3.12e23 operations at 40 % of 312 Tflop/s: 3.12e23 / 1.248e14 = 2.5e9 GPU*s.
    lca::test::Recorded with;
    const auto peak = physics::peak_of_each(with.of<unit::Throughput>(312e12));
    CHECK(with.value(physics::device_time(with.of<unit::Operations>(3.12e23), with.of<unit::None>(0.4),
                                          peak)) == doctest::Approx(2.5e9));
}

TEST_CASE("usage: requests by their rate") {
    // 5 a second for an hour: 18,000.
    lca::test::Recorded with;
    CHECK(with.value(physics::requests(with.of<unit::RequestRate>(5), with.of<unit::Time>(hour))) ==
          doctest::Approx(18000));
}
