#include "models/results/assessed_sum.hpp"

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
    const StepId zero = recorder.constant(0).id();
    for (std::size_t m = 0; m < measure_count; ++m) {
        std::vector<Step> steps;
        for (const StepId term : terms_[m]) {
            if (term != zero) steps.emplace_back(recorder, term);
        }
        if (!steps.empty()) {
            sums[m] = recorder.sum(steps).id();
        } else if (!terms_[m].empty() && !missing_[m]) {
            sums[m] = zero;
        }
    }
    return sums;
}

}  // namespace lca
