// Points, columns, faults and derivatives of recordings.

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "lca/calc/evaluate.hpp"
#include "lca/calc/recorder.hpp"
#include "lca/calc/same_formula.hpp"
#include "lca/math/time_series.hpp"

namespace {

using lca::Operation;
using lca::Step;

Step input(lca::Recorder& recorder, double value) {
    lca::Input input;
    input.path = "x";
    input.value = value;
    return recorder.input(input);
}

constexpr Operation of_two[] = {Operation::add,    Operation::subtract, Operation::multiply,
                                Operation::divide, Operation::minimum,  Operation::maximum,
                                Operation::power};
constexpr Operation of_one[] = {Operation::negate,      Operation::square_root, Operation::exponential,
                                Operation::natural_log, Operation::binary_log,  Operation::ceiling,
                                Operation::floor};

bool same(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
           (std::isnan(a) && std::isnan(b));
}

/// Values of every kind, 1,000 of them: more than three chunks, and a last chunk that is not a whole vector.
std::vector<double> samples(unsigned seed) {
    std::vector<double> result = {0.0,    -0.0,     1,         -1,  0.5,   1e300,  -1e300,
                                  1e-310, INFINITY, -INFINITY, NAN, 745.5, -745.5, 710};
    std::uint64_t state = seed;
    while (result.size() < 1000) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        result.push_back(static_cast<double>(state >> 40) / 65536.0 - 100);
    }
    return result;
}

}  // namespace

TEST_CASE(
    "every operation on columns has the bits of the same operation on points, for each side that may vary") {
    std::vector<double> left = samples(1), right = samples(2);
    std::rotate(right.begin(), right.begin() + 3, right.end());
    for (int varying = 1; varying < 4; ++varying) {
        lca::Recorder recorder;
        Step a = input(recorder, 1.25), b = input(recorder, -3.5);
        std::vector<lca::StepId> wanted;
        for (Operation operation : of_two) wanted.push_back(recorder.record(operation, a, b).id());
        for (Operation operation : of_one) wanted.push_back(recorder.record(operation, a).id());
        lca::Calculation calculation = std::move(recorder).finish();
        std::vector<lca::Column> columns;
        if (varying & 1) columns.push_back({0, left});
        if (varying & 2) columns.push_back({1, right});
        std::vector<double> result = lca::evaluate(calculation, columns, left.size(), wanted);
        for (std::size_t i = 0; i < left.size(); ++i) {
            lca::Recorder point;
            Step x = input(point, varying & 1 ? left[i] : 1.25),
                 y = input(point, varying & 2 ? right[i] : -3.5);
            std::vector<Step> steps;
            for (Operation operation : of_two) steps.push_back(point.record(operation, x, y));
            for (Operation operation : of_one) steps.push_back(point.record(operation, x));
            for (std::size_t j = 0; j < steps.size(); ++j) {
                CAPTURE(varying);
                CAPTURE(left[i]);
                CAPTURE(right[i]);
                CAPTURE(j);
                REQUIRE(same(result[j * left.size() + i], point.value(steps[j])));
            }
        }
    }
}

TEST_CASE("what no column reaches stays at its point; wanted steps may be inputs, constants and repeated") {
    lca::Recorder recorder;
    Step a = input(recorder, 2), b = input(recorder, 3), k = recorder.constant(10);
    Step fixed = b * k, mixed = a + fixed, both = mixed * mixed;
    std::vector<lca::StepId> wanted = {both.id(), fixed.id(), a.id(), k.id(), both.id(), mixed.id(), b.id()};
    lca::Calculation calculation = std::move(recorder).finish();
    std::vector<double> values = {1, 2, 3};
    lca::Column column{0, values};
    std::vector<double> result = lca::evaluate(calculation, {&column, 1}, 3, wanted);
    CHECK(result == std::vector<double>{31 * 31, 32 * 32, 33 * 33, 30,      30, 30, 1,  2, 3, 10, 10,
                                        10,      31 * 31, 32 * 32, 33 * 33, 31, 32, 33, 3, 3, 3});
    CHECK(lca::evaluate(calculation, {}, 2, wanted)[0] == 32 * 32);
    CHECK(lca::evaluate(calculation, {&column, 1}, 3, {}).empty());
}

