#include "analyses/break_even/break_even_point.hpp"

#include <algorithm>
#include <cmath>

#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "lca/math/percentile.hpp"
#include "lca/numerics/sample.hpp"

namespace lca::break_even_detail {
namespace {

/// A result as a function of one input, whose other uncertain inputs can be set to a draw.
class SampledFunction {
public:
    SampledFunction(const ResultFunction& side, std::uint64_t draws) : side_(side) {
        if (!side.calculation) return;
        const PlanOptions options{.correlations = side.correlations, .held = side.input};
        plan_.emplace(*side.calculation, std::span(&side.step, 1), options, *side.diagnostics);
        const SampleOptions all{.samples = std::max<std::uint64_t>(2, draws), .threads = 1};
        sound_ = !side.diagnostics->has_errors() &&
                 (plan_->inputs().empty() ||
                  sample(*plan_, std::span(&side.step, 1), all, *side.diagnostics).has_value());
        if (!sound_) return;
        std::vector<std::size_t> varying(plan_->inputs().begin(), plan_->inputs().end());
        const auto at = std::find(varying.begin(), varying.end(), side.input);
        by_ = static_cast<std::size_t>(at - varying.begin());
        others_ = varying.size() - (at == varying.end() ? 0 : 1);
        if (at == varying.end() && side.input != no_input) varying.push_back(side.input);
        program_.emplace(*side.calculation, varying, std::span(&side.step, 1));
        inputs_ = varying.size();
    }

    /// False if a draw is impossible or a result in it is not finite; that was then reported.
    bool sound() const { return sound_; }
    /// Number of uncertain inputs besides the one that is varied.
    std::size_t others() const { return others_; }

    void draw(std::uint64_t number) {
        if (plan_) drawn_ = plan_->sample(number);
    }

    std::vector<double> values(std::span<const double> points) const {
        if (!program_) return std::vector<double>(points.size(), side_.constant);
        std::vector<std::vector<double>> columns;
        std::vector<const double*> data;
        for (std::size_t k = 0; k < inputs_; ++k) {
            columns.push_back(k == by_ ? std::vector<double>(points.begin(), points.end())
                                       : std::vector<double>(points.size(), drawn_[k]));
        }
        for (const std::vector<double>& column : columns) data.push_back(column.data());
        std::vector<double> result(points.size());
        program_->run(data, points.size(), result.data(), points.size());
        return result;
    }

private:
    ResultFunction side_;
    std::optional<SamplePlan> plan_;
    std::optional<ColumnProgram> program_;
    std::size_t by_ = no_input, others_ = 0, inputs_ = 0;
    std::vector<double> drawn_;
    bool sound_ = true;
};

}  // namespace

std::vector<double> values_of(const ResultFunction& side, std::span<const double> points) {
    if (!side.calculation) return std::vector<double>(points.size(), side.constant);
    std::vector<Column> columns;
    if (side.input != no_input) columns.push_back({side.input, points});
    return evaluate(*side.calculation, columns, points.size(), std::span(&side.step, 1));
}

ColumnFunction difference(const ResultFunction& first, const ResultFunction& second) {
    return [first, second](std::span<const double> points) {
        std::vector<double> result = values_of(first, points);
        const std::vector<double> other = values_of(second, points);
        for (std::size_t i = 0; i < result.size(); ++i) result[i] -= other[i];
        return result;
    };
}

std::optional<RootSpread> root_spread(const ResultFunction& first, const ResultFunction& second, double root,
                                      std::span<const double> points, std::uint64_t draws) {
    SampledFunction a(first, draws);
    if (!a.sound()) return std::nullopt;
    SampledFunction b(second, draws);
    if (!b.sound() || a.others() + b.others() == 0) return std::nullopt;
    const ColumnFunction function = [&](std::span<const double> at) {
        std::vector<double> result = a.values(at);
        const std::vector<double> other = b.values(at);
        for (std::size_t i = 0; i < result.size(); ++i) result[i] -= other[i];
        return result;
    };
    RootSpread spread;
    spread.draws = draws;
    std::vector<double> found;
    for (std::uint64_t number = 0; number < draws; ++number) {
        a.draw(number);
        b.draw(number);
        const std::vector<Root> roots = find_roots(function, points);
        if (roots.empty()) {
            ++spread.without;
            continue;
        }
        const auto nearest = std::min_element(
            roots.begin(), roots.end(),
            [root](const Root& x, const Root& y) { return std::abs(x.at - root) < std::abs(y.at - root); });
        found.push_back(nearest->at);
    }
    if (found.empty()) return spread;
    std::sort(found.begin(), found.end());
    spread.median = percentile(found, 0.5);
    spread.p5 = percentile(found, 0.05);
    spread.p95 = percentile(found, 0.95);
    return spread;
}

}  // namespace lca::break_even_detail
