#include "analyses/sensitivity/sensitivity.hpp"
#include "cli/breakdown_option.hpp"
#include "cli/sampling.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument base_points = {"--samples", Takes::number, "N",
                                  "number of base points for the shares of variance; each takes one "
                                  "evaluation per uncertain figure and two more; default 16,384"};
constexpr Argument method = {"--sampling", Takes::choice, "METHOD",
                             "plain: pseudo-random; sobol: scrambled Sobol points. Default sobol",
                             sampling_names};
constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument options[] = {
    option::of,     option::parts,   base_points,        option::seed,    method,
    option::set,    option::what_if, option::impact,     option::details, option::format,
    option::output, option::quiet,   option::hardware_db};
constexpr Example examples[] = {
    {"lca sensitivity training.yaml", "what the total depends on"},
    {"lca sensitivity training.yaml --of final_training.embodied", "the same of one phase"},
    {"lca sensitivity training.yaml --by stage", "the same for each part of the total"},
    {"lca sensitivity training.yaml --format csv", "every input, with its slope, swing and shares"},
};

int run(const Arguments& arguments, Io& io) {
    SensitivityOptions parsed;
    parsed.results = requested_results(arguments);
    parsed.by = breakdown_key(arguments);
    parsed.sampling = sampling_options(arguments, parsed.sampling, max_base_points);
    parsed.measure = chosen_measure(arguments);
    const std::unique_ptr<Session> session = open_session(arguments);
    const std::optional<Sensitivity> result = analyse_sensitivity(*session, source_of(arguments), parsed);
    if (report_faults(*session, arguments, io) != 0 || !result) return 2;
    deliver(report_of(*result, page_options(arguments)), arguments, *session, io);
    return 0;
}

constexpr Command command = {
    "sensitivity",
    "which figures matter, and how much",
    "Three analyses of a result. Shares of its variance: how much of its uncertainty comes from each "
    "uncertain figure, alone and with interactions (Sobol's indices, with confidence intervals); refused "
    "where figures are correlated. A tornado: the result with one figure at its 5th and at its 95th "
    "percentile, all others at their stated values. Elasticities: what one per cent more of any figure does, "
    "from exact derivatives.",
    positionals,
    options,
    examples,
    run,
    Group::ask};

}  // namespace

const Command& sensitivity_command() {
    return command;
}

}  // namespace lca::cli
