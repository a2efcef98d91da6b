#include "analyses/export/export.hpp"
#include "cli/deliver.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "a scenario; - reads standard input", {}, false, true}};
constexpr Argument as = {"--as",
                         Takes::export_form,
                         "FORM",
                         "boamps: a BoAmps report of one activity; sci: the score of ISO/IEC 21031; ghg: "
                         "scopes of the GHG Protocol; itu-l1801: life-cycle stages by impacts",
                         {},
                         false,
                         true};
constexpr Argument activity = {
    "--activity", Takes::text, "ID",
    "the activity to export in a format that describes only one; required if there are several"};
constexpr Argument options[] = {
    as, activity, option::set, option::what_if, option::output, option::quiet, option::hardware_db};
constexpr Example examples[] = {
    {"lca export training.yaml --as boamps --output report.json",
     "a BoAmps report, to submit to a collection"},
    {"lca export scenarios/what_if/chat_service.yaml --as sci",
     "E, I, M, R and the score, for one functional unit"},
    {"lca export scenarios/what_if/server_life.yaml --as itu-l1801",
     "each life-cycle stage in each impact category, unassessed cells included"},
    {"lca export scenarios/what_if/own_inventory.yaml --as ghg",
     "scopes and categories, by location and by contract"},
};

int run(const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> session = open_session(arguments);
    const ExportOptions parsed = {.form = std::string(arguments.one("--as")),
                                  .activity = std::string(arguments.one("--activity"))};
    const std::optional<std::string> text = answer_of(
        [&] { return export_results(*session, source_of(arguments), parsed); }, *session, arguments, io);
    if (report_faults(*session, arguments, io) != 0 || !text) return 2;
    deliver_text(*text, arguments, session->all_sources(), io);
    return 0;
}

constexpr Command command = {
    "export",
    "the result in the format of another tool or standard",
    "Writes JSON. `boamps` is a report that the JSON schemas of BoAmps accept: the electricity of the "
    "computers without PUE, idle power as a calibration, hardware, country and intensity; what lca does not "
    "know is left out, or \"not stated\" where the schema requires it. Importing it again with `lca import` "
    "gives the same electricity. `sci` is the Software Carbon Intensity, (E x I + M) / R: E is facility "
    "electricity (with PUE and idle time), I is location-based and gives its basis, R is the functional "
    "unit; it is refused, with the reason, if there is no functional unit or the total is partial. "
    "`itu-l1801` is a table of life-cycle stages and impact categories, as required by ITU-T L.1801 (ETSI ES "
    "204 135); unassessed cells are kept, with the reason. `ghg` is a table of the GHG Protocol's scopes and "
    "categories for the `role` that the file states: location-based and market-based figures side by side "
    "and never added, capital goods over their use and in the year of their purchase, category 3 if losses "
    "or `upstream_intensity` give it.",
    positionals,
    options,
    examples,
    run,
    Group::papers};

}  // namespace

const Command& export_command() {
    return command;
}

}  // namespace lca::cli
