#include "lca/numerics/attribution_draws.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "lca/math/percentile.hpp"

namespace lca {
namespace {

constexpr std::size_t block = 1024;
constexpr std::size_t max_known = 512;  // number of inputs whose samples are kept in known_

void append(std::string& key, double value) {
    key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void append(std::string& key, const std::vector<double>& values) {
    append(key, static_cast<double>(values.size()));
    for (const double value : values) append(key, value);
}

struct AppendShape {
    std::string& key;

    void all(std::initializer_list<double> values) const {
        for (const double value : values) append(key, value);
    }
    void operator()(const Normal& shape) const { all({shape.mu, shape.sd}); }
    void operator()(const Lognormal& shape) const { all({shape.median, shape.gsd}); }
    void operator()(const Uniform& shape) const { all({shape.low, shape.high}); }
    void operator()(const Triangular& shape) const { all({shape.low, shape.high, shape.mode}); }
    void operator()(const Pert& shape) const { all({shape.low, shape.high, shape.mode}); }
    void operator()(const Discrete& shape) const {
        append(key, shape.values);
        append(key, shape.weights);
    }
    void operator()(const Empirical& shape) const { append(key, shape.values); }
    void operator()(const Metalog& shape) const { all({shape.a1, shape.a2, shape.a3}); }
};

/// A text that contains everything on which the samples of an input depend.
std::string key_of(const std::string& name, const Distribution& one) {
    std::string key = name + '\0' + static_cast<char>(one.shape.index());
    std::visit(AppendShape{key}, one.shape);
    for (const std::optional<double>& end : {one.minimum, one.maximum})
        append(key, end.value_or(std::numeric_limits<double>::quiet_NaN()));
    return key;
}

/// The uncertain inputs on which the steps depend.
std::vector<std::size_t> uncertain_inputs(const Calculation& calculation, std::span<const StepId> steps) {
    const std::vector<bool> needed = reaches(calculation, steps);
    std::vector<std::size_t> inputs;
    for (StepId id = 0; id < needed.size(); ++id) {
        const StepRecord& step = calculation.steps()[id];
        const bool input = needed[id] && step.operation == Operation::input;
        if (input && calculation.inputs()[step.left].uncertainty) inputs.push_back(step.left);
    }
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    return inputs;
}

}  // namespace

ShareDraws::ShareDraws(std::size_t changes, std::size_t results, const AttributionOptions& options,
                       std::uint64_t samples, PlanOptions planned)
    : changes_(changes),
      results_(results),
      samples_(samples),
      planned_(std::move(planned)),
      weights_(outcome_weights(changes, options)),
      assessed_(results, true),
      columns_(changes * results) {
    if (planned_.ranks) ranks_ = *planned_.ranks;
    planned_.ranks = &ranks_;
}

/// Samples of the inputs. Unless there are correlations, they depend only on an input's name and
/// distribution, so that outcomes share them.
std::vector<const double*> ShareDraws::draws(const Calculation& calculation,
                                             std::span<const std::size_t> inputs,
                                             std::span<const StepId> steps,
                                             std::span<const Correlation> correlations) {
    if (known_.size() > max_known || !correlations.empty()) known_.clear();
    const std::vector<std::string> names = draw_names(calculation);
    std::vector<std::vector<double>*> columns;
    bool all_known = true;
    for (const std::size_t input : inputs) {
        std::vector<double>& column = known_[key_of(names[input], *calculation.inputs()[input].uncertainty)];
        all_known = all_known && !column.empty();
        columns.push_back(&column);
    }
    if (!all_known) fill(calculation, inputs, steps, correlations, columns);
    std::vector<const double*> data;
    for (const std::vector<double>* column : columns) data.push_back(column->data());
    return data;
}

void ShareDraws::fill(const Calculation& calculation, std::span<const std::size_t> inputs,
                      std::span<const StepId> steps, std::span<const Correlation> correlations,
                      std::span<std::vector<double>* const> columns) {
    ranks_.add(calculation);
    PlanOptions options = planned_;
    options.correlations = correlations;
    Diagnostics ignored;  // reported before, for the base and the variant
    const SamplePlan plan(calculation, steps, options, ignored);
    for (std::vector<double>* column : columns) column->resize(samples_);
    // Inputs that are sampled only because they are correlated with others are not needed here.
    std::vector<std::vector<double>> others(plan.inputs().size());
    std::vector<double*> places;
    for (std::size_t k = 0; k < plan.inputs().size(); ++k) {
        const auto at = std::lower_bound(inputs.begin(), inputs.end(), plan.inputs()[k]);
        const bool mine = at != inputs.end() && *at == plan.inputs()[k];
        if (!mine) others[k].resize(samples_);
        places.push_back(mine ? columns[static_cast<std::size_t>(at - inputs.begin())]->data()
                              : others[k].data());
    }
    if (!ignored.has_errors()) plan.fill(0, samples_, places);
}

void ShareDraws::add(const std::vector<bool>& made, const Calculation& calculation,
                     std::span<const StepId> steps, std::span<const Correlation> correlations) {
    const auto weights = weights_.find(made);
    if (weights == weights_.end()) return;
    std::vector<StepId> wanted;
    std::vector<std::size_t> which;
    for (std::size_t r = 0; r < results_; ++r) {
        if (steps[r] == no_step) assessed_[r] = false;
        if (!assessed_[r]) continue;
        wanted.push_back(steps[r]);
        which.push_back(r);
    }
    if (wanted.empty()) return;
    const std::vector<std::size_t> inputs = uncertain_inputs(calculation, wanted);
    const std::vector<const double*> columns = draws(calculation, inputs, wanted, correlations);
    const ColumnProgram program(calculation, inputs, wanted);
    std::vector<double> values(wanted.size() * block);
    for (std::size_t first = 0; first < samples_; first += block) {
        const std::size_t count = std::min<std::size_t>(block, samples_ - first);
        std::vector<const double*> at;
        for (const double* column : columns) at.push_back(column + first);
        program.run(at, count, values.data(), block);
        for (std::size_t j = 0; j < which.size(); ++j)
            weigh(weights->second, which[j], values.data() + j * block, first, count);
    }
}

void ShareDraws::weigh(std::span<const double> weights, std::size_t result, const double* values,
                       std::size_t first, std::size_t count) {
    for (std::size_t i = 0; i < changes_; ++i) {
        std::vector<double>& column = columns_[i * results_ + result];
        if (column.empty()) column.assign(samples_, 0.0);
        double* const share = column.data() + first;
        const double weight = weights[i];
        for (std::size_t n = 0; n < count; ++n) share[n] += weight * values[n];
    }
}

std::optional<ShareInterval> ShareDraws::interval(std::size_t change, std::size_t result) const {
    std::vector<double> share = columns_[change * results_ + result];
    const bool finite =
        std::all_of(share.begin(), share.end(), [](double value) { return std::isfinite(value); });
    if (!assessed_[result] || share.empty() || !finite) return std::nullopt;
    std::sort(share.begin(), share.end());
    return ShareInterval{percentile(share, 0.025), percentile(share, 0.05), percentile(share, 0.5),
                         percentile(share, 0.95), percentile(share, 0.975)};
}

}  // namespace lca