TEST_CASE("a program gives the same samples however they are split") {
    lca::Recorder recorder;
    Step a = input(recorder, 2), b = input(recorder, 3);
    Step root = lca::power(a, b) / (a + lca::apply(Operation::exponential, b));
    lca::StepId wanted[] = {root.id()};
    lca::Calculation calculation = std::move(recorder).finish();
    std::size_t varying[] = {1, 0};
    lca::ColumnProgram program(calculation, varying, wanted);
    std::vector<double> x = samples(3), y = samples(4), whole(1000), split(1000);
    const double* columns[] = {y.data(), x.data()};
    program.run(columns, 1000, whole.data(), 1000);
    for (std::size_t start = 0, size = 1; start < 1000;
         start += size, size = std::min<std::size_t>(size * 2 + 1, 1000 - start)) {
        const double* part[] = {y.data() + start, x.data() + start};
        program.run(part, size, split.data() + start, size);
        if (start + size == 1000) break;
    }
    for (std::size_t i = 0; i < 1000; ++i) REQUIRE(same(whole[i], split[i]));
}

TEST_CASE("many values alive at a time, and long chains, keep their own values") {
    lca::Recorder recorder;
    Step a = input(recorder, 1);
    std::vector<Step> alive;
    for (int i = 0; i < 500; ++i) alive.push_back(a * recorder.constant(i));
    Step chain = a;
    for (int i = 0; i < 500; ++i) chain = chain + alive[static_cast<std::size_t>(499 - i)];
    lca::StepId wanted[] = {chain.id()};
    lca::Calculation calculation = std::move(recorder).finish();
    std::vector<double> values(300);
    for (std::size_t i = 0; i < 300; ++i) values[i] = static_cast<double>(i);
    lca::Column column{0, values};
    std::vector<double> result = lca::evaluate(calculation, {&column, 1}, 300, wanted);
    // i + i (0 + 1 + ... + 499) = 124751 i: whole numbers, exact.
    for (std::size_t i = 0; i < 300; ++i) REQUIRE(result[i] == 124751.0 * static_cast<double>(i));
}

TEST_CASE("misuse of columns is a logic error") {
    lca::Recorder recorder;
    lca::StepId wanted[] = {input(recorder, 1).id()};
    lca::Calculation calculation = std::move(recorder).finish();
    std::vector<double> values(5);
    lca::Column twice[] = {{0, values}, {0, values}}, unknown[] = {{1, values}};
    CHECK_THROWS_AS(lca::evaluate(calculation, twice, 5, wanted), std::logic_error);
    CHECK_THROWS_AS(lca::evaluate(calculation, unknown, 5, wanted), std::logic_error);
    CHECK_THROWS_AS(lca::evaluate(calculation, {twice, 1}, 6, wanted), std::logic_error);
    lca::StepId missing[] = {1};
    CHECK_THROWS_AS(lca::evaluate(calculation, {twice, 1}, 5, missing), std::logic_error);
    lca::ColumnProgram program(calculation, std::vector<std::size_t>{0}, wanted);
    CHECK_THROWS_AS(program.run({}, 5, values.data(), 5), std::logic_error);
}

TEST_CASE("the first fault is where an infinity arose, not where it went") {
    lca::Recorder recorder;
    Step zero = input(recorder, 0), one = recorder.constant(1);
    Step fine = one + zero, broken = one / zero, after = broken + one,
         root = lca::apply(Operation::square_root, -one);
    lca::StepId ids[] = {fine.id(), broken.id(), after.id(), root.id()};
    lca::Calculation calculation = std::move(recorder).finish();
    std::vector<double> values = lca::evaluate(calculation);
    CHECK(std::isinf(values[ids[2]]));
    CHECK(lca::first_fault(calculation, values) == ids[1]);
    values[ids[1]] = values[ids[2]] = 1;
    CHECK(lca::first_fault(calculation, values) == ids[3]);
    values[ids[3]] = 1;
    CHECK(lca::first_fault(calculation, values) == lca::no_step);
}

