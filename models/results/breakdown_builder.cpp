#include "models/results/breakdown_builder.hpp"

#include <algorithm>

namespace lca::results {

void BreakdownBuilder::add(const std::string& name, const Result& row, Step share, Step climate_share) {
    MeasuredSteps steps = row.steps;
    const StepId zero = recorder_.constant(0).id();
    for (std::size_t m = 0; m < measure_count; ++m) {
        const Step of_it = m == index_of::climate && climate_share ? climate_share : share;
        if (of_it && steps[m] != no_step && steps[m] != zero)
            steps[m] = (Step(recorder_, steps[m]) * of_it).id();
    }
    add(name, row, steps);
}

void BreakdownBuilder::add(const std::string& name, const Result& row, const MeasuredSteps& steps) {
    const auto [at, fresh] = index_.emplace(name, sums_.size());
    if (fresh) sums_.push_back({name, {}, {}});
    Sum& sum = sums_[at->second];
    sum.steps.add(steps);
    const Results& results = assessment_.results;
    constexpr std::uint32_t every_measure = (1U << measure_count) - 1;
    for (const Gap* gap : results.gaps_within(row, every_measure))
        sum.gaps.push_back(static_cast<std::uint32_t>(gap - results.gaps.data()));
}

std::vector<BreakdownItem> BreakdownBuilder::finish() {
    std::vector<BreakdownItem> parts;
    Results& results = assessment_.results;
    for (Sum& sum : sums_) {
        std::sort(sum.gaps.begin(), sum.gaps.end());
        sum.gaps.erase(std::unique(sum.gaps.begin(), sum.gaps.end()), sum.gaps.end());
        const ItemRow item{static_cast<std::uint32_t>(results.items.size())};
        const Result made{.key = item, .steps = sum.steps.record(recorder_)};
        parts.push_back({sum.name, key_ + ":" + sum.name});
        results.items.push_back({.name = parts.back().result, .gaps = std::move(sum.gaps)});
        results.rows.push_back(made);
    }
    assessment_ = assessment(std::move(recorder_), std::move(results));
    return parts;
}

}  // namespace lca::results
