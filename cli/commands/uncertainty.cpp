#include "analyses/uncertainty/uncertainty.hpp"
#include "cli/breakdown_option.hpp"
#include "cli/report_page.hpp"
#include "cli/sampling.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument options[] = {option::of,       option::parts,      option::samples,     option::seed,
                                option::sampling, option::threads,    option::set,         option::what_if,
                                option::impact,   option::details,    option::page_format, option::output,
                                option::quiet,    option::hardware_db};
constexpr Example examples[] = {
    {"lca uncertainty training.yaml", "every result, with its 90 % interval"},
    {"lca uncertainty training.yaml --of total --samples 1e6 --seed 7",
     "one result, more samples, another seed"},
    {"lca uncertainty training.yaml --by phase", "each part of the total"},
    {"lca uncertainty training.yaml --sampling sobol --samples 16384 --format json",
     "quasi-random points, for a program"},
};

int run(const Arguments& arguments, Io& io) {
    if (asks_for_html(arguments)) {
        refuse_with_html(arguments,
                         {option::of.name, option::parts.name, option::impact.name, option::sampling.name});
        return write_report(arguments, io, report_options(arguments));
    }
    UncertaintyOptions parsed;
    parsed.results = requested_results(arguments);
    parsed.by = breakdown_key(arguments);
    parsed.sampling = sampling_options(arguments);
    parsed.measure = chosen_measure(arguments);
    const std::unique_ptr<Session> session = open_session(arguments);
    const std::optional<Uncertainty> result = sample_uncertainty(*session, source_of(arguments), parsed);
    if (report_faults(*session, arguments, io) != 0 || !result) return 2;
    deliver(report_of(*result, page_options(arguments)), arguments, *session, io);
    return 0;
}

constexpr Command command = {
    "uncertainty",
    "the uncertainty of the results",
    "Samples all uncertain inputs of a scenario many times and gives for each result: mean, median, "
    "spread and 90 % interval, whether there were enough samples, and a histogram. Samples depend only on "
    "the seed, the path of the input and the sample index: the same seed gives identical output on any "
    "number of threads and on any x86-64 machine, and adding an input changes no other. A sample out of "
    "range (a negative power) stops the run and asks for `min` or `max`; nothing is clipped.",
    positionals,
    options,
    examples,
    run,
    Group::ask};

}  // namespace

const Command& uncertainty_command() {
    return command;
}

}  // namespace lca::cli
