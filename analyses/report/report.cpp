#include "analyses/report/report.hpp"

#include <algorithm>
#include <set>

#include "analyses/report/body.hpp"
#include "analyses/report/movable.hpp"
#include "analyses/report/recording.hpp"
#include "analyses/report/report_json.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/math/percentile.hpp"
#include "lca/numerics/sample_columns.hpp"
#include "lca/numerics/sensitivity.hpp"
#include "lca/page/html.hpp"
#include "models/edit/variant.hpp"
#include "models/results/gap_comparison.hpp"
#include "models/results/per_use.hpp"

namespace lca {
namespace report {
namespace {

constexpr std::size_t max_steps = 50'000, max_inputs = 2000;

bool too_large(const Assessment& model) {
    return model.calculation.steps().size() > max_steps || model.calculation.inputs().size() > max_inputs;
}

/// The inputs on the page, ordered by their effect on the main result; those without an effect last.
std::vector<std::size_t> by_effect(const PointResult& point) {
    std::vector<std::size_t> order;
    std::vector<bool> known(point.calculation().inputs().size());
    const StepId main = main_step(point.results());
    if (main != no_step) {
        for (const Slope& slope : slopes(point.calculation(), point.values(), main)) {
            order.push_back(slope.input);
            known[slope.input] = true;
        }
    }
    for (const std::size_t input : shown_inputs(point.assessment())) {
        if (!known[input]) order.push_back(input);
    }
    return order;
}

Alternative alternative(const Model& model, const WhatIf& what_if, const Results& own) {
    const Result* total = model.results.find("total");
    Alternative result;
    result.id = what_if.id;
    result.title = what_if.title;
    if (!total) return result;
    result.total = PointResult(model).value(*total);
    result.partial = model.results.is_partial(*total, index_of::climate);
    const GapComparison gaps(own, model.results);
    result.comparable = result.total.has_value() && !gaps.unlike("total", index_of::climate).any();
    return result;
}

/// The scenario itself and each of its what-ifs; empty if it has none.
std::vector<Alternative> alternatives(Session& session, const std::shared_ptr<Document>& document,
                                      const ScenarioSource& source, const Model& own) {
    std::vector<Alternative> found;
    if (!document || own.scenario.what_ifs.empty()) return found;
    std::vector<WhatIf> all = own.scenario.what_ifs;
    all.insert(all.begin(), WhatIf{});
    for (const WhatIf& what_if : all) {
        const bool shown = what_if.id == own.variant;
        const std::unique_ptr<Model> model =
            shown ? nullptr : session.compile(document, what_if.id, source.edits);
        if (shown || model) found.push_back(alternative(shown ? own : *model, what_if, own.results));
    }
    return found;
}

/// The title of each compared scenario; if files have equal titles, with the file's name: "Training on V100s
/// (old.yaml)".
std::vector<std::string> titles(const Comparison& compared, bool of_files) {
    std::vector<std::string> made;
    std::set<std::string> known;
    for (const Evaluation& one : compared.evaluations) {
        made.push_back(of_files ? one.title : one.variant_title);
        known.insert(made.back());
    }
    if (!of_files || known.size() == made.size()) return made;
    for (std::size_t i = 0; i < made.size(); ++i) made[i] += " (" + compared.names[i] + ")";
    return made;
}

/// The 90 % interval of a variant's difference to the first scenario; `variant` is counted from 1.
std::optional<std::pair<double, double>> drawn_difference(const Comparison& compared, std::size_t variant) {
    if (compared.by || compared.draws.differences.empty()) return std::nullopt;
    const auto& drawn = compared.draws.differences[variant - 1][index_of::climate];
    if (!drawn || !drawn->difference.varies()) return std::nullopt;
    return std::pair(drawn->difference.percentiles[1], drawn->difference.percentiles[5]);  // P5, P95
}

/// The compared scenarios as alternatives; the first is the page's own.
std::vector<Alternative> alternatives(const Comparison& compared) {
    const bool of_files = compared.evaluations.size() > 1 && compared.evaluations[1].variant.empty();
    const std::vector<Compared> values = compared.values(index_of::climate);
    const std::vector<std::string> names = titles(compared, of_files);
    std::vector<Alternative> found;
    for (std::size_t i = 0; i < values.size(); ++i) {
        Alternative& one = found.emplace_back();
        if (i > 0) one.id = compared.names[i];
        one.title = names[i];
        one.total = values[i].total;
        one.partial = values[i].partial;
        one.comparable = i == 0 || values[i].difference.has_value();
        if (i > 0 && one.comparable) one.difference = drawn_difference(compared, i);
    }
    return found;
}

/// Samples the total as `lca uncertainty` does. An impossible draw is not an error of the file: only the page
/// mentions it.
void draw(InteractiveReport& report, const Model& model) {
    const StepId total = main_step(model.results);
    if (total == no_step) return;
    Diagnostics faults;
    PlanOptions options;
    options.seed = report.options.seed;
    options.correlations = model.scenario.correlations;
    const SamplePlan plan(model.calculation, {&total, 1}, options, faults);
    if (!faults.has_errors() && plan.inputs().empty()) return;
    const std::optional<std::vector<double>> drawn =
        faults.has_errors() ? std::nullopt : drawn_totals(plan, total, report.options.draws);
    if (!drawn) {
        report.no_draws = "a sample would be outside the possible values of an input: see `lca uncertainty`";
        return;
    }
    std::vector<double> sorted = *drawn;
    std::sort(sorted.begin(), sorted.end());
    report.interval = {percentile(sorted, 0.05), percentile(sorted, 0.95)};
    if (plan.correlated()) report.totals = *drawn;
}

}  // namespace
}  // namespace report

std::optional<InteractiveReport> make_report(Session& session, const ScenarioSource& source,
                                             const ReportOptions& options) {
    const std::shared_ptr<Document> document = load(session, source);
    if (!document && !source.made) return std::nullopt;
    std::shared_ptr<Model> model =
        source.made ? compile(session, source) : compile(session, document, source);
    if (!model) return std::nullopt;
    record_per_use(*model, report::shown_per_use(model->results));
    InteractiveReport result{.options = options};
    result.is_large = report::too_large(*model);
    result.evaluation = described(session, source, model);
    report::draw(result, *model);
    result.equivalents = equivalents_of(result.evaluation, result.interval);
    if (result.is_large) return result;
    result.alternatives = options.compared ? report::alternatives(*options.compared)
                                           : report::alternatives(session, document, source, *model);
    if (session.failed()) return std::nullopt;
    VariantCompiler compiler(session, source);
    if (!source.made)
        result.movable = report::movable_inputs(*model, report::by_effect(*result.evaluation.result),
                                                compiler, source.what_if);
    return result;
}

std::string html_of(const InteractiveReport& report, Session& session,
                    const std::vector<std::string>& command) {
    return write_html(
        {report.evaluation.title, report::body_of(report), report::data_of(report, session, command)});
}

}  // namespace lca
