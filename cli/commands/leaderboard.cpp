#include "analyses/leaderboard/leaderboard.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {{"RESULT.json",
                                     Takes::file,
                                     {},
                                     "what `lca evaluate` or `lca rate` printed with --format json",
                                     {},
                                     true,
                                     true}};
constexpr Argument output = {"--output", Takes::file, "FILE.html",
                             "write there instead of standard output: whole or not at all"};
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
    "a page of results, ranked where they count alike",
    "Writes one HTML file about results of any scenarios: emissions per functional unit (else in total), "
    "electricity, stars, boundary, basis of the electricity, hardware and date as far as the results say "
    "them. "
    "The lowest comes first. Results that count something else than most of them (another kind of answer, "
    "functional unit, boundary or basis) are greyed and not ranked, with the reason. In any order of the "
    "files "
    "the page has the same bytes.",
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
