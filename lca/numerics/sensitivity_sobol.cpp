// Sobol's indices: the part of a result's variance due to one input alone, and with its interactions.

#include <algorithm>
#include <array>
#include <cmath>

#include "lca/calc/one_changed.hpp"
#include "lca/numerics/sample.hpp"
#include "lca/numerics/sensitivity.hpp"

namespace lca {

namespace {

constexpr double two_sided = 1.959963984540054;  // half a 95 % confidence interval, in standard errors

/// The mean of `a` over the mean of `w`; its standard error is estimated from the spread of a - ratio × w.
struct Ratio {
    double a = 0, aa = 0, w = 0, ww = 0, aw = 0;

    void add(double one, double weight) {
        a += one;
        aa += one * one;
        w += weight;
        ww += weight * weight;
        aw += one * weight;
    }
    double value() const { return a / w; }
    double error(double count) const {
        const double ratio = value();
        const double square = aa - 2 * ratio * aw + ratio * ratio * ww;  // sum of (a - ratio × w)²
        return two_sided * std::sqrt(std::max(0.0, square) / count) / (w / count) / std::sqrt(count);
    }
};

/// Two sets of samples, and the result for combinations of them, for some samples at a time.
class Mixtures {
public:
    Mixtures(const SamplePlan& first, const SamplePlan& second, StepId result)
        : sets_{Set{first, {}, {}}, Set{second, {}, {}}},
          program_(first.calculation(), first.inputs(), result) {
        for (Set& set : sets_) {
            set.storage.resize(first.inputs().size() * max_samples());
            for (std::size_t k = 0; k < first.inputs().size(); ++k)
                set.columns.push_back(set.storage.data() + k * max_samples());
        }
    }

    std::size_t max_samples() const { return program_.max_samples(); }
    void fill(std::uint64_t start, std::size_t count) {
        for (Set& set : sets_) set.plan.fill(start, count, set.columns);
        count_ = count;
    }
    /// The result with the values of all inputs from one set.
    std::span<const double> pure(std::size_t set) {
        const std::vector<double*>& columns = sets_.at(set).columns;
        return program_.all(std::vector<const double*>(columns.begin(), columns.end()), count_);
    }
    /// The result with one input from the second set and all others from the set of the last call of pure().
    std::span<const double> mixed(std::size_t input) { return program_.with(input, sets_[1].columns[input]); }

private:
    struct Set {
        const SamplePlan& plan;
        std::vector<double> storage;
        std::vector<double*> columns;
    };

    std::array<Set, 2> sets_;
    OneColumnChanged program_;
    std::size_t count_ = 0;
};

/// The mean of a result over one set of samples; empty if it does not vary, or after an error.
std::optional<double> mean_over(const SamplePlan& plan, StepId result, std::uint64_t samples,
                                Diagnostics& diagnostics) {
    if (diagnostics.has_errors()) return std::nullopt;
    const auto sampled = sample(plan, {&result, 1}, {samples, 1}, diagnostics);
    if (!sampled) return std::nullopt;
    const Summary summary = sampled->of(result);
    return summary.sd > 0 ? std::optional(summary.mean) : std::nullopt;
}

struct Gathered {
    std::vector<Ratio> first, total;
    double variance = 0;
};

std::vector<double> centred(std::span<const double> values, double mean) {
    std::vector<double> result(values.begin(), values.end());
    for (double& value : result) value -= mean;
    return result;
}

Gathered gather(Mixtures& mixtures, std::size_t inputs, std::uint64_t samples, double mean) {
    Gathered gathered{std::vector<Ratio>(inputs), std::vector<Ratio>(inputs), 0};
    const std::size_t max_samples = mixtures.max_samples();
    for (std::uint64_t start = 0; start < samples; start += max_samples) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(max_samples, samples - start));
        mixtures.fill(start, count);
        const std::vector<double> b = centred(mixtures.pure(1), mean), a = centred(mixtures.pure(0), mean);
        for (std::size_t n = 0; n < count; ++n) gathered.variance += (a[n] * a[n] + b[n] * b[n]) / 2;
        for (std::size_t i = 0; i < inputs; ++i) {
            const std::span<const double> mixed = mixtures.mixed(i);
            for (std::size_t n = 0; n < count; ++n) {
                const double change = mixed[n] - mean - a[n];
                const double square = (a[n] * a[n] + b[n] * b[n]) / 2;
                gathered.first[i].add(b[n] * change, square);
                gathered.total[i].add(change * change / 2, square);
            }
        }
    }
    gathered.variance /= static_cast<double>(samples);
    return gathered;
}

bool all_finite(const Gathered& gathered) {
    return std::all_of(gathered.total.begin(), gathered.total.end(),
                       [](const Ratio& one) { return std::isfinite(one.aa) && std::isfinite(one.ww); });
}

}  // namespace

std::optional<VarianceShares> variance_shares(const Calculation& calculation, StepId result,
                                              const SobolOptions& options, Diagnostics& diagnostics) {
    const SobolRanks own(calculation);
    PlanOptions plan_options{
        .seed = options.seed, .sampling = options.sampling, .ranks = options.ranks ? options.ranks : &own};
    if (2 * plan_options.ranks->size() > SobolDimension::max_dimensions())
        plan_options.sampling = Sampling::plain;
    const SamplePlan first(calculation, {&result, 1}, plan_options, diagnostics);
    plan_options.stream = "second set/";
    plan_options.first_dimension = plan_options.ranks->size();
    const SamplePlan second(calculation, {&result, 1}, plan_options, diagnostics);
    const std::optional<double> mean_of_first = mean_over(first, result, options.samples, diagnostics);
    const std::optional<double> mean_of_second = mean_over(second, result, options.samples, diagnostics);
    if (!mean_of_first || !mean_of_second) return std::nullopt;

    const double mean = (*mean_of_first + *mean_of_second) / 2;
    Mixtures mixtures(first, second, result);
    const std::size_t inputs = first.inputs().size();
    const Gathered gathered = gather(mixtures, inputs, options.samples, mean);
    if (!all_finite(gathered)) {
        diagnostics.error({},
                          "two samples recombined have no finite result, so shares of variance (Sobol "
                          "indices) cannot be computed");
        return std::nullopt;
    }
    VarianceShares shares{.inputs = {}, .mean = mean, .variance = gathered.variance};
    shares.evaluations = options.samples * (inputs + 2);
    const auto count = static_cast<double>(options.samples);
    for (std::size_t i = 0; i < inputs; ++i) {
        const Ratio &alone = gathered.first[i], &total = gathered.total[i];
        shares.inputs.push_back(
            {first.inputs()[i], alone.value(), alone.error(count), total.value(), total.error(count)});
        shares.explained += alone.value();
    }
    std::stable_sort(shares.inputs.begin(), shares.inputs.end(),
                     [](const VarianceShare& a, const VarianceShare& b) { return a.total > b.total; });
    return shares;
}

}  // namespace lca
