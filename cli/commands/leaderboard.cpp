#include "analyses/leaderboard/leaderboard.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {{"RESULT.json",
                                     Takes::file,
                                     {},
                                     "results of `lca evaluate` or `lca rate` with --format json",
                                     {},
                                     true,
                                     true}};
constexpr Argument output = {"--output", Takes::file, "FILE.html",
                             "write to FILE (all or nothing) instead of standard output"};
constexpr Argument options[] = {output, option::quiet};
constexpr Example examples[] = {
    {"lca leaderboard small.json large.json --output leaderboard.html", "two results, the lowest first"},
};

int run(const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> session = open_session(arguments);
    std::vector<LeaderboardEntry> entries;
    for (const std::string& file : arguments.all("RESULT.json")) {
        Session& own = session->child();
        if (std::optional<LeaderboardEntry> entry = read_result(own, file))
            entries.push_back(*std::move(entry));
    }
    if (report_faults(*session, arguments, io) != 0) return 2;
    deliver_text(html_of(ranked(entries)), arguments, session->all_sources(), io);
    return 0;
}

constexpr Command command = {
    "leaderboard",
    "a page of results with a ranking of comparable ones",
    "Writes one HTML file about results of any scenarios: emissions per functional unit (otherwise "
    "total), electricity, stars, boundary, basis of the electricity, hardware and date where available. "
    "The lowest comes first. Results of another kind, functional unit, boundary or basis than the "
    "majority are greyed and not ranked, with the reason. The page does not depend on the order of the "
    "files.",
    positionals,
    options,
    examples,
    run,
    Group::compare};

}  // namespace

const Command& leaderboard_command() {
    return command;
}

}  // namespace lca::cli
