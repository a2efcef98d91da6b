#include "models/results/point_result.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

TEST_CASE("a result, output or activity that names a step that is not there is refused") {
    const auto finished = [](auto change) {
        lca::Recorder recorder;
        recorder.constant(1);
        lca::Results results;
        change(results);
        return lca::assessment(std::move(recorder), std::move(results));
    };
    CHECK_NOTHROW(finished([](lca::Results& results) { results.rows.push_back({}); }));
    CHECK_THROWS_AS(finished([](lca::Results& results) {
                        results.rows.push_back({});
                        results.rows[0].steps[2] = 1;
                    }),
                    std::logic_error);
    CHECK_THROWS_AS(finished([](lca::Results& results) {
                        results.outputs.push_back({"x", 1, {}});
                    }),
                    std::logic_error);
    CHECK_THROWS_AS(finished([](lca::Results& results) { results.functional_amount = 7; }), std::logic_error);
    CHECK_THROWS_AS(finished([](lca::Results& results) {
                        results.activities.push_back({"a", "", 0});
                        results.activities[0].work = 1;
                    }),
                    std::logic_error);
}
