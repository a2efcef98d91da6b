#include <algorithm>

#include "analyses/comparison/comparison.hpp"
#include "cli/breakdown_option.hpp"
#include "cli/report_page.hpp"
#include "cli/sampling.hpp"

namespace lca::cli {
namespace {

constexpr Argument what_if = {"--what-if", Takes::text, "ID", "only this variant of FILE; default all",
                              {},          true};
constexpr std::string_view file_help =
    "one scenario: its base against its what-ifs; several: the first against the others";
constexpr Argument positionals[] = {{"FILE", Takes::file, {}, file_help, {}, true, true}};
constexpr std::string_view impact_help =
    "the impact that the tables show; may be repeated, which also selects the impacts for Pareto-optimality; "
    "JSON and CSV have all";
constexpr Argument impact = {"--impact", Takes::choice, "NAME", impact_help, impact_choices, true};
constexpr Argument samples = {"--samples", Takes::number, "N",
                              "number of samples, 2 to 1e9; default 100,000, fewer above 100 variants"};
constexpr Argument options[] = {
    option::set,        what_if,         impact,          option::parts,       samples,        option::seed,
    option::sampling,   option::threads, option::details, option::page_format, option::output, option::quiet,
    option::hardware_db};
constexpr Example examples[] = {
    {"lca compare training.yaml", "the file against all its what-ifs"},
    {"lca compare training.yaml --what-if world_grid", "against one of them"},
    {"lca compare training.yaml --impact all --samples 1e6 --seed 7",
     "every impact, with more samples of the uncertain inputs"},
    {"lca compare training.yaml --by phase", "where the differences are"},
    {"lca compare v100.yaml a100.yaml h100.yaml", "three files, the others compared with the first"},
};

int run(const Arguments& arguments, Io& io) {
    const bool html = asks_for_html(arguments);
    if (html) refuse_with_html(arguments, {option::parts.name, impact.name, option::sampling.name});
    ComparisonOptions parsed{
        .by = breakdown_key(arguments),
        .measures = chosen_measures(arguments),
        .sampling = sampling_options(arguments, {.samples = ComparisonOptions::by_variants})};
    const std::span<const std::string> impacts = arguments.all("--impact");
    parsed.what_ifs = each_once(arguments, "--what-if");
    parsed.all_measures = std::find(impacts.begin(), impacts.end(), every_impact) != impacts.end();
    std::vector<ScenarioSource> sources;
    for (const std::string& file : arguments.all("FILE")) sources.push_back(source_of(file, arguments));
    const std::unique_ptr<Session> session = open_session(arguments);
    const std::optional<Comparison> result =
        answer_of([&] { return compare(*session, sources, parsed); }, *session, arguments, io);
    if (report_faults(*session, arguments, io) != 0) return 2;
    if (html) return write_report(sources.front(), *result, *session, arguments, io);
    deliver(report_of(*result, page_options(arguments)), arguments, *session, io);
    return 0;
}

constexpr Command command = {
    "compare",
    "a scenario against its what-ifs, or files against each other",
    "Shows variants side by side, the lowest first: embodied, idle, dynamic and total, with the "
    "difference and the ratio to the first. Where inputs are uncertain, gives the uncertainty of each "
    "difference, from samples in which inputs at the same path have the same value. Attributes a "
    "difference to the changes between the two variants or files by Shapley values: exact for up to 12 "
    "changes, from 512 random orders for more.",
    positionals,
    options,
    examples,
    run,
    Group::compare};

}  // namespace

const Command& compare_command() {
    return command;
}

}  // namespace lca::cli
