#include "analyses/import/import.hpp"

#include <filesystem>

#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view overlaps[] = {"first", "largest"};
constexpr std::string_view forms[] = {"scenario", "table"};

constexpr Argument positionals[] = {
    {"FILE", Takes::file, {}, "files of other tools that belong together", {}, true, true}};
constexpr Argument options[] = {
    {"--from", Takes::log_format, "FORMAT", "format of the files; default: recognised from each file"},
    {"--grid", Takes::grid, "ID", "grid of the electricity, an id of the catalogue; default: not specified"},
    {"--series", Takes::file, "FILE", "intensities of the grid over time, in place of --grid"},
    {"--pue", Takes::number, "N", "the PUE of the site; default: that of the log, else not specified"},
    {"--zone", Takes::text, "ZONE", "time zone of time stamps without one: Europe/Paris, +01:00"},
    {"--hardware", Takes::hardware, "ID",
     "the hardware of the devices, in place of the log's; `none`: no hardware"},
    {"--overlap", Takes::choice, "WHICH", "which of several logs of the same electricity to keep", overlaps},
    {"--as", Takes::choice, "FORM", "what to write: `scenario` (default), or `table` with one row per run",
     forms},
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
    "Reads files of trackers, loggers and schedulers and writes a complete scenario: activities with energy, "
    "devices, duration, start and the rows they are from. Options give what logs do not contain. Every "
    "dropped or merged row is listed with its reason, in comments and on standard error.",
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
