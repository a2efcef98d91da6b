#include "analyses/import/import.hpp"

#include <filesystem>

#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view overlaps[] = {"first", "largest"};
constexpr std::string_view forms[] = {"scenario", "table"};

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "what another tool wrote; what belongs together in one call", {}, true, true}};
constexpr Argument options[] = {
    {"--from", Takes::log_format, "FORMAT", "what the files are; default: each shows it"},
    {"--grid", Takes::grid, "ID", "whose electricity it was, by an id of the catalogue; default: left open"},
    {"--series", Takes::file, "FILE", "intensities of its grid over time, in place of --grid"},
    {"--pue", Takes::number, "N", "the PUE of the place; default: the log's own, else left open"},
    {"--zone", Takes::text, "ZONE", "where the clocks stood, of stamps without a zone: Europe/Paris, +01:00"},
    {"--hardware", Takes::hardware, "ID", "what the devices are, whatever the log says; none: left open"},
    {"--overlap", Takes::choice, "WHICH", "of logs that count the same electricity keep one", overlaps},
    {"--as", Takes::choice, "FORM", "what to write; default scenario; a table has one row a run", forms},
    option::output,
    option::quiet,
    option::hardware_db};
constexpr Example examples[] = {
    {"lca import emissions.csv --grid FRA --output runs.yaml", "each run of a CodeCarbon file"},
    {"lca import power.csv --zone Europe/Paris --grid FRA --pue 1.2", "boards that nvidia-smi logged"},
    {"lca import jobs.txt --hardware nvidia-a100-sxm4-80gb", "what sacct -P wrote"},
    {"lca import before.prom after.prom", "the difference of two scrapes of DCGM, Kepler and vLLM"},
};

int run(const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> session = open_session(arguments);
    const auto text = [&](std::string_view name) { return std::string(arguments.one(name)); };
    ImportOptions wanted;
    wanted.files.assign(arguments.all("FILE").begin(), arguments.all("FILE").end());
    wanted.format = text("--from");
    wanted.grid = text("--grid");
    wanted.series = text("--series");
    wanted.folder = std::filesystem::path(text("--output")).parent_path().string();
    wanted.pue = text("--pue");
    wanted.zone = text("--zone");
    wanted.hardware = text("--hardware");
    wanted.overlap = text("--overlap");
    wanted.as_table = text("--as") == "table";
    const auto made = answer_of([&] { return import_logs(*session, wanted); }, *session, arguments, io);
    if (report_faults(*session, arguments, io) != 0 || !made) return 2;
    for (const std::string& note : made->notes) {
        if (!arguments.has("--quiet")) io.err("note: " + note + "\n");
    }
    deliver_text(made->text, arguments, session->all_sources(), io);
    return 0;
}

constexpr Command command = {
    "import",
    "a scenario from the logs of other tools",
    "Reads what trackers, loggers and schedulers wrote and writes a scenario that evaluates: "
    "activities with energy, devices, duration, start and the rows they are from. What logs cannot "
    "say is asked for by an option, or left open. Each row that was dropped or merged is listed with "
    "its reason, in comments and on standard error.",
    positionals,
    options,
    examples,
    run,
    Group::measure};

}  // namespace

const Command& import_command() {
    return command;
}

}  // namespace lca::cli
