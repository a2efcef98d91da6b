// Makes an Assessment, on which all analyses work, from a recorded calculation and its results.
#include "models/results/point_result.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace lca {
namespace {

void require(bool condition, const char* what) {
    if (!condition) throw std::logic_error(what);
}

void check_steps(const Results& results, std::size_t steps) {
    const auto known = [steps](StepId step) { return step == no_step || step < steps; };
    for (const Result& row : results.rows) {
        require(std::all_of(row.steps.begin(), row.steps.end(), known),
                "a result refers to a step that does not exist");
    }
    for (const ReplacedShare& one : results.replaced) {
        require(std::all_of(one.steps.begin(), one.steps.end(), known),
                "a replaced share refers to a step that does not exist");
    }
    for (const Output& output : results.outputs) {
        require(known(output.step), "an output refers to a step that does not exist");
    }
    for (const ActivityInfo& a : results.activities) {
        for (const ActivityFigure& figure : activity_figures())
            require(known(a.*figure.step), "an activity refers to a step that does not exist");
    }
    require(known(results.functional_amount), "the functional unit refers to a step that does not exist");
}

}  // namespace

Assessment assessment(Recorder&& recorder, Results results) {
    Assessment made{std::move(recorder).finish(), std::move(results)};
    check_steps(made.results, made.calculation.steps().size());
    made.results.build_index();
    return made;
}

}  // namespace lca
