// The conservative check of capacity: it never passes where the full search finds an excess.
#include "models/results/capacity_screen.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace lca;

namespace {

/// Steps are numbered as their values stand.
struct Made {
    Capacity capacity;
    std::vector<double> values;
    std::vector<StepId> steps;

    StepId step(double value) {
        values.push_back(value);
        steps.push_back(static_cast<StepId>(values.size() - 1));
        return steps.back();
    }
    std::size_t found() const {
        return excesses(capacity, [this](StepId at) { return values.at(at); }).size();
    }
    bool is_within_capacity() const {
        return CapacityScreen(capacity, steps, values).is_within_capacity(values, values);
    }
};

/// 10 nodes of 8 devices for 1000 s; one activity of so many device seconds.
Made one(double device_time, double duration, double devices) {
    Made made;
    made.capacity.systems.push_back(
        {.id = "c", .nodes = made.step(10), .accelerators = made.step(8), .lifetime = made.step(1000)});
    CapacityUse use;
    use.devices = made.step(devices);
    use.device_time = made.step(device_time);
    use.duration = made.step(duration);
    use.charge = CapacityUse::EmbodiedAllocation::used_time;
    made.capacity.uses.push_back(use);
    return made;
}

}  // namespace

TEST_CASE("capacity at a glance: what fits is clear, what does not is not") {
    CHECK(one(800, 10, 80).is_within_capacity());
    CHECK_FALSE(one(800, 9, 80).is_within_capacity());   // 889 at a time of 80 for 9 s
    CHECK_FALSE(one(800, 10, 90).is_within_capacity());  // devices
    CHECK_FALSE(
        one(90'000, 5000, 8).is_within_capacity());  // 1125 s of the whole system, whose life is 1000 s
    CHECK_FALSE(one(1, 0, 1).is_within_capacity());
}

TEST_CASE("capacity at a glance: between two ends only where both do") {
    const Made low = one(100, 10, 8), high = one(800, 20, 80), long_lived = one(1'600, 20, 80);
    const CapacityScreen screen(low.capacity, low.steps, low.values);
    CHECK(screen.is_within_capacity(low.values, high.values));
    CHECK_FALSE(screen.is_within_capacity(low.values,
                                          long_lived.values));  // 1600 device seconds in 10 s would not fit
}

TEST_CASE("capacity at a glance: never clear where the search finds something") {
    std::mt19937 draw(7);  // NOLINT: the same numbers each time
    const auto between = [&draw](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(draw);
    };
    int found = 0, clear = 0;
    for (int n = 0; n < 20'000; ++n) {
        Made made;
        for (int s = 0; s < 2; ++s) {
            SystemCapacity system{.id = "c", .nodes = made.step(between(1, 20))};
            if (draw() % 4) system.accelerators = made.step(between(1, 9));
            if (draw() % 2) system.period = made.step(between(1, 100));
            if (draw() % 2) system.lifetime = made.step(between(1, 100));
            if (draw() % 2) system.utilisation = made.step(between(0.1, 1));
            made.capacity.systems.push_back(system);
        }
        for (std::uint32_t i = 0; i < 1 + draw() % 4; ++i) {
            CapacityUse use;
            use.activity = i;
            use.system = draw() % 2 == 0 ? 0 : 1;
            if (draw() % 2) use.devices = made.step(between(0, 100));
            if (draw() % 4) use.device_time = made.step(between(0, 1000));
            if (draw() % 2) use.node_time = made.step(between(0, 200));
            if (draw() % 4) use.duration = made.step(between(0, 50));
            if (draw() % 2) use.start = between(0, 50);
            use.charge = static_cast<CapacityUse::EmbodiedAllocation>(draw() % 3);
            use.included = draw() % 4 != 0;
            use.states_node_time = draw() % 4 == 0;
            made.capacity.uses.push_back(use);
        }
        const bool is_within = made.is_within_capacity();
        clear += is_within ? 1 : 0;
        found += made.found() > 0 ? 1 : 0;
        if (is_within) REQUIRE(made.found() == 0);
    }
    CHECK(found > 1000);
    CHECK(clear > 1000);
}
