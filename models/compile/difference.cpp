#include "models/compile/difference.hpp"

namespace lca {
namespace {

StepId step_of(const Results& results, std::string_view name, std::size_t measure) {
    const Result* row = results.find(name);
    return row ? row->steps.at(measure) : no_step;
}

/// A phase that one of two totals counts and the other does not; "" where there is none.
std::string_view only_in_one(const Results& ours, const Results& theirs, std::size_t measure) {
    for (const std::string_view phase : Results::phases()) {
        const bool here = step_of(ours, phase, measure) != no_step;
        if (here != (step_of(theirs, phase, measure) != no_step)) return phase;
    }
    return {};
}

}  // namespace

Difference difference(Recorder& recorder, const Results& ours, const Results& theirs, std::string_view name,
                      std::size_t measure) {
    Difference found{step_of(ours, name, measure), step_of(theirs, name, measure)};
    const std::string_view phase = name == "total" ? only_in_one(ours, theirs, measure) : std::string_view();
    if (!phase.empty()) {
        found.why_not = std::string(phase) + " in both: it is assessed in one of the two only";
    } else if (found.ours == no_step || found.theirs == no_step) {
        found.why_not = std::string(name) + " in both: it is not assessed";
    } else {
        found.ours_less_theirs = (Step(recorder, found.ours) - Step(recorder, found.theirs)).id();
    }
    return found;
}

}  // namespace lca
