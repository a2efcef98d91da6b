#include "analyses/budget/budget.hpp"
#include "cli/sampling.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {{"FILE", Takes::file, {}, "a budget", {}, false, true}};
constexpr Argument against = {
    "--against", Takes::file, "FILE",
    "an older result of `lca evaluate --format json`: report the changes since then"};
constexpr Argument options[] = {against,         option::samples, option::seed,
                                option::threads, option::set,     option::format,
                                option::output,  option::quiet,   option::hardware_db};
constexpr Example examples[] = {
    {"lca check examples/budget/budget.yaml", "check the limits of a service"},
    {"lca check examples/budget/budget.yaml --against examples/budget/before.json --format markdown",
     "the same as a comment on a pull request, with the two inputs that changed each result most"},
};

/// Returns exit code 1 if a limit is exceeded or cannot be checked.
int run(const Arguments& arguments, Io& io) {
    const BudgetOptions parsed = {.file = std::string(arguments.one("FILE")),
                                  .against = std::string(arguments.one("--against")),
                                  .edits = edits(arguments),
                                  .sampling = sampling_options(arguments)};
    const std::unique_ptr<Session> session = open_session(arguments);
    const std::optional<BudgetCheck> found =
        answer_of([&] { return check_budget(*session, parsed); }, *session, arguments, io);
    if (report_faults(*session, arguments, io) != 0 || !found) return 2;
    deliver(report_of(*found), arguments, *session, io);
    return found->failed() == 0 ? 0 : 1;
}

constexpr Command command = {
    "check",
    "check results against a budget",
    "Reads a budget, `{lca_budget: 1, scenario: training.yaml, limits: [{of: total, at_most: 30 tCO2e, "
    "percentile: 95, what_if: id}]}`, and compares each result with its limit, given in the result's own "
    "unit. A result that is partial or not assessed fails its limit, with the reason. With --against it "
    "reports the changes since an older result and which inputs caused them, by Shapley values; a rest that "
    "no input explains is listed separately. Exit code 1 if a limit is not kept.",
    positionals,
    options,
    examples,
    run,
    Group::compare};

}  // namespace

const Command& check_command() {
    return command;
}

}  // namespace lca::cli
