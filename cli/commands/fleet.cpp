#include "analyses/fleet/fleet.hpp"
#include "cli/fleet_options.hpp"
#include "cli/sweep_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"TEMPLATE", Takes::file, {}, "the scenario of one row", {}, false, true},
    {"TABLE",
     Takes::file,
     {},
     "a table: CSV with headings, or JSON lines; a row for each job, machine or experiment; - reads standard "
     "input",
     {},
     false,
     true}};
constexpr Argument options[] = {option::map,        option::of_points,    option::id,     option::by_column,
                                option::cluster,    option::shard,        option::strict, option::set,
                                option::what_if,    option::fleet_format, option::output, option::quiet,
                                option::hardware_db};
constexpr Example examples[] = {
    {"lca fleet job.yaml jobs.csv --map energy=activities.job.dynamic.energy --id job > out.csv",
     "a line for each job"},
    {"lca fleet job.yaml jobs.csv --map energy=activities.job.dynamic.energy --by user --by start:month",
     "sums by user and month"},
    {"lca fleet job.yaml jobs.csv --map region=sites.here.grid --of total --of total.water",
     "ids of grids or hardware from a column"},
};

int run(const Arguments& arguments, Io& io) {
    const FleetOptions parsed = fleet_options(arguments);
    const std::unique_ptr<Session> session = open_session(arguments);
    ScenarioSource source = source_of(std::string(arguments.one("TEMPLATE")), arguments);
    source.what_if = arguments.one("--what-if");
    for (const FleetColumn& column : parsed.map) refuse_edit_of(source, column.path, "--map");
    const std::string table = table_name(arguments);
    const auto prepared =
        answer_of([&] { return prepare_fleet(*session, source, table, parsed); }, *session, arguments, io);
    if (!prepared) return report_faults(*session, arguments, io);
    return answer_fleet(*prepared, parsed, *session, arguments, io);
}

constexpr Command command = {
    "fleet",
    "a template evaluated for each row of a table",
    "Evaluates a scenario once for each row of a table, whose columns give values at paths: numbers, "
    "regions, hardware. Rows that differ only in numbers are evaluated together; a new combination of texts "
    "is compiled once. Rows without results are counted and the first ten are listed; the output has them "
    "with the reason. Sums, percentiles and the largest rows go to standard error. Memory does "
    "not grow with the rows.",
    positionals,
    options,
    examples,
    run,
    Group::compare};

}  // namespace

const Command& fleet_command() {
    return command;
}

}  // namespace lca::cli
