#include "lca/numerics/sample.hpp"

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "lca/numerics/kept_columns.hpp"
#include "lca/numerics/sample_fault.hpp"
#include "lca/numerics/sample_run.hpp"

namespace lca {

namespace {

constexpr std::size_t results_at_a_time = 512;  // limits memory: each thread has a histogram for each result
constexpr double cheap = 2e6;  // operations; for fewer, a second thread would cost more time than it saves

/// The entry in `may_lack` of a step whose samples may be not finite; null if it has none.
const MayLack* find_lack(const SampleOptions& options, StepId step) {
    for (const MayLack& one : options.may_lack) {
        if (one.step == step) return &one;
    }
    return nullptr;
}

/// The limits to check in each sample: of steps that vary and are needed, unless the distribution is within.
std::vector<Watched> watched_steps(const SamplePlan& plan, std::span<const StepId> wanted,
                                   const std::vector<bool>& varies) {
    const Calculation& calculation = plan.calculation();
    const std::vector<bool> needed = reaches(calculation, wanted);
    std::vector<Watched> watched;
    for (const Limit& limit : calculation.limits()) {
        if (!varies[limit.step] || !needed[limit.step]) continue;
        const StepRecord& step = calculation.steps()[limit.step];
        if (step.operation == Operation::input) {
            const auto at = std::find(plan.inputs().begin(), plan.inputs().end(), step.left);
            const Quantile& quantile = plan.quantile(static_cast<std::size_t>(at - plan.inputs().begin()));
            if (limit.holds(quantile.lowest()) && limit.holds(quantile.highest())) continue;
        }
        watched.push_back({limit.step, &limit});
    }
    return watched;
}

/// Writes the samples of steps that do not vary: the same value for each.
void fill_fixed(const SampleOptions& options, const std::vector<bool>& varies,
                std::span<const double> fixed) {
    for (const KeptStep& kept : options.kept) {
        if (!varies[kept.step]) std::fill_n(kept.values, options.samples, fixed[kept.step]);
    }
}

/// Tells `columns` where to store the samples of those steps that are in `kept`.
void keep_columns(numerics::KeptColumns& columns, std::span<const StepId> steps,
                  std::span<const KeptStep> kept) {
    for (const KeptStep& one : kept) {
        const auto at = std::find(steps.begin(), steps.end(), one.step);
        if (at != steps.end()) columns.keep(static_cast<std::size_t>(at - steps.begin()), one.values);
    }
}

}  // namespace

unsigned helpful_threads(const SampleOptions& options, std::size_t inputs, std::size_t steps) {
    if (options.threads > 0) return options.threads;
    // Drawing an input takes about as long as evaluating twenty steps.
    const double work = static_cast<double>(options.samples) * static_cast<double>(20 * inputs + steps);
    if (work < cheap) return 1;
    return std::clamp(std::thread::hardware_concurrency(), 1U, 64U);
}

const Summary& Sampled::of(StepId step) const {
    const auto at = std::lower_bound(steps_.begin(), steps_.end(), step);
    if (at == steps_.end() || *at != step) throw std::out_of_range("a step that was not sampled");
    return summaries_[static_cast<std::size_t>(at - steps_.begin())];
}

std::uint64_t Sampled::lacking(StepId step) const {
    const auto at = lacking_.find(step);
    return at == lacking_.end() ? 0 : at->second;
}

const Sketch* Sampled::sketch(StepId step) const {
    const auto at = sketches_.find(step);
    return at == sketches_.end() ? nullptr : &at->second;
}

std::optional<Sampled> sample(const SamplePlan& plan, std::span<const StepId> wanted,
                              const SampleOptions& options, Diagnostics& diagnostics) {
    std::vector<StepId> steps(wanted.begin(), wanted.end());
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    const std::vector<bool> varies = depends_on(plan.calculation(), plan.inputs());
    const std::vector<double> fixed = evaluate(plan.calculation());
    const std::vector<Watched> watched = watched_steps(plan, steps, varies);
    const unsigned threads =
        helpful_threads(options, plan.inputs().size(), plan.calculation().steps().size());

    fill_fixed(options, varies, fixed);
    std::vector<Summary> summaries(steps.size());
    std::vector<std::size_t> moving;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (varies[steps[i]]) {
            moving.push_back(i);
        } else {
            summaries[i] = Statistics(fixed[steps[i]], options.samples).summary();
        }
    }
    std::map<StepId, Sketch> kept;
    std::map<StepId, numerics::SampleTrouble> lacking;
    for (std::size_t start = 0; start < moving.size(); start += results_at_a_time) {
        const auto part =
            std::span(moving).subspan(start, std::min(results_at_a_time, moving.size() - start));
        std::vector<StepId> now;
        for (std::size_t i : part) now.push_back(steps[i]);
        const PlanColumns drawn(plan, now, watched);
        numerics::KeptColumns columns(drawn, options.samples);
        keep_columns(columns, now, options.kept);
        numerics::SampleRun run(columns, now.size(), watched, options.samples);
        run.run(threads, options.stop);
        std::vector<StepId> sound = now;  // no_step if it has samples that are not finite, and may have them
        for (std::size_t k = 0; k < now.size(); ++k) {
            const bool may = find_lack(options, now[k]) != nullptr;
            if (!may || run.not_finite()[k].count == 0) continue;
            lacking.emplace(now[k], run.not_finite()[k]);
            sound[k] = no_step;
        }
        if (numerics::report_trouble(plan, sound, watched, run, options.samples, diagnostics))
            return std::nullopt;
        const std::vector<Statistics> made = std::move(run).statistics();
        for (std::size_t k = 0; k < part.size(); ++k) {
            if (sound[k] == no_step) continue;
            summaries[part[k]] = made[k].summary();
            const bool wanted_whole = std::find(options.histograms.begin(), options.histograms.end(),
                                                now[k]) != options.histograms.end();
            if (wanted_whole) kept.emplace(now[k], made[k].sketch());
        }
    }
    Sampled sampled(std::move(steps), std::move(summaries));
    for (auto& [step, sketch] : kept) sampled.keep(step, std::move(sketch));
    for (const auto& [step, trouble] : lacking) {
        sampled.lacks(step, trouble.count);
        numerics::report_lack(plan, step, find_lack(options, step)->name, trouble, options.samples,
                              diagnostics);
    }
    return sampled;
}

}  // namespace lca
