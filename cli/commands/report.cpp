#include "analyses/report/report.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument output = {"--output", Takes::file, "FILE.html",
                             "write there instead of standard output: whole or not at all"};
constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument options[] = {option::set, option::what_if, output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca report training.yaml --output training.html", "a page to open in a browser"},
    {"lca report training.yaml --what-if world_grid --output world.html",
     "the same of a variant of the file"},
};

/// The words that evaluate what the page shows.
std::vector<std::string> words_of(const Arguments& arguments) {
    std::vector<std::string> words = {"lca", "evaluate", std::string(arguments.one("FILE"))};
    if (arguments.has("--what-if"))
        words.insert(words.end(), {"--what-if", std::string(arguments.one("--what-if"))});
    for (const char* name : {"--hardware-db", "--set"}) {
        for (const std::string& value : arguments.all(name)) words.insert(words.end(), {name, value});
    }
    return words;
}

int run(const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> session = open_session(arguments);
    const std::optional<LivingReport> report = make_report(*session, source_of(arguments));
    if (report_faults(*session, arguments, io) != 0 || !report) return 2;
    deliver_text(html_of(*report, *session, words_of(arguments)), arguments, session->all_sources(), io);
    return 0;
}

constexpr Command command = {"report",
                             "a page for a browser whose figures can be moved",
                             "Writes one HTML file about a scenario: the total in a sentence, the phases, "
                             "where it comes from, how sure it is, what matters, "
                             "the what-ifs, the gaps, and every figure with the line it was read from. "
                             "Figures are moved by sliders; the page then computes "
                             "as the program does, to the last bit, and names the command that gives the "
                             "same. It needs no server and loads nothing: it can "
                             "be mailed, archived and printed. Equal runs write equal bytes.",
                             positionals,
                             options,
                             examples,
                             run,
                             Group::ask};

}  // namespace

const Command& report_command() {
    return command;
}

}  // namespace lca::cli
