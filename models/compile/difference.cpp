#include "models/compile/difference.hpp"

namespace lca {
namespace {

StepId step_of(const Results& results, std::string_view name, std::size_t measure) {
    const Result* row = results.find(name);
    return row ? row->steps.at(measure) : no_step;
}

/// A phase that one of two totals counts and the other does not; "" where there is none.
std::string_view only_in_one(const Results& base, const Results& variant, std::size_t measure) {
    for (const std::string_view phase : Results::phases()) {
        const bool here = step_of(base, phase, measure) != no_step;
        if (here != (step_of(variant, phase, measure) != no_step)) return phase;
    }
    return {};
}

}  // namespace

Difference difference(Recorder& recorder, const Results& base, const Results& variant, std::string_view name,
                      std::size_t measure) {
    Difference found{step_of(base, name, measure), step_of(variant, name, measure)};
    const std::string_view phase = name == "total" ? only_in_one(base, variant, measure) : std::string_view();
    if (!phase.empty()) {
        found.reason = std::string(phase) + " in both: it is assessed in one of the two only";
    } else if (found.base == no_step || found.variant == no_step) {
        found.reason = std::string(name) + " in both: it is not assessed";
    } else {
        found.difference_step = (Step(recorder, found.base) - Step(recorder, found.variant)).id();
    }
    return found;
}

}  // namespace lca
