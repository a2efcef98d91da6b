#include "models/results/point_result.hpp"

#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

#include "lca/calc/evaluate.hpp"

namespace lca {
namespace {

/// Nothing where one is missing, the divisor is zero, or the quotient is beyond what a number can hold.
std::optional<double> quotient(std::optional<double> a, std::optional<double> b) {
    if (!a || !b || !std::isfinite(*a / *b)) return std::nullopt;
    return *a / *b;
}

}  // namespace

PointResult::PointResult(const Assessment& assessment)
    : assessment_(&assessment), values_(evaluate(assessment.calculation)) {}

PointResult::PointResult(const Assessment& assessment, std::vector<double> values)
    : assessment_(&assessment), values_(std::move(values)) {
    if (values_.size() != assessment.calculation.steps().size())
        throw std::logic_error("PointResult: one value per step");
}

std::optional<double> PointResult::value(StepId step) const {
    if (step == no_step) return std::nullopt;
    return values_.at(step);
}

std::optional<double> PointResult::value(const Result& row, std::size_t measure) const {
    return value(row.steps.at(measure));
}

std::optional<StepId> PointResult::step(std::string_view name) const {
    const std::optional<NamedFigure> found = find_name(results(), name);
    if (!found) return std::nullopt;
    return found->quotient ? found->whole : found->step;
}

std::optional<PointResult::Named> PointResult::look_up(std::string_view name) const {
    const std::optional<NamedFigure> found = find_name(results(), name);
    if (!found) return std::nullopt;
    Named result{value(found->step), found->dimension};
    if (found->quotient) result.value = quotient(result.value, value(found->divisor));
    return result;
}

PointResult::Named PointResult::value(std::string_view name) const {
    std::optional<Named> found = look_up(name);
    if (!found) throw std::out_of_range("no result is called `" + std::string(name) + "`");
    return *found;
}

bool PointResult::has(std::string_view name) const {
    return look_up(name).has_value();
}

std::optional<double> PointResult::share(std::string_view name) const {
    const Results& results = this->results();
    const std::optional<ResultRef> asked = find_result(results, name);
    if (!asked) return std::nullopt;
    const Result* total = results.find("total");
    if (!total) return std::nullopt;
    return quotient(value(*asked->row, asked->measure), value(*total, asked->measure));
}

std::optional<double> PointResult::amount(const Result& row, std::string_view what) const {
    const std::vector<StepId> steps = counted_steps(results(), row, what);
    if (steps.empty()) return std::nullopt;
    double sum = 0;
    for (const StepId step : steps) sum += values_.at(step);
    return sum;
}

std::optional<PointResult::Named> PointResult::per(std::string_view name, std::string_view what) const {
    const std::optional<ResultRef> asked = find_result(results(), name);
    if (!asked || (what != "request" && what != "token" && what != "functional_unit")) return std::nullopt;
    Dimension counted;
    if (what == "request") counted = Dimension::of(Base::request);
    if (what == "token") counted = Dimension::of(Base::token);
    Named result;
    result.dimension = divide(measure(asked->measure).dimension, counted).value_or(Dimension{});
    result.value = quotient(value(*asked->row, asked->measure), amount(*asked->row, what));
    return result;
}

}  // namespace lca
