#include <algorithm>

#include "analyses/uncertainty/uncertainty_report.hpp"
#include "cli/breakdown_option.hpp"
#include "cli/sampling.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument options[] = {option::of,         option::parts,   option::samples, option::seed,
                                option::sampling,   option::threads, option::set,     option::what_if,
                                option::impact,     option::format,  option::output,  option::quiet,
                                option::hardware_db};
constexpr Example examples[] = {
    {"lca uncertainty training.yaml", "every result, with its 90 % interval"},
    {"lca uncertainty training.yaml --of total --samples 1e6 --seed 7",
     "one result, more samples, other draws"},
    {"lca uncertainty training.yaml --by phase", "each part of the total"},
    {"lca uncertainty training.yaml --sampling sobol --samples 16384 --format json",
     "quasi-random points, for a program"},
};

int run(const Arguments& arguments, Io& io) {
    SampleOptions options_asked;
    options_asked.samples = sample_count(arguments, default_samples);
    options_asked.threads = thread_count(arguments);
    const std::unique_ptr<Session> session = open_session(arguments);
    const ScenarioSource source = source_of(arguments);
    const SamplingOptions how = sampling_options(arguments);
    const SampledModel read = compile_for_sampling(*session, source, how.sampling);
    if (!read.model) {
        report_faults(*session, arguments, io);
        return 2;
    }
    Calculation& calculation = read.model->calculation;
    std::vector<NamedResult> asked;
    const std::optional<BreakdownKey> by = breakdown_key(arguments);
    if (by)
        asked =
            items_as_results(*read.model, *by, break_down_total(*read.model, *by), chosen_measure(arguments));
    const PointResult reading(*read.model);
    if (!by) asked = asked_results(reading, arguments);
    std::vector<StepId> steps;
    for (const NamedResult& one : asked) {
        if (one.step != no_step) steps.push_back(one.step);
    }
    if (asked.empty()) steps = all_result_steps(read.model->results);

    std::vector<StepId> histograms;
    for (const NamedResult& one :
         shown_as_histograms(reading, chosen_measure(arguments), asked, by.has_value()))
        histograms.push_back(one.step);
    options_asked.histograms = histograms;
    std::vector<MayLack> may_lack;
    for (const Output& output : read.model->results.outputs) {
        if (output.may_lack) may_lack.push_back({output.step, "outputs." + output.name});
    }
    options_asked.may_lack = may_lack;

    const SamplePlan plan(calculation, steps, read.plan_options(how), session->diagnostics());
    std::optional<Sampled> sampled;
    if (!session->diagnostics().has_errors())
        sampled = sample(plan, steps, options_asked, session->diagnostics());
    if (report_faults(*session, arguments, io) != 0 || !sampled) return 2;

    const Evaluation evaluation = described(*session, source, read.model, chosen_measure(arguments));
    Uncertainty uncertainty;
    uncertainty.evaluation = &evaluation;
    uncertainty.sampled = &*sampled;
    uncertainty.plan = &plan;
    uncertainty.asked = asked;
    uncertainty.by = by;
    uncertainty.samples = options_asked.samples;
    uncertainty.seed = seed(arguments);
    uncertainty.sampling = sampling(arguments);
    deliver(uncertainty_report(uncertainty), arguments, {&session->sources()}, io);
    return 0;
}

constexpr Command command = {
    "uncertainty",
    "how sure the results are",
    "Draws every uncertain figure of a scenario many times and says what the results come to: mean, median, "
    "spread and the 90 % interval of each, whether there were enough samples, and a histogram. Draws depend "
    "on "
    "the seed, on the figure's path and on the sample's number only: the same seed gives the same bytes, on "
    "any "
    "number of threads and on any x86-64 machine, and a figure that is added moves no other. A draw that "
    "cannot "
    "be (a negative power) stops the run and asks for `min` or `max`; nothing is clipped.",
    positionals,
    options,
    examples,
    run};

}  // namespace

const Command& uncertainty_command() {
    return command;
}

}  // namespace lca::cli
