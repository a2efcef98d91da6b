// Samples that cannot be: said at the input, with the sample and its value; nothing is dropped or clipped.
#include "lca/numerics/sample_fault.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <limits>
#include <memory>
#include <vector>

#include "lca/calc/recorder.hpp"
#include "lca/numerics/sample.hpp"

using lca::Discrete;
using lca::Distribution;
using lca::Empirical;
using lca::Lognormal;
using lca::Normal;
using lca::Step;
using lca::Uniform;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Step drawn(lca::Recorder& recorder, const char* path, double value, const Distribution& d,
           std::uint32_t line) {
    return recorder.input({.path = path,
                           .value = value,
                           .unit = "kW",
                           .unit_factor = 1000,
                           .place = {0, line, 5},
                           .uncertainty = std::make_shared<const Distribution>(d)});
}

/// The faults of sampling a formula.
std::vector<lca::Fault> faults(const std::function<Step(lca::Recorder&)>& formula, unsigned threads = 1,
                               std::uint64_t samples = 100'000) {
    lca::Recorder recorder;
    const lca::StepId result = formula(recorder).id();
    const lca::Calculation calculation = std::move(recorder).finish();
    lca::Diagnostics diagnostics;
    const lca::SamplePlan plan(calculation, {&result, 1}, {}, diagnostics);
    if (diagnostics.has_errors()) return diagnostics.sorted();
    const auto sampled = lca::sample(plan, {&result, 1}, {samples, threads}, diagnostics);
    CHECK(sampled.has_value() == !diagnostics.has_errors());
    return diagnostics.sorted();
}

}  // namespace

TEST_CASE("a draw out of range stops the run at its input, the same on any number of threads") {
    const auto formula = [](lca::Recorder& r) {
        const Step a = drawn(r, "power", 5000, {.shape = Normal{5000, 1500}}, 3);
        r.limit({.step = a.id(),
                 .path = "power",
                 .place = {0, 3, 5},
                 .low = 0,
                 .high = infinity,
                 .expected = "0 or more"});
        return a * r.constant(2);
    };
    const auto once = faults(formula);
    REQUIRE(once.size() == 1);
    CHECK(once[0].message.starts_with("`power` is sampled as -"));
    CHECK(once[0].message.find(" kW in sample ") != std::string::npos);
    CHECK(once[0].message.ends_with(" of 100000: out of range"));
    CHECK(once[0].place == lca::Place{0, 3, 5});
    CHECK(once[0].expected == "0 or more");
    CHECK(once[0].hint ==
          "give its uncertainty a `min`, which truncates and renormalises the distribution there");
    for (unsigned threads : {2U, 7U}) CHECK(faults(formula, threads)[0].message == once[0].message);
}

TEST_CASE("a share above 1 asks for max") {
    const auto found = faults([](lca::Recorder& r) {
        const Step a = drawn(r, "load", 0.9, {.shape = Normal{0.9, 0.2}}, 3);
        r.limit({.step = a.id(), .path = "load", .low = -1, .high = 1, .expected = "from 0 to 100 %"});
        return a * r.constant(2);
    });
    REQUIRE(found.size() == 1);
    CHECK(found[0].hint ==
          "give its uncertainty a `max`, which truncates and renormalises the distribution there");
}

TEST_CASE("a share that excludes 0 asks for max above 1, and for min at 0") {
    const auto hint = [](double nominal, lca::Distribution shape) {
        const auto found = faults([&](lca::Recorder& r) {
            const Step a = drawn(r, "load", nominal, shape, 3);
            r.limit({.step = a.id(),
                     .path = "load",
                     .low = 0,
                     .high = 1,
                     .above_low = true,
                     .expected = "a share"});
            return a * r.constant(2);
        });
        REQUIRE(found.size() == 1);
        return found[0].hint;
    };
    CHECK(hint(0.9, {.shape = Uniform{0.8, 1.2}}).find("a `max`") != std::string::npos);
    CHECK(hint(0.1, {.shape = Uniform{-0.1, 0.3}}).find("a `min`") != std::string::npos);
}

TEST_CASE("a figure made of drawn ones has limits too, and names them") {
    const auto found = faults([](lca::Recorder& r) {
        const Step a = drawn(r, "a", 5, {.shape = Uniform{4, 6}}, 3);
        const Step b = drawn(r, "b", 5, {.shape = Uniform{4, 6}}, 4);
        const Step difference = a - b;
        r.limit(
            {.step = difference.id(), .path = "difference", .place = {0, 9, 1}, .low = 0, .high = infinity});
        return difference * r.constant(2);
    });
    REQUIRE(found.size() == 1);
    CHECK(found[0].message.starts_with("`difference` is sampled as -"));
    REQUIRE(found[0].related.size() == 2);
    CHECK(found[0].related[1].message == "made of `b`");
}

TEST_CASE("what the distribution keeps by itself, and what no result needs, is not watched") {
    CHECK(faults([](lca::Recorder& r) {
              const Step a = drawn(r, "a", 5, {.shape = Lognormal{5, 3}}, 3);
              r.limit({.step = a.id(), .path = "a", .low = 0, .high = infinity, .above_low = true});
              const Step b = drawn(r, "b", 0, {.shape = Normal{0, 3}}, 3);
              r.limit({.step = b.id(), .path = "b", .low = 0, .high = infinity});
              return a * r.constant(2);
          }).empty());
}

TEST_CASE("a division by a drawn zero is counted and named") {
    const auto found = faults([](lca::Recorder& r) {
        const Step b = drawn(r, "b", 2, {.shape = Discrete{{0, 1, 2}, {1, 50, 50}}}, 4);
        const Step a = drawn(r, "a", 5, {.shape = Uniform{4, 6}}, 3);
        return r.constant(3) + a / b;
    });
    REQUIRE(found.size() == 1);
    // 1 in 101 of 100,000 samples is 990; its standard error is 31.
    int count = 0;
    for (char c : found[0].message.substr(0, found[0].message.find(' '))) count = 10 * count + (c - '0');
    CHECK(count > 990 - 5 * 31);
    CHECK(count < 990 + 5 * 31);
    CHECK(found[0].message.find("a division by zero with `b` = 0 kW") != std::string::npos);
    CHECK(found[0].place.line == 4);
}

TEST_CASE("the root and the logarithm of a negative draw say so") {
    for (const auto operation : {lca::Operation::square_root, lca::Operation::natural_log}) {
        const auto found = faults([&](lca::Recorder& r) {
            return apply(operation, drawn(r, "a", 1, {.shape = Normal{1, 1}}, 3));
        });
        REQUIRE(found.size() == 1);
        CHECK(found[0].message.find("of a negative number with `a` = -") != std::string::npos);
    }
}

TEST_CASE("truncation that keeps nothing is an error before any draw") {
    const auto found = faults([](lca::Recorder& r) {
        return drawn(r, "a", 1, {.shape = Empirical{{1, 2}}, .minimum = 5}, 3) * r.constant(2);
    });
    REQUIRE(found.size() >= 1);
    CHECK(found[0].message.starts_with("the truncation of `a` leaves no part"));
}
