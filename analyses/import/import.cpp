#include "analyses/import/import.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "analyses/import/placed_runs.hpp"
#include "lca/base/byte_source.hpp"
#include "lca/base/digest.hpp"
#include "lca/base/file.hpp"
#include "lca/base/number.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/document/csv_reader.hpp"
#include "lca/units/impact.hpp"
#include "lca/units/quantities.hpp"
#include "lca/units/quantity.hpp"
#include "models/catalog/catalog.hpp"
#include "models/catalog/meant_entry.hpp"
#include "models/logs/read_logs.hpp"
#include "models/series/series_format.hpp"

namespace lca {
namespace {

/// Checks the options for what logs do not state; reads the time zone into `zone`. False after an error.
bool read_options(const ImportOptions& options, Session& session, std::optional<ZoneFile>& zone) {
    Diagnostics& diagnostics = session.diagnostics();
    if (!options.grid.empty() && !options.series.empty())
        diagnostics.error({}, "--grid and --series both give the grid", "either --grid or --series");
    if (!options.grid.empty() && !session.catalog().find(Section::grid, options.grid)) {
        diagnostics.error({}, fmt::format("--grid: no grid is called {}", in_quotes(options.grid)),
                          "an id of the catalogue, such as `FRA` or `gcp/us-central1`",
                          did_you_mean(meant_entries(session.catalog(), Section::grid, options.grid)));
    }
    if (!options.pue.empty()) {
        const Parsed<double> pue = parse_number(options.pue);
        const double* const number = std::get_if<double>(&pue);
        if (number == nullptr || *number < 1)
            diagnostics.error({}, fmt::format("--pue: {} is not a PUE", in_quotes(options.pue)),
                              "a number of 1 or more");
    }
    if (!options.zone.empty()) {
        auto found = find_zone(options.zone);
        if (const auto* fault = std::get_if<TextFault>(&found)) {
            diagnostics.error({}, "--zone: " + fault->message, fault->expected);
        } else {
            zone = std::get<ZoneFile>(std::move(found));
        }
    }
    return !diagnostics.has_errors();
}

/// The format of a file of grid intensities that is recognised by its headings; null for other files.
const SeriesFormat* named_series(const std::string& file) {
    return recognised_series(beginning_of(file));
}

/// Reports an error for each file that has grid intensities rather than logs. True if there is one.
bool refuse_series(const ImportOptions& options, Session& session) {
    bool is_series = false;
    for (const std::string& name : options.files) {
        const SeriesFormat* const format = named_series(name);
        if (format == nullptr) continue;
        is_series = true;
        session.diagnostics().error(
            {},
            fmt::format("{} is a series of grid intensities ({}), not a log", in_quotes(name), format->name),
            fmt::format("`grid: {{series: {}}}` at the site of a scenario, or `--series {}` beside logs",
                        shown(name), shown(name)));
    }
    return is_series;
}

/// Finds the columns of a series without a recognised format: it has two, and the heading of one has a unit
/// of intensity.
void find_own_columns(ImportOptions& options) {
    FileBytes bytes(options.series, Pipes::rejected, Hashing::none);
    Diagnostics ignored;  // errors are reported later, when the series is read
    CsvReader table(bytes, 0, ignored);
    if (table.headings().size() != 2) return;
    const Dimension intensity = impact_per(index_of::climate, dimension_of<unit::Energy>());
    for (std::size_t i = 0; i < 2; ++i) {
        const HeadingText heading = split_heading(table.headings()[i]);
        const Parsed<UnitText> unit = parse_unit(heading.unit);
        const auto* known = std::get_if<UnitText>(&unit);
        if (known == nullptr || known->dimension != intensity) continue;
        options.series_value = heading.name;
        options.series_time = table.headings()[1 - i];
    }
}

bool check_series(ImportOptions& options, Session& session) {
    if (options.series.empty() || named_series(options.series) != nullptr) return true;
    if (options.series_time.empty()) find_own_columns(options);
    if (!options.series_time.empty() && !options.series_value.empty()) return true;
    session.diagnostics().error(
        {},
        fmt::format(
            "--series: {} is neither a file of Electricity Maps, WattTime or NESO nor a table of two columns",
            in_quotes(options.series)),
        "such a file, or a table with the headings `time` and `intensity [gCO2e/kWh]`");
    return false;
}

/// Reports an error if times have no zone although `series` is set: its hours are in UTC.
bool check_times_beside_series(const Logs& logs, const ImportOptions& options, Session& session) {
    if (options.series.empty() || !options.zone.empty()) return true;
    for (const LoggedRun& run : logs.runs) {
        if (!run.begin || run.begin->is_instant) continue;
        session.diagnostics().error(
            {},
            fmt::format("the time stamps of {} have no time zone, so the hours of --series cannot be found",
                        in_quotes(run.file)),
            "`--zone ZONE`: UTC, an offset such as +01:00, or a name such as Europe/Paris");
        return false;
    }
    return true;
}

/// The name of a figure of a run that is not finite or out of range; "" if there is none.
std::string impossible_figure(const LoggedRun& run) {
    double devices = run.nodes;
    for (const LoggedDevices& one : run.devices) devices += one.count;
    const double seconds = run.seconds.value_or(0);
    const std::pair<std::string_view, double> figures[] = {
        {"energy", run.energies.empty() ? 0 : joules_of(run)},
        {"duration", seconds},
        {"time of devices", run.device_seconds.value_or(devices * seconds)},
        {"number of devices", devices},
        {"number of requests", run.requests.value_or(0)},
        {"number of tokens", run.tokens.value_or(0)}};
    for (const auto& [name, value] : figures) {
        if (!within_range(value)) return std::string(name);
    }
    return {};
}

bool check_runs(const Logs& logs, Session& session) {
    for (const LoggedRun& run : logs.runs) {
        const std::string figure = impossible_figure(run);
        if (figure.empty()) continue;
        session.diagnostics().error(
            {}, fmt::format("{}, {}: the {} of a run is out of range", run.file, run.rows, figure),
            "0, or a magnitude from 1e-100 to 1e100 in base units");
    }
    return !session.failed();
}

std::vector<std::string> notes_of(const Logs& logs) {
    std::vector<std::string> notes;
    for (const LogNote& note : logs.notes)
        notes.push_back(fmt::format("{}, {}: {}", note.file, note.rows, note.reason));
    return notes;
}

/// Adds a note for each input that is not specified, with the option that sets it.
void note_unspecified_inputs(const Logs& logs, const ImportOptions& options,
                             std::vector<std::string>& notes) {
    const auto any = [&](auto holds) { return std::any_of(logs.runs.begin(), logs.runs.end(), holds); };
    if (options.grid.empty() && options.series.empty()) {
        std::string country;
        for (const LoggedRun& run : logs.runs) {
            if (country.empty()) country = run.country;
        }
        notes.push_back(
            fmt::format("grid not specified; set it with --grid ID or --series FILE{}",
                        country.empty() ? "" : fmt::format(" (the log's own country: {})", shown(country))));
    }
    if (options.pue.empty() && any([](const LoggedRun& run) { return !run.pue; }))
        notes.emplace_back("PUE not specified; set it with --pue N");
    const bool any_clock = any([](const LoggedRun& run) { return run.begin && !run.begin->is_instant; });
    if (any_clock)
        notes.emplace_back(
            "start time not specified, as the time stamps have no time zone; set it with --zone ZONE");
    if (any_clock && any([](const LoggedRun& run) { return run.begin && run.begin->is_instant; }))
        notes.emplace_back(
            "some time stamps have a time zone and others have none: without --zone ZONE, overlaps of their "
            "logs are not checked");
}

/// Checks the scenario that was made; its errors are reported. True if it is valid.
bool check(const std::string& scenario, const std::string& folder, Session& session) {
    Session& child = session.child();
    const std::string name = "the scenario made from the logs";
    const auto document = child.load_text(folder.empty() ? name : folder + "/" + name, scenario);
    if (document != nullptr) child.validate(document);
    return !session.failed();
}

}  // namespace

std::vector<std::string_view> import_formats() {
    std::vector<std::string_view> names;
    for (const LogFormat* format : log_formats()) names.push_back(format->name);
    return names;
}

std::optional<Import> import_logs(Session& session, const ImportOptions& requested) {
    ImportOptions options = requested;
    std::optional<ZoneFile> zone;
    if (!read_options(options, session, zone)) return std::nullopt;
    if (options.format.empty() && refuse_series(options, session)) return std::nullopt;
    if (!check_series(options, session)) return std::nullopt;
    const Overlap overlap = options.overlap == "first"     ? Overlap::first
                            : options.overlap == "largest" ? Overlap::largest
                                                           : Overlap::rejected;
    const TimeZone* const given = zone ? &zone->zone : nullptr;
    auto logs =
        read_logs({options.files, options.format, given, overlap}, session.sources(), session.diagnostics());
    if (!logs) return std::nullopt;
    // Starts depend on the zone's rules, which change: the file is listed with its digest.
    if (zone && !zone->bytes.empty())
        logs->files.push_back({zone->path, imported::zone_format, sha256(zone->bytes)});
    if (logs->runs.empty()) {
        session.diagnostics().error({}, "the logs have no completed run",
                                    "a job, a run or readings over a time");
        return std::nullopt;
    }
    if (!check_runs(*logs, session) || !check_times_beside_series(*logs, options, session))
        return std::nullopt;
    Import made;
    std::vector<std::string> notes = notes_of(*logs);
    const auto places = imported::place_runs(*logs, options, session, notes);
    if (!places) return std::nullopt;
    if (options.as_table) {
        made.text = imported::table_text(*logs, *places, given);
        made.notes = std::move(notes);
        return made;
    }
    made.text = imported::scenario_text(*logs, *places, options, given, notes);
    if (made.text.size() > Limits::document_bytes) {
        session.diagnostics().error(
            {}, fmt::format("{} runs make a scenario of {} bytes", logs->runs.size(), made.text.size()),
            fmt::format("at most {} bytes, the limit of a scenario", Limits::document_bytes),
            "import the logs in parts: fewer rows or files at a time");
        return std::nullopt;
    }
    note_unspecified_inputs(*logs, options, notes);
    made.notes = std::move(notes);
    if (!check(made.text, options.folder, session)) return std::nullopt;
    return made;
}

}  // namespace lca
