#include "analyses/sensitivity/sensitivity_report.hpp"
#include "cli/breakdown_option.hpp"
#include "cli/sampling.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr std::uint64_t default_base_points = 16'384;
constexpr std::uint64_t max_base_points = 100'000'000;

constexpr Argument base_points = {
    "--samples", Takes::number, "N",
    "base points of the shares of variance, each evaluated once for every uncertain "
    "figure and twice more; default 16,384"};
constexpr Argument method = {"--sampling", Takes::choice, "METHOD",
                             "plain: pseudo-random; sobol: scrambled Sobol points. Default sobol",
                             sampling_names};
constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument options[] = {option::of,     option::parts,  base_points,     option::seed,
                                method,         option::set,    option::what_if, option::impact,
                                option::format, option::output, option::quiet,   option::hardware_db};
constexpr Example examples[] = {
    {"lca sensitivity training.yaml", "what the total depends on"},
    {"lca sensitivity training.yaml --of final_training.embodied", "the same of one phase"},
    {"lca sensitivity training.yaml --by stage", "of each part of the total"},
    {"lca sensitivity training.yaml --format csv", "every input, with its slope, swing and shares"},
};

Sampling chosen_method(const Arguments& arguments) {
    return arguments.one("--sampling", "sobol") == "sobol" ? Sampling::sobol : Sampling::plain;
}

/// Without `--of`: the total of the impact chosen, or every output where there are no activities.
std::vector<NamedResult> default_results(const PointResult& reading, const Arguments& arguments) {
    const Results& results = reading.results();
    std::vector<NamedResult> names;
    if (results.activities.empty()) {
        for (const Output& output : results.outputs)
            names.push_back({"outputs." + output.name, output.step, output.dimension});
        return names;
    }
    const std::size_t index = chosen_measure(arguments);
    std::string name = "total";
    if (!measure(index).suffix.empty()) name += "." + std::string(measure(index).suffix);
    const Result* total = results.find("total");
    names.push_back({name, total ? total->steps.at(index) : no_step, measure(index).dimension});
    return names;
}

/// Shares of variance are left out where figures are correlated.
SensitiveResult analysed(const NamedResult& asked, const PointResult& reading,
                         const SobolOptions& shares_options, std::span<const Correlation> correlations,
                         Diagnostics& diagnostics) {
    SensitiveResult result{asked, {}, {}, {}};
    if (asked.step == no_step) return result;
    const Calculation& calculation = reading.calculation();
    result.slopes = slopes(calculation, reading.values(), asked.step);
    PlanOptions planned;
    planned.correlations = correlations;
    const SamplePlan plan(calculation, {&asked.step, 1}, planned, diagnostics);
    if (diagnostics.has_errors()) return result;
    result.swings = swings(plan, asked.step, diagnostics);
    if (!diagnostics.has_errors() && correlations.empty())
        result.shares = variance_shares(calculation, asked.step, shares_options, diagnostics);
    return result;
}

int run(const Arguments& arguments, Io& io) {
    SobolOptions shares_options;
    shares_options.samples = whole_number(arguments, "--samples", 2, max_base_points, default_base_points);
    shares_options.seed = seed(arguments);
    shares_options.sampling = chosen_method(arguments);
    const std::unique_ptr<Session> session = open_session(arguments);
    const ScenarioSource source = source_of(arguments);
    const SampledModel read = compile_for_sampling(*session, source, shares_options.sampling);
    if (!read.model) {
        report_faults(*session, arguments, io);
        return 2;
    }
    shares_options.ranks = read.ranks.get();
    std::vector<NamedResult> asked;
    if (const std::optional<BreakdownKey> by = breakdown_key(arguments)) {
        const std::vector<BreakdownItem> parts = break_down_total(*read.model, *by);
        asked = items_as_results(*read.model, *by, parts, chosen_measure(arguments));
        // At the point no activity ends after the last year: nothing depends on anything there.
        std::erase_if(asked, [](const NamedResult& one) { return one.title == later; });
    }
    const PointResult reading(*read.model);
    if (asked.empty()) asked = resolve_results(reading, "--of", asked_results(arguments));
    if (asked.empty()) asked = default_results(reading, arguments);

    Sensitivity sensitivity;
    if (!read.model->scenario.correlations.empty()) {
        sensitivity.refused =
            "not given, because the file states correlations. They share out the variance of independent "
            "figures; where figures move together, what one of them explains alone is not defined.";
    }
    for (const NamedResult& one : asked) {
        sensitivity.results.push_back(analysed(one, reading, shares_options,
                                               read.model->scenario.correlations, session->diagnostics()));
        if (session->diagnostics().has_errors()) break;
    }
    if (report_faults(*session, arguments, io) != 0) return 2;
    const Evaluation evaluation = described(*session, source, read.model, chosen_measure(arguments));
    sensitivity.evaluation = &evaluation;
    sensitivity.samples = shares_options.samples;
    sensitivity.seed = shares_options.seed;
    sensitivity.sampling = shares_options.sampling;
    deliver(sensitivity_report(sensitivity), arguments, {&session->sources()}, io);
    return 0;
}

constexpr Command command = {
    "sensitivity",
    "which figures matter, and how much",
    "Three answers for a result. Shares of its variance: how much of its uncertainty comes from each "
    "uncertain "
    "figure, alone and with interactions (Sobol's indices, with confidence intervals); refused where figures "
    "are "
    "correlated. A tornado: the result with one figure at its 5th and at its 95th percentile, all others at "
    "their "
    "point. Elasticities: what one per cent more of any figure does, from exact derivatives.",
    positionals,
    options,
    examples,
    run};

}  // namespace

const Command& sensitivity_command() {
    return command;
}

}  // namespace lca::cli
