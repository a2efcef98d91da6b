#include "analyses/explanation/explanation.hpp"
#include "cli/sampling.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr std::uint64_t max_depth = 1000;
constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true},
    {"RESULT", Takes::text, {}, "what to explain; default total"}};
constexpr Argument depth = {"--depth", Takes::number, "N",
                            "number of levels of the tree to show, 1 to 1000; default what fits on a screen"};
constexpr Argument options[] = {option::set,   option::what_if,    depth, option::format, option::output,
                                option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca explain training.yaml", "the formulas behind the total, as deep as fits on a screen"},
    {"lca explain training.yaml --depth 99", "down to every figure of the file and the catalogue"},
    {"lca explain training.yaml final_training.embodied", "one phase of one activity"},
    {"lca explain training.yaml total.energy --format json", "every term, for a program"},
};

int run(const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> session = open_session(arguments);
    ExplanationOptions parsed;
    parsed.result = arguments.one("RESULT", "total");
    const std::optional<ExplainedResult> result = explain(*session, source_of(arguments), parsed);
    if (report_faults(*session, arguments, io) != 0) return 2;
    ExplanationPageOptions page;
    if (arguments.has("--depth")) page.depth = whole_number(arguments, "--depth", 1, max_depth, 0);
    deliver(report_of(*result, page), arguments, *session, io);
    return 0;
}

constexpr Command command = {
    "explain",
    "where a figure comes from, down to every input",
    "Prints the formulas behind a result as a tree: each term with its value and unit, each input with its "
    "origin (the file, the catalogue, a default), its line and its source. The leaves multiply and add up to "
    "the figure that `lca evaluate` prints.",
    positionals,
    options,
    examples,
    run,
    Group::ask};

}  // namespace

const Command& explain_command() {
    return command;
}

}  // namespace lca::cli
