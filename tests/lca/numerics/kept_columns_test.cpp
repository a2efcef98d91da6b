// Samples that are written out are the very ones that the summaries are of.
#include "lca/numerics/kept_columns.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "lca/calc/recorder.hpp"

namespace {

constexpr double untouched = -1;

/// a, uniform 2 to 4; a doubled; and 5, which does not vary.
struct Doubled {
    lca::Calculation calculation;
    lca::StepId a = 0, doubled = 0, fixed = 0;

    Doubled() {
        lca::Recorder recorder;
        const lca::Distribution d{.shape = lca::Uniform{2, 4}};
        const lca::Step in = recorder.input(
            {.path = "a", .value = 3, .uncertainty = std::make_shared<const lca::Distribution>(d)});
        a = in.id();
        doubled = (in + in).id();
        fixed = recorder.constant(5).id();
        calculation = std::move(recorder).finish();
    }
};

/// The columns of `doubled` and `fixed`, each with one more place that nobody may write to.
struct Kept {
    std::vector<double> doubled, fixed;
    lca::Summary summary;

    Kept(const Doubled& made, std::uint64_t samples, unsigned threads)
        : doubled(samples + 1, untouched), fixed(samples + 1, untouched) {
        lca::Diagnostics diagnostics;
        const std::vector<lca::StepId> wanted = {made.doubled, made.fixed};
        const lca::SamplePlan plan(made.calculation, wanted, {}, diagnostics);
        const std::vector<lca::KeptStep> kept = {{made.doubled, doubled.data()}, {made.fixed, fixed.data()}};
        lca::SampleOptions options{samples, threads};
        options.kept = kept;
        const auto sampled = lca::sample(plan, wanted, options, diagnostics);
        REQUIRE(sampled);
        summary = sampled->of(made.doubled);
        REQUIRE(doubled.back() == untouched);
        REQUIRE(fixed.back() == untouched);
        doubled.pop_back();
        fixed.pop_back();
    }
};

}  // namespace

TEST_CASE("a kept column holds each sample at its number, whatever the number of threads") {
    const Doubled made;
    constexpr std::uint64_t samples = 300'001;  // no multiple of a chunk
    const Kept one(made, samples, 1), three(made, samples, 3);
    CHECK(one.doubled == three.doubled);
    lca::Diagnostics diagnostics;
    const lca::SamplePlan plan(made.calculation, {&made.doubled, 1}, {}, diagnostics);
    for (std::uint64_t i : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1024}, samples - 1})
        CHECK(one.doubled[i] == 2 * plan.sample(i)[0]);
    CHECK(*std::min_element(one.doubled.begin(), one.doubled.end()) == one.summary.minimum);
    CHECK(*std::max_element(one.doubled.begin(), one.doubled.end()) == one.summary.maximum);
}

TEST_CASE("a kept column of few samples ends where they do, and what does not vary is its value") {
    const Doubled made;
    const Kept few(made, 5, 1), many(made, 2000, 1);
    for (std::size_t i = 0; i < 5; ++i) CHECK(few.doubled[i] == many.doubled[i]);
    CHECK(few.fixed == std::vector<double>(5, 5.0));
}
