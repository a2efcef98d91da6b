// More than there is, in numbers alone.
#include "models/results/capacity.hpp"

#include <doctest/doctest.h>

#include <chrono>

using lca::Capacity;
using lca::CapacityExcess;
using lca::CapacityUse;
using lca::StepId;

namespace {

/// Values that stand for steps.
struct Numbers {
    std::vector<double> values;

    StepId operator()(double value) {
        values.push_back(value);
        return static_cast<StepId>(values.size() - 1);
    }
    std::vector<CapacityExcess> find(const Capacity& capacity) const {
        return excesses(capacity, [this](StepId step) { return values.at(step); });
    }
};

/// `nodes` of one accelerator.
Capacity system_of(Numbers& numbers, double nodes) {
    Capacity capacity;
    capacity.systems.push_back({.id = "c", .nodes = numbers(nodes), .accelerators = numbers(1)});
    return capacity;
}

void add(Capacity& capacity, Numbers& numbers, double start, double duration, double devices) {
    CapacityUse use;
    use.activity = static_cast<std::uint32_t>(capacity.uses.size());
    use.start = start;
    use.duration = numbers(duration);
    use.device_time = numbers(devices * duration);
    capacity.uses.push_back(use);
}

}  // namespace

TEST_CASE("overlap: one excess for each stretch, with what is taken first and at most") {
    Numbers numbers;
    Capacity capacity = system_of(numbers, 10);
    add(capacity, numbers, 0, 100, 6);
    add(capacity, numbers, 50, 40, 5);  // 11 from 50 on
    add(capacity, numbers, 60, 20, 3);  // 14 from 60 to 80
    add(capacity, numbers, 200, 10, 10);
    add(capacity, numbers, 205, 10, 10);  // 20 from 205
    add(capacity, numbers, 400, 10, 10);
    add(capacity, numbers, 410, 10, 10);  // one after the other
    const std::vector<CapacityExcess> found = numbers.find(capacity);
    REQUIRE(found.size() == 2);
    CHECK(found[0].uses == std::vector<std::uint32_t>{1, 0});
    CHECK(found[0].taken == doctest::Approx(1.1));
    CHECK(found[0].max_taken == doctest::Approx(1.4));
    CHECK(found[1].uses == std::vector<std::uint32_t>{4, 3});
    CHECK(found[1].taken == doctest::Approx(2));
}

TEST_CASE("overlap: 2 % of the numbers and of the durations are let pass") {
    Numbers numbers;
    Capacity capacity = system_of(numbers, 100);
    add(capacity, numbers, 0, 1000, 50);
    add(capacity, numbers, 0, 1000, 52);
    CHECK(numbers.find(capacity).empty());
    add(capacity, numbers, 990, 1000, 100);  // printed: the others last for 1 % less
    CHECK(numbers.find(capacity).empty());
    add(capacity, numbers, 1900, 10, 100);
    CHECK(numbers.find(capacity).size() == 1);
}

TEST_CASE("overlap: what is too much alone is said once and takes part in no sum") {
    Numbers numbers;
    Capacity capacity = system_of(numbers, 10);
    add(capacity, numbers, 0, 100, 11);
    add(capacity, numbers, 0, 100, 5);
    const std::vector<CapacityExcess> found = numbers.find(capacity);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == CapacityExcess::Kind::device_time);
    CHECK(found[0].taken == 1100);
    CHECK(found[0].there_is == 1000);
}

TEST_CASE("too much at a time and of the life are both said, the second as if the first were mended") {
    Numbers numbers;
    Capacity capacity = system_of(numbers, 10);
    capacity.systems[0].lifetime = numbers(5);
    const auto use = [&](double device_time, double duration) -> CapacityUse& {
        CapacityUse one;
        one.activity = static_cast<std::uint32_t>(capacity.uses.size());
        one.duration = numbers(duration);
        one.device_time = numbers(device_time);
        one.charge = CapacityUse::EmbodiedAllocation::used_time;
        return capacity.uses.emplace_back(one);
    };
    use(160, 8).devices = numbers(20);  // 20 of 10, and 8 > 5
    use(80, 4).devices = numbers(20);   // 80 / 10 = 8 > 5, but no longer than 4 with ten devices
    use(81, 6);                         // 81 > 60, and 6 > 5
    use(51, 6);                         // 51 / 10 = 5.1 is within the slack of 2 %
    const std::vector<CapacityExcess> found = numbers.find(capacity);
    REQUIRE(found.size() == 5);
    using enum CapacityExcess::Kind;
    CHECK(found[0].kind == devices);
    CHECK(found[1].kind == lifetime);
    CHECK(found[1].taken == 8);
    CHECK(found[2].kind == devices);
    CHECK(found[2].uses == std::vector<std::uint32_t>{1});
    CHECK(found[3].kind == device_time);
    CHECK(found[4].kind == lifetime);
    CHECK(found[4].taken == 6);
}

TEST_CASE("overlap: a hundred thousand activities take well under a second") {
    Numbers numbers;
    Capacity capacity = system_of(numbers, 1e6);
    for (int i = 0; i < 100'000; ++i) add(capacity, numbers, i, 50'000, 15);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(numbers.find(capacity).empty());  // 50,000 at a time: 750,000
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("capacity: alike but for the numbers of steps, or not") {
    Numbers numbers;
    Capacity one = system_of(numbers, 10), other = system_of(numbers, 20);
    add(one, numbers, 0, 100, 1);
    add(other, numbers, 0, 300, 2);
    CHECK(one.same_but_for_steps(other));
    CHECK(one.steps().size() == 9);  // five of a system, four of a use
    other.uses[0].included = false;
    CHECK_FALSE(one.same_but_for_steps(other));
    other = one;
    other.uses[0].start = 1;
    CHECK_FALSE(one.same_but_for_steps(other));
}
