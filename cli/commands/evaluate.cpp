#include "analyses/breakdown/breakdown_report.hpp"
#include "cli/parts.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument options[] = {option::set,    option::what_if, option::impact, option::parts,
                                option::format, option::output,  option::quiet,  option::hardware_db};
constexpr Example examples[] = {
    {"lca evaluate training.yaml", "the table"},
    {"lca evaluate training.yaml --set sites.idris.pue=1.2", "the same with another PUE, the file unchanged"},
    {"lca evaluate training.yaml --what-if world_grid --format json", "a variant of the file, for a program"},
    {"lca evaluate training.yaml --by line", "the total by line of each phase"},
    {"lca evaluate training.yaml --by life_cycle_stage", "making, transport, use and end of life"},
    {"lca evaluate training.yaml --by year", "the total by calendar year"},
};

int run(const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> session = open_session(arguments);
    const std::unique_ptr<Model> model = read_model(*session, arguments);
    const int failed = report_faults(*session, arguments, io, !shows_page(arguments));
    if (!model || failed != 0) return 2;
    const std::optional<GroupBy> by = parts_key(arguments);
    std::vector<PartOfTotal> parts;
    if (by) parts = cut_parts(model->calculation, *by);
    // Durations are at their points here: no activity ends after the last year.
    std::erase_if(parts, [](const PartOfTotal& part) { return part.name == later; });
    const Reading reading(model->calculation);
    const Evaluation evaluation = describe(*model, reading, *session, arguments);
    const Report report = by ? groups_report(evaluation, *by, parts) : evaluation_report(evaluation);
    deliver(report, arguments, {&session->sources()}, io);
    return 0;
}

constexpr Command command = {
    "evaluate",
    "the emissions of a scenario",
    "Reads a scenario and answers with its embodied, idle and dynamic emissions: by activity, "
    "phase and line, with shares and electricity, what is not assessed, which defaults "
    "entered and where the figures come from.",
    positionals,
    options,
    examples,
    run};

}  // namespace

const Command& evaluate_command() {
    return command;
}

}  // namespace lca::cli
