#include "models/results/point_result.hpp"

#include <stdexcept>
#include <string>
#include <utility>

#include "lca/calc/evaluate.hpp"
#include "lca/units/quantity.hpp"

namespace lca {
namespace {

/// Empty if either is missing, the divisor is zero, or the quotient is not finite.
std::optional<double> quotient(std::optional<double> a, std::optional<double> b) {
    if (!a || !b || !within_range(*a / *b)) return std::nullopt;
    return *a / *b;
}

/// The reason why a row has no value for a measure.
std::string reason_not_assessed(const Results& results, const ResultRef& of) {
    if (of.measure == market_measure && !results.has_market) return "no site states a `market_intensity`";
    if (idle_within_dynamic(results, *of.row)) return "the measured dynamic figure contains it";
    const std::vector<std::string> missing = missing_from(results, *of.row, of.measure);
    if (missing.empty()) return "nothing in it is assessed";
    if (missing.size() == 1) return missing.front();
    return missing.front() + ", and " + std::to_string(missing.size() - 1) + " more";
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
    if (!found->quotient || found->whole != no_step) return found->quotient ? found->whole : found->step;
    if (divided(*found))
        throw std::out_of_range("`" + std::string(name) + "` was not recorded: see record_per_use");
    return no_step;
}

std::optional<double> PointResult::count(const NamedFigure& figure) const {
    if (figure.counted.empty()) return std::nullopt;
    double sum = 0;
    for (const StepId step : figure.counted) sum += values_.at(step);
    return sum;
}

std::optional<double> PointResult::divided(const NamedFigure& figure) const {
    if (figure.whole != no_step) return value(figure.whole);
    return quotient(value(figure.step), count(figure));
}

std::optional<PointResult::Named> PointResult::look_up(std::string_view name) const {
    const std::optional<NamedFigure> found = find_name(results(), name);
    if (!found) return std::nullopt;
    return Named{found->quotient ? divided(*found) : value(found->step), found->dimension};
}

PointResult::Named PointResult::value(std::string_view name) const {
    std::optional<Named> found = look_up(name);
    if (!found) throw std::out_of_range("there is no result `" + std::string(name) + "`");
    return *found;
}

bool PointResult::has(std::string_view name) const {
    return look_up(name).has_value();
}

std::optional<double> PointResult::share(std::string_view name) const {
    const Results& results = this->results();
    const std::optional<ResultRef> reference = find_result(results, name);
    if (!reference) return std::nullopt;
    const Result* total = results.find("total");
    if (!total) return std::nullopt;
    return quotient(value(*reference->row, reference->measure), value(*total, reference->measure));
}

std::optional<PointResult::Named> PointResult::per(std::string_view name, std::string_view what) const {
    const std::optional<std::size_t> use = use_called(what);
    if (!use || !find_result(results(), name)) return std::nullopt;
    return look_up(std::string(name) + "." + std::string(uses()[*use].suffix));
}

std::string PointResult::missing_reason(std::string_view name) const {
    const std::optional<NamedFigure> found = find_name(results(), name);
    if (!found) return {};
    if (found->quotient) {
        if (divided(*found)) return {};
        const bool open = found->step == no_step && found->result;
        return open ? reason_not_assessed(results(), *found->result)
                    : reason_without_quotient(*found, count(*found));
    }
    if (found->step != no_step) return {};
    if (found->output) return found->output->reason;
    return found->result ? reason_not_assessed(results(), *found->result) : "the file does not state it";
}

}  // namespace lca
