#include "analyses/evaluation/evaluation.hpp"
#include "cli/breakdown_option.hpp"
#include "cli/report_page.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument equivalents = {
    "--equivalents", Takes::nothing, {}, "also the total in everyday terms: cars, flights, homes"};
constexpr Argument options[] = {option::set,     option::what_if,    option::impact,      option::parts,
                                option::details, equivalents,        option::page_format, option::output,
                                option::quiet,   option::hardware_db};
constexpr Example examples[] = {
    {"lca evaluate training.yaml", "the results on one screen"},
    {"lca evaluate training.yaml --details", "every line, with what is assumed and all sources"},
    {"lca evaluate training.yaml --set sites.idris.pue=1.2", "the same with another PUE, the file unchanged"},
    {"lca evaluate training.yaml --what-if world_grid --format json", "a variant of the file, for a program"},
    {"lca evaluate training.yaml --by line", "the total by line of each phase"},
    {"lca evaluate training.yaml --by life_cycle_stage", "making, transport, use and end of life"},
    {"lca evaluate training.yaml --equivalents",
     "the total in lives of a car, flights and homes, with sources"},
    {"lca evaluate training.yaml --by year", "the total by calendar year"},
};

int run(const Arguments& arguments, Io& io) {
    if (asks_for_html(arguments)) {
        refuse_with_html(arguments, {option::parts.name, option::impact.name});
        return write_report(arguments, io, {.equivalents = arguments.has(equivalents.name)});
    }
    const std::unique_ptr<Session> session = open_session(arguments);
    const ScenarioSource source = source_of(arguments);
    const std::size_t measure = chosen_measure(arguments);
    const auto answer = [&](const auto& result, const auto&... page) {
        if (report_faults(*session, arguments, io, !shows_page(arguments)) != 0) return 2;
        deliver(report_of(*result, page...), arguments, *session, io);
        return 0;
    };
    const bool with_equivalents = arguments.has("--equivalents");
    if (const std::optional<BreakdownKey> by = breakdown_key(arguments)) {
        if (with_equivalents)
            throw InputError("--equivalents is about the total and cannot be combined with --by");
        return answer(break_down(*session, source, {*by, measure}));
    }
    return answer(evaluate(*session, source, {measure, with_equivalents}), page_options(arguments));
}

constexpr Command command = {
    "evaluate",
    "the emissions of a scenario",
    "Reads a scenario and shows on one screen: the total with its 90 % interval (4,096 samples, where inputs "
    "are uncertain), its main inputs, its embodied, idle and dynamic emissions, the largest activities and "
    "what is not assessed. `--details` shows every activity, phase and line, which defaults were used and "
    "the sources of the figures.",
    positionals,
    options,
    examples,
    run,
    Group::ask};

}  // namespace

const Command& evaluate_command() {
    return command;
}

}  // namespace lca::cli
