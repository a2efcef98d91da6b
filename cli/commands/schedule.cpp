#include "analyses/schedule/schedule.hpp"
#include "cli/report_page.hpp"
#include "cli/sampling.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument activity = {"--activity", Takes::text, "ID",
                               "the activity to start; required if there are several"};
constexpr Argument deadline = {
    "--deadline", Takes::text,
    "TIME",       "when the activity must be finished, as a time after its `start`: 48 h",
    {},           false,
    true};
constexpr Argument series = {"--series", Takes::file, "FILE",
                             "intensities of the hours to come, in place of the grid of the activity's site"};
constexpr Argument format = {"--format", Takes::page_format, "FORMAT",
                             "output format; default text; html is a page for a browser"};
constexpr Argument released = {"--released",
                               Takes::nothing,
                               {},
                               "others use the hardware while the job waits: waiting adds no emissions"};
constexpr Argument options[] = {activity,           deadline,     series,          released,
                                option::samples,    option::seed, option::threads, option::set,
                                option::what_if,    format,       option::output,  option::quiet,
                                option::hardware_db};
constexpr Example examples[] = {
    {"lca schedule examples/measured/hours.yaml --deadline 36h",
     "the best start of a job within a day and a half"},
    {"lca schedule examples/measured/hours.yaml --deadline 36h --format html --output start.html",
     "the same as a page for a browser"},
};

int run(const Arguments& arguments, Io& io) {
    ScheduleOptions parsed;
    parsed.activity = arguments.one("--activity");
    parsed.deadline = arguments.one("--deadline");
    parsed.series = arguments.one("--series");
    parsed.released = arguments.has("--released");
    parsed.sampling = sampling_options(arguments);
    const std::unique_ptr<Session> session = open_session(arguments);
    const ScenarioSource source = source_of(arguments);
    const std::optional<Schedule> found =
        answer_of([&] { return schedule(*session, source, parsed); }, *session, arguments, io);
    if (report_faults(*session, arguments, io) != 0 || !found) return 2;
    if (asks_for_html(arguments)) {
        deliver_text(html_of(*found), arguments, session->all_sources(), io);
    } else {
        deliver(report_of(*found), arguments, *session, io);
    }
    return 0;
}

constexpr Command command = {
    "schedule",
    "when a job should start",
    "Finds the start of least emissions among all starts from the activity's `start` to its deadline, "
    "over the hours of a grid with an hourly series: now, best and worst. Hardware that waits draws its "
    "idle power and uses up its lifetime, so waiting counts both: idle power x wait and embodied x wait / "
    "(lifetime x utilisation). Reports how often waiting would have saved emissions on the other days of "
    "the series, as if the hours to come were known.",
    positionals,
    options,
    examples,
    run,
    Group::compare};

}  // namespace

const Command& schedule_command() {
    return command;
}

}  // namespace lca::cli
