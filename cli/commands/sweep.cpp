#include "cli/sweep_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument options[] = {option::vary,   option::of_points, option::by_item,    option::impact,
                                option::shard,  option::set,       option::what_if,    option::row_format,
                                option::output, option::quiet,     option::hardware_db};
constexpr Example examples[] = {
    {"lca sweep training.yaml --vary sites.idris.pue=1.05..1.6:12", "twelve values of PUE"},
    {"lca sweep training.yaml --vary sites.idris.grid=FRA,DEU,USA --vary systems.jean_zay.lifetime=3,4,5,6yr "
     "--of total --of embodied --format csv",
     "a grid of regions and lifetimes, for a spreadsheet"},
    {"lca sweep training.yaml --format csv --shard $SLURM_ARRAY_TASK_ID/8 --output "
     "part-$SLURM_ARRAY_TASK_ID.csv",
     "one task of an array job (sbatch --array=1-8); `cat part-[1-8].csv` is the whole"},
};

int run(const Arguments& arguments, Io& io) {
    const SweepOptions parsed = sweep_options(arguments);
    const std::unique_ptr<Session> session = open_session(arguments);
    const ScenarioSource source = source_of(arguments);
    for (const Axis& axis : parsed.vary) refuse_edit_of(source, axis.path(), "--vary");
    const auto prepared =
        answer_of([&] { return prepare_sweep(*session, source, parsed); }, *session, arguments, io);
    if (report_faults(*session, arguments, io) != 0) return 2;
    return answer_sweep(*prepared, parsed, *session, arguments, io);
}

constexpr Command command = {
    "sweep",
    "a full grid of values: numbers, hardware, regions",
    "Computes a scenario at every combination of values of some of its paths. Numeric axes are "
    "vectorised; hardware and region axes compile the scenario again. Rows are in the order of a counter: "
    "hardware and regions vary slowest, then the last --vary varies fastest. Memory does not grow with "
    "the number of points (at most 1e9). Ctrl-C ends it with whole rows on standard output; a file of "
    "--output then stays as it was.",
    positionals,
    options,
    examples,
    run,
    Group::compare};

}  // namespace

const Command& sweep_command() {
    return command;
}

}  // namespace lca::cli
