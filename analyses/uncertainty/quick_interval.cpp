#include "analyses/uncertainty/quick_interval.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "lca/calc/dataflow.hpp"
#include "lca/numerics/sample.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

constexpr std::uint64_t few_samples = 4096;
constexpr std::ptrdiff_t max_steps = 20'000;  // a longer formula would take over 10 ms

/// The number of decimals of the smallest power of ten that is at least `size`.
int decimals_above(double size) {
    constexpr double rounding = 1e-9;
    return -static_cast<int>(std::ceil(std::log10(size) - rounding));
}

std::string first_error(const Diagnostics& faults) {
    for (const Fault& fault : faults.sorted()) {
        if (fault.severity == Severity::error) return fault.message;
    }
    return {};
}

/// No interval, as a draw is impossible; with the reason as part of a sentence.
QuickDraws without_interval(const Diagnostics& faults) {
    return {{}, "no interval, as " + first_error(faults) + ": see `lca uncertainty`"};
}

}  // namespace

QuickDraws quick_draws(const Model& model, StepId result) {
    const StepId wanted[] = {result};
    if (result == no_step) return {};
    const std::vector<bool> steps = reaches(model.calculation, wanted);
    if (std::count(steps.begin(), steps.end(), true) > max_steps) return {};
    Diagnostics faults;
    const PlanOptions options{.correlations = model.scenario.correlations};
    const SamplePlan plan(model.calculation, wanted, options, faults);
    if (faults.has_errors()) return without_interval(faults);
    if (plan.inputs().empty()) return {};
    const std::optional<Sampled> sampled =
        sample(plan, wanted, {.samples = few_samples, .threads = 1}, faults);
    if (!sampled || faults.has_errors()) return without_interval(faults);
    if (!sampled->of(result).varies()) return {};
    const Summary& summary = sampled->of(result);
    const double low = summary.percentiles[1], high = summary.percentiles[5];
    return {QuickInterval{low, high, summary.relative_error * (high - low)}, ""};
}

std::string with_interval(double value, const std::optional<QuickInterval>& interval, Dimension dimension) {
    if (!interval || !(interval->high > interval->low)) return short_text(value, dimension);
    Scale scale = short_scale(dimension, std::span(&value, 1));
    Scale ends = scale;
    const double half = (interval->high - interval->low) / 2 / scale.factor;
    const double error = interval->standard_error / scale.factor;
    ends.decimals = std::max(scale.decimals, decimals_above(half / 10));
    if (error > 0) ends.decimals = std::min(ends.decimals, decimals_above(error));
    scale.decimals = std::max(scale.decimals, ends.decimals);
    return scale.text(value) + " " + scale.unit + " (" + ends.text(interval->low) + " to " +
           ends.text(interval->high) + ")";
}

}  // namespace lca
