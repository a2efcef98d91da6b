#include "models/results/expectation_checks.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "lca/base/text.hpp"
#include "lca/calc/dataflow.hpp"

namespace lca {
namespace {

/// The dimension of a figure if its unit lacks the `/request` that `per: request`, or a name that ends in
/// `per_request`, implies.
std::optional<Dimension> divided(const Expectation& expected) {
    return expected.per.empty() ? divided_as_named(expected.dimension, expected.of)
                                : divided_by_use(expected.dimension, use_called(expected.per));
}

/// The name to look up. With a unit of energy, `serving.per_request` means the activity's electricity, as in
/// expressions; otherwise it means climate change.
std::string name_meant(const Expectation& expected, const Results& results) {
    const std::optional<NamedFigure> own = find_name(results, expected.of, NameContext::expression);
    const bool electricity = own && own->result && own->result->measure == energy_measure && own->quotient;
    const bool fits = own && (own->dimension == expected.dimension || own->dimension == divided(expected));
    if (!electricity || !fits || own->dimension.dimensionless()) return expected.of;
    const std::size_t dot = expected.of.rfind('.');
    return with_suffix(results.name(*own->result->row), energy_measure) + expected.of.substr(dot);
}

/// The computed value for an expectation, in the form that it asks for; empty if there is no such result.
std::optional<PointResult::Named> value_for(const Expectation& expected, const PointResult& point) {
    if (!point.has(expected.of)) return std::nullopt;
    switch (expected.as) {
        case Expectation::ComparisonForm::share:
            if (!find_result(point.results(), expected.of)) return std::nullopt;
            return PointResult::Named{point.share(expected.of), Dimension{}};
        case Expectation::ComparisonForm::per:
            return point.per(expected.of, expected.per);
        case Expectation::ComparisonForm::quantity:
            break;
    }
    return point.value(name_meant(expected, point.results()));
}

/// A value with `status: fitted`, and for each step whether it depends on that value.
struct Fitted {
    Input about;
    std::vector<bool> dependent;
};

std::vector<Fitted> fitted_figures(const Calculation& calculation) {
    std::vector<Fitted> found;
    for (std::size_t i = 0; i < calculation.inputs().size(); ++i) {
        const Input input = calculation.inputs()[i];
        if (input.status == "fitted") found.push_back({input, depends_on(calculation, {{i}})});
    }
    for (std::size_t i = 0; i < calculation.stated().size(); ++i) {
        const Input about = calculation.stated()[i];
        if (about.status == "fitted")
            found.push_back({about, depends_on(calculation, calculation.stated_steps()[i])});
    }
    return found;
}

/// The steps that a published figure is compared with; for a share or a figure per request also the steps
/// that are divided by.
std::vector<StepId> compared_steps(const Expectation& expected, const Results& results) {
    const std::optional<NamedFigure> figure = find_name(results, name_meant(expected, results));
    if (!figure) return {};
    std::vector<StepId> steps = figure->counted;
    steps.push_back(figure->step);
    if (figure->result && !expected.per.empty()) {
        const std::vector<StepId> counted = counted_steps(results, *figure->result->row, expected.per);
        steps.insert(steps.end(), counted.begin(), counted.end());
    }
    if (expected.as == Expectation::ComparisonForm::share) {
        if (const std::optional<NamedFigure> total = find_name(results, "total"))
            steps.push_back(total->step);
    }
    std::erase(steps, no_step);
    return steps;
}

}  // namespace

std::optional<double> computed(const Expectation& expected, const PointResult& point) {
    const std::optional<PointResult::Named> found = value_for(expected, point);
    return found ? found->value : std::nullopt;
}

void check_dimension(const Expectation& expected, Dimension found, Diagnostics& diagnostics) {
    if (found == expected.dimension || found == divided(expected)) return;
    const bool bare = expected.unit.empty();
    const std::string figure = expected.written + (bare ? "" : " " + expected.unit);
    diagnostics.add({.place = expected.unit_place,
                     .message = in_quotes(expected.of) + " is of dimension " + name(found) + ", but " +
                                figure +
                                (bare ? " has no unit" : " is of dimension " + name(expected.dimension)),
                     .expected = found.dimensionless()
                                     ? "a plain number or %"
                                     : "a figure of " + name(found) + " (" + customary_unit(found) + ")",
                     .hint = bare ? std::string() : mix_up(found, expected.dimension, expected.unit),
                     .width = expected.unit_width});
}

void report_unknown(const Expectation& expected, std::string hint, Diagnostics& diagnostics) {
    diagnostics.error(expected.place, "there is no result " + in_quotes(expected.of),
                      "a result such as `total`, `idle`, `<activity>.dynamic`, `<activity>.dynamic.energy`, "
                      "`<activity>.requests`, `outputs.<id>`",
                      std::move(hint));
}

void check_names(std::span<const Expectation> expectations, const PointResult& point,
                 Diagnostics& diagnostics) {
    for (const Expectation& expected : expectations) {
        if (!point.has(expected.of)) {
            report_unknown(expected,
                           diagnostics.worth_a_hint() ? nearest_results(point.results(), expected.of) : "",
                           diagnostics);
            continue;
        }
        const std::optional<PointResult::Named> found = value_for(expected, point);
        if (!found) {
            diagnostics.error(expected.place,
                              in_quotes(expected.of) + " is not part of a sum of results, so it has no " +
                                  (expected.as == Expectation::ComparisonForm::share ? "share" : "`per`"));
        } else {
            check_dimension(expected, found->dimension, diagnostics);
        }
    }
}

std::vector<Check> checks(std::span<const Expectation> expectations, std::string_view what_if,
                          const PointResult& point) {
    const std::vector<Fitted> fitted = fitted_figures(point.calculation());
    std::vector<Check> result;
    for (const Expectation& expected : expectations) {
        if (expected.what_if != what_if) continue;
        result.push_back(check(expected, computed(expected, point)));
        const std::vector<StepId> steps = compared_steps(expected, point.results());
        for (const Fitted& one : fitted) {
            const auto rests = [&one](StepId step) { return one.dependent[step]; };
            if (std::any_of(steps.begin(), steps.end(), rests))
                result.back().fitted.emplace_back(one.about.path, one.about.note);
        }
    }
    return result;
}

}  // namespace lca
