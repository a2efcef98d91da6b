#include "analyses/rating/rating.hpp"
#include "cli/session_options.hpp"
#include "lca/base/diagnostics.hpp"

namespace lca::cli {
namespace {

constexpr Argument task = {"--task", Takes::task, "TASK",
                           "the task of the model; without it, the tasks are listed"};
constexpr Argument rated_class = {"--class", Takes::text, "CLASS",
                                  "for the task text_generation: A, B or C, by the size of the model"};
constexpr Argument energy_option = {"--energy", Takes::text, "ENERGY",
                                    "energy of 1,000 queries (\"12 Wh\"), or of one (\"0.012 Wh/query\")"};
constexpr Argument result_option = {
    "--result", Takes::text, "NAME",
    "the result of FILE to rate; default total, if that is the electricity of queries alone"};
constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario, for its energy per functional unit, else per request"}};
constexpr Argument options[] = {
    task,        rated_class,    energy_option,  result_option, option::what_if,
    option::set, option::format, option::output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca rate", "the tasks and classes"},
    {"lca rate --task text_generation --class A --energy \"12 Wh\"", "an energy of 1,000 queries among them"},
    {"lca rate service.yaml --task summarization --result serving.dynamic", "a result of a scenario"},
};

int run(const Arguments& arguments, Io& io) {
    if (arguments.has("FILE") && arguments.has("--energy"))
        throw InputError("give FILE or --energy, not both");
    if (!arguments.has("--task") && (arguments.has("FILE") || arguments.has("--energy")))
        throw InputError("--task is missing: the task of the model\n`lca rate` lists the tasks");
    const std::unique_ptr<Session> session = open_session(arguments);
    if (!arguments.has("--task")) {
        const KnownRatings known = known_ratings(*session);
        deliver(report_of(known), arguments, *session, io);
        return 0;
    }
    RatingOptions parsed;
    parsed.task = arguments.one("--task");
    parsed.rated_class = arguments.one("--class");
    parsed.result = arguments.one("--result");
    if (arguments.has("--energy")) parsed.energy = energy_of_queries(arguments.one("--energy"));
    const std::optional<RatedEnergy> rated =
        arguments.has("FILE") ? rate(*session, source_of(arguments), parsed) : rate(*session, parsed);
    if (report_faults(*session, arguments, io) != 0 || !rated) return 2;
    deliver(report_of(*rated), arguments, *session, io);
    return 0;
}

constexpr Command command = {
    "rate",
    "one to five stars by energy",
    "Places the energy of 1,000 queries among the models of the AI Energy Score: one to five stars by task "
    "(text generation: by class), in five equal widths between the lowest and highest energy of the rated "
    "models. The energy is stated, or that of a result of a scenario: these models were measured by the "
    "electricity of queries on their accelerators, without training, hosts and PUE. Without --energy and "
    "FILE it lists what was rated.",
    positionals,
    options,
    examples,
    run,
    Group::papers};

}  // namespace

const Command& rate_command() {
    return command;
}

}  // namespace lca::cli