TEST_CASE("derivatives in closed form") {
    lca::Recorder recorder;
    Step x = input(recorder, 3), y = input(recorder, 5), unused = input(recorder, 7);
    // f = x^2 y / (x + y): df/dx = (2xy (x+y) - x^2 y) / (x+y)^2 = (240 - 45) / 64, df/dy = x^3 / (x+y)^2 =
    // 27 / 64
    Step f = x * x * y / (x + y);
    Step g = minimum(x, y) + maximum(x, y) * recorder.constant(10);  // branches: x, then y
    Step h = lca::apply(Operation::natural_log, x) - lca::apply(Operation::exponential, -y);
    Step p = lca::power(x, y);
    Step rounded = lca::apply(Operation::ceiling, x * y) + lca::apply(Operation::floor, x);
    Step roots = lca::apply(Operation::square_root, x) + lca::apply(Operation::binary_log, y);
    lca::StepId last = roots.id(), ids[] = {f.id(), g.id(), h.id(), p.id(), rounded.id(), unused.id()};
    lca::Calculation calculation = std::move(recorder).finish();
    std::vector<double> values = lca::evaluate(calculation);
    auto slope = [&](lca::StepId of, std::size_t by) {
        return lca::derivatives(calculation, values, of)[by];
    };
    CHECK(slope(ids[0], 0) == doctest::Approx(195.0 / 64).epsilon(1e-15));
    CHECK(slope(ids[0], 1) == doctest::Approx(27.0 / 64).epsilon(1e-15));
    CHECK(slope(ids[0], 2) == 0);
    CHECK(slope(ids[1], 0) == 1);
    CHECK(slope(ids[1], 1) == 10);
    CHECK(slope(ids[2], 0) == doctest::Approx(1.0 / 3).epsilon(1e-15));
    CHECK(slope(ids[2], 1) == doctest::Approx(std::exp(-5.0)).epsilon(1e-15));
    CHECK(slope(ids[3], 0) == doctest::Approx(405).epsilon(1e-15));                  // y x^(y-1) = 5 * 81
    CHECK(slope(ids[3], 1) == doctest::Approx(243 * std::log(3.0)).epsilon(1e-14));  // x^y ln x
    CHECK(slope(ids[4], 0) == 0);
    CHECK(slope(ids[4], 1) == 0);
    CHECK(slope(ids[5], 2) == 1);
    CHECK(slope(last, 0) == doctest::Approx(0.5 / std::sqrt(3.0)).epsilon(1e-15));
    CHECK(slope(last, 1) == doctest::Approx(1 / (5 * std::log(2.0))).epsilon(1e-15));
}

TEST_CASE("derivatives where the formula has an edge stay finite") {
    lca::Recorder recorder;
    Step x = input(recorder, 0), n = input(recorder, 2);
    Step square = lca::power(x, n), none = lca::power(x, recorder.constant(0));
    lca::StepId ids[] = {square.id(), none.id()};
    lca::Calculation calculation = std::move(recorder).finish();
    std::vector<double> values = lca::evaluate(calculation);
    CHECK(lca::derivatives(calculation, values, ids[0]) == std::vector<double>{0, 0});
    CHECK(lca::derivatives(calculation, values, ids[1]) == std::vector<double>{0, 0});
}

namespace {

/// Twice the mean, from 30 s on, of 10 in the first minute, 40 in the second and 20 in the third; over 60 s.
struct OverTime {
    lca::Recorder recorder;
    Step duration = input(recorder, 60);
    Step twice;

    OverTime(double third = 20) {
        auto series = std::make_shared<const lca::TimeSeries>(std::vector<double>{0, 60, 120, 180},
                                                              std::vector<double>{10, 40, third});
        twice = recorder.mean_over_time({std::move(series), 30}, duration) * recorder.constant(2);
    }
};

}  // namespace

TEST_CASE("a mean over time: the point, columns of durations, the derivative") {
    OverTime made;
    const lca::StepId twice = made.twice.id();
    CHECK(made.recorder.value(made.twice) == 50);  // (10 × 30 + 40 × 30) / 60
    const lca::Calculation calculation = std::move(made.recorder).finish();
    CHECK(evaluate(calculation)[twice] == 50);
    const std::vector<double> durations = {30, 60, 90, 150};
    const lca::Column column{0, durations};
    // 10; 25; (300 + 2400) / 90 = 30; (300 + 2400 + 1200) / 150 = 26
    CHECK(evaluate(calculation, {&column, 1}, 4, {&twice, 1}) == std::vector<double>{20, 50, 60, 52});
    CHECK(derivatives(calculation, evaluate(calculation), twice)[0] ==
          doctest::Approx(2 * (40.0 - 25.0) / 60).epsilon(1e-15));
}

TEST_CASE("recordings of two series are not the same formula, of one they are") {
    OverTime one, same, other(21);
    const lca::StepId result = one.twice.id();
    const lca::Calculation base = std::move(one.recorder).finish();
    const lca::Calculation equal = std::move(same.recorder).finish();
    const lca::Calculation unlike = std::move(other.recorder).finish();
    CHECK(lca::other_values(base, {&result, 1}, equal, {&result, 1}));
    CHECK_FALSE(lca::other_values(base, {&result, 1}, unlike, {&result, 1}));
}
