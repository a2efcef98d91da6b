#include "lca/numerics/paired.hpp"

#include <algorithm>
#include <memory>

#include "lca/math/difference.hpp"
#include "lca/numerics/sample_run.hpp"

namespace lca {
namespace {

/// A result that both the base and a variant have, and its column in each.
struct Pair {
    std::size_t variant, step;    // indices of the variant, and of the result in `steps`
    std::size_t of_base, of_own;  // columns in the base and in the variant
};

/// Computes the columns of differences, followed by those of ratios.
class DifferenceColumns : public SampleColumns {
public:
    DifferenceColumns(const PairedResults& base, std::span<const PairedResults> variants) {
        base_ = std::make_unique<PlanColumns>(*base.plan, assessed(base));
        for (std::size_t v = 0; v < variants.size(); ++v) {
            own_.push_back(std::make_unique<PlanColumns>(*variants[v].plan, assessed(variants[v])));
            widest_ = std::max(widest_, assessed(variants[v]).size());
            rooms_ = std::max(rooms_, own_.back()->room());
            std::size_t of_base = 0, of_own = 0;
            for (std::size_t k = 0; k < base.steps.size(); ++k) {
                const bool there = base.steps[k] != no_step, here = variants[v].steps.at(k) != no_step;
                if (there && here) pairs_.push_back({v, k, of_base, of_own});
                of_base += there ? 1 : 0;
                of_own += here ? 1 : 0;
            }
        }
        base_results_ = assessed(base).size() * max_samples;
        rooms_ = std::max(rooms_, base_->room());
    }

    std::span<const Pair> pairs() const { return pairs_; }
    std::size_t room() const override { return rooms_ + base_results_ + widest_ * max_samples; }

    void compute(std::uint64_t first, std::size_t count, double* work, double* result) const override {
        double* const base = work + rooms_;
        double* const own = base + base_results_;
        base_->compute(first, count, work, base);
        std::size_t done = own_.size();  // index of the variant whose columns were computed last
        for (std::size_t p = 0; p < pairs_.size(); ++p) {
            const Pair& pair = pairs_[p];
            if (pair.variant != done) own_[pair.variant]->compute(first, count, work, own);
            done = pair.variant;
            const double* const a = base + pair.of_base * max_samples;
            const double* const b = own + pair.of_own * max_samples;
            double* const difference = result + p * max_samples;
            double* const ratio = result + (pairs_.size() + p) * max_samples;
            for (std::size_t i = 0; i < count; ++i) difference[i] = difference_of(b[i], a[i]);
            for (std::size_t i = 0; i < count; ++i) ratio[i] = b[i] / a[i];
        }
    }

private:
    static std::vector<StepId> assessed(const PairedResults& side) {
        std::vector<StepId> steps = side.steps;
        std::erase(steps, no_step);
        return steps;
    }

    std::unique_ptr<PlanColumns> base_;
    std::vector<std::unique_ptr<PlanColumns>> own_;
    std::vector<Pair> pairs_;
    std::size_t rooms_ = 0, widest_ = 0, base_results_ = 0;
};

unsigned threads_for(const PairedResults& base, std::span<const PairedResults> variants,
                     const SampleOptions& options) {
    std::size_t inputs = base.plan->inputs().size(), steps = base.plan->calculation().steps().size();
    for (const PairedResults& variant : variants) {
        inputs += variant.plan->inputs().size();
        steps += variant.plan->calculation().steps().size();
    }
    return helpful_threads(options, inputs, steps);
}

using Differences = std::vector<std::optional<PairedDifference>>;

/// Call with few variants at a time, as the histograms of all their differences are in memory together.
void add_differences(const PairedResults& base, std::span<const PairedResults> variants,
                     const SampleOptions& options, std::span<Differences> result) {
    const DifferenceColumns columns(base, variants);
    const std::size_t pairs = columns.pairs().size();
    if (pairs == 0) return;
    numerics::SampleRun run(columns, 2 * pairs, {}, options.samples);
    run.run(threads_for(base, variants, options));
    const std::vector<numerics::SampleTrouble> trouble(run.not_finite().begin(), run.not_finite().end());
    const std::vector<Statistics> made = std::move(run).statistics();
    const auto all = static_cast<double>(options.samples);
    for (std::size_t p = 0; p < pairs; ++p) {
        const Pair& pair = columns.pairs()[p];
        if (trouble[p].count > 0) continue;
        PairedDifference& one = result[pair.variant][pair.step].emplace();
        one.difference = made[p].summary();
        one.lower = static_cast<double>(made[p].sketch().below_zero()) / all;
        one.equal = static_cast<double>(made[p].sketch().zeros()) / all;
        if (trouble[pairs + p].count == 0) one.ratio = made[pairs + p].summary();
    }
}

}  // namespace

std::vector<Differences> paired_differences(const PairedResults& base,
                                            std::span<const PairedResults> variants,
                                            const SampleOptions& options) {
    constexpr std::size_t at_a_time = 32;
    std::vector<Differences> result(variants.size(), Differences(base.steps.size()));
    for (std::size_t first = 0; first < variants.size(); first += at_a_time) {
        const std::size_t count = std::min(at_a_time, variants.size() - first);
        add_differences(base, variants.subspan(first, count), options,
                        std::span(result).subspan(first, count));
    }
    return result;
}

}  // namespace lca
