#include "models/results/assessed_sum.hpp"

namespace lca {

void AssessedSum::add(const MeasuredSteps& steps) {
    terms_.push_back(steps);
}

MeasuredSteps AssessedSum::record(Recorder& recorder) const {
    MeasuredSteps sums = nothing_assessed;
    const StepId zero = recorder.constant(0).id();
    std::vector<Step> steps;
    for (std::size_t m = 0; m < measure_count; ++m) {
        steps.clear();
        bool missing = false;
        for (const MeasuredSteps& term : terms_) {
            missing = missing || term[m] == no_step;
            if (term[m] != no_step && term[m] != zero) steps.emplace_back(recorder, term[m]);
        }
        if (!steps.empty()) {
            sums[m] = recorder.sum(steps).id();
        } else if (!terms_.empty() && !missing) {
            sums[m] = zero;
        }
    }
    return sums;
}

}  // namespace lca
