#include "lca/numerics/sample_plan.hpp"

#include <algorithm>
#include <stdexcept>

#include "lca/base/text.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/math/normal.hpp"
#include "lca/numerics/sample_groups.hpp"

namespace lca {

namespace {

/// Whether a is written before b. Files are in the order read: the scenario, what it extends, the catalogue.
bool stands_before(const Input& a, const Input& b) {
    if (a.place.file != b.place.file) return a.place.file < b.place.file;
    if (a.place.line != b.place.line) return a.place.line < b.place.line;
    return a.place.column < b.place.column;
}

std::unique_ptr<const SobolDimension> dimension_of(const Input& input, std::size_t rank, std::uint64_t key,
                                                   Diagnostics& diagnostics) {
    if (rank < SobolDimension::max_dimensions()) return std::make_unique<const SobolDimension>(rank, key);
    diagnostics.add({.place = input.place,
                     .message = "more uncertain inputs than the " +
                                std::to_string(SobolDimension::max_dimensions()) +
                                " dimensions that Sobol points have",
                     .hint = "use plain sampling"});
    return nullptr;
}

}  // namespace

std::vector<std::string> draw_names(const Calculation& calculation) {
    std::unordered_map<std::string_view, std::size_t> seen;
    std::vector<std::string> names;
    for (const Input& input : calculation.inputs()) {
        const std::size_t repeat = input.uncertainty ? seen[input.path]++ : 0;
        std::string& name = names.emplace_back(input.path);
        if (repeat != 0) name += "#" + std::to_string(repeat);
    }
    return names;
}

void SobolRanks::add(const Calculation& variant) {
    const std::vector<std::string> names = draw_names(variant);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (variant.inputs().is_uncertain(i)) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
        return stands_before(variant.inputs()[i], variant.inputs()[j]);
    });
    for (std::size_t i : order) ranks_.emplace(names[i], ranks_.size());
}

std::size_t SobolRanks::of(const std::string& name) const {
    return ranks_.at(name);
}

SamplePlan::SamplePlan(const Calculation& calculation, std::span<const StepId> wanted,
                       const PlanOptions& options, Diagnostics& diagnostics)
    : calculation_(&calculation) {
    const Inputs& all = calculation.inputs();
    const std::vector<bool> needed = reaches(calculation, wanted);
    std::vector<bool> needed_inputs(all.size(), false);
    for (StepId id = 0; id < needed.size(); ++id) {
        const StepRecord& step = calculation.steps()[id];
        if (needed[id] && step.operation == Operation::input) needed_inputs[step.left] = true;
    }
    if (options.held < needed_inputs.size()) needed_inputs[options.held] = false;
    const std::vector<numerics::CorrelatedGroup> groups =
        numerics::correlated_groups(calculation, options.correlations, needed_inputs, diagnostics);
    const std::vector<std::string> names = draw_names(calculation);
    std::optional<SobolRanks> own;
    if (options.sampling == Sampling::sobol && !options.ranks) own.emplace(calculation);
    const SobolRanks* ranks = own ? &*own : options.ranks;
    std::vector<std::size_t> number(all.size(), 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all.is_uncertain(i) || !needed_inputs[i]) continue;
        const std::uint64_t key = stream_key(options.seed, options.stream + names[i]);
        std::unique_ptr<const SobolDimension> dimension;
        if (options.sampling == Sampling::sobol)
            dimension = dimension_of(all[i], options.first_dimension + ranks->of(names[i]), key, diagnostics);
        try {
            drawn_.push_back({key, std::move(dimension), Quantile(*all[i].uncertainty)});
        } catch (const std::invalid_argument&) {
            diagnostics.error(all[i].place,
                              "the truncation of " + in_quotes(all.path(i)) +
                                  " leaves no part of its distribution (" + all[i].uncertainty->written + ")",
                              "min and max with values between them");
            continue;
        }
        number[i] = inputs_.size();
        inputs_.push_back(i);
    }
    if (diagnostics.has_errors()) return;
    for (const numerics::CorrelatedGroup& group : groups) {
        Group mine{{}, group.copula};
        for (std::size_t input : group.inputs) mine.members.push_back(number[input]);
        for (std::size_t member : mine.members) drawn_[member].grouped = true;
        groups_.push_back(std::move(mine));
    }
}

void SamplePlan::draw(const DrawnInput& drawn, std::uint64_t first, std::span<double> column) const {
    if (drawn.dimension) {
        drawn.dimension->draws(first, column);
    } else {
        plain_draws(drawn.key, first, column);
    }
}

void SamplePlan::fill(std::uint64_t first, std::size_t count, std::span<double* const> columns) const {
    for (std::size_t k = 0; k < drawn_.size(); ++k) {
        const std::span<double> column(columns[k], count);
        draw(drawn_[k], first, column);
        if (!drawn_[k].grouped) drawn_[k].quantile.of_draws(column);
    }
    for (const Group& group : groups_) {
        std::vector<double*> members;
        for (std::size_t member : group.members) {
            members.push_back(columns[member]);
            for (double& u : std::span(columns[member], count)) u = normal_quantile(u);
        }
        group.copula.correlate(members, count);
        for (std::size_t member : group.members) {
            drawn_[member].quantile.of_normals(std::span(columns[member], count));
        }
    }
}

std::vector<double> SamplePlan::sample(std::uint64_t number) const {
    std::vector<double> values(inputs_.size());
    std::vector<double*> columns;
    for (double& value : values) columns.push_back(&value);
    fill(number, 1, columns);
    return values;
}

}  // namespace lca
