#include "lca/calc/assessed_sum.hpp"

#include <algorithm>

namespace lca {

void AssessedSum::add(const MeasuredSteps& steps) {
    for (std::size_t m = 0; m < measure_count; ++m) {
        if (steps[m] == no_step) {
            missing_[m] = true;
        } else {
            terms_[m].push_back(steps[m]);
        }
    }
}

MeasuredSteps AssessedSum::record(Recorder& recorder) const {
    MeasuredSteps sums = nothing_assessed;
    const StepId nil = recorder.constant(0).id();
    for (std::size_t m = 0; m < measure_count; ++m) {
        const std::vector<StepId>& terms = terms_[m];
        const bool all_nil =
            std::all_of(terms.begin(), terms.end(), [nil](StepId term) { return term == nil; });
        if (terms.empty() || (all_nil && missing_[m])) continue;
        if (terms.size() == 1) {
            sums[m] = terms.front();
            continue;
        }
        std::vector<Step> steps;
        steps.reserve(terms.size());
        for (const StepId term : terms) steps.emplace_back(recorder, term);
        sums[m] = recorder.sum(steps).id();
    }
    return sums;
}

}  // namespace lca
