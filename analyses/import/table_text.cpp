// Writes imported logs as a table with a row for each run; the number of rows is not limited.
#include "analyses/import/placed_runs.hpp"
#include "lca/page/report.hpp"
#include "models/logs/read_logs.hpp"

namespace lca::imported {
namespace {

constexpr double hour = 3600;

std::string hardware_of(const Placed& placed, const Places& places) {
    std::string text;
    if (!placed.system) return text;
    for (const Hardware& one : places.systems[*placed.system].hardware)
        text += (text.empty() ? "" : " ") + one.id;
    return text;
}

/// What the measured energy includes: "idle", "pue", "idle pue" or "".
std::string includes_of(const LoggedRun& run) {
    if (run.energies.empty()) return {};
    std::string text = run.includes_idle ? "idle" : "";
    if (run.pue) text += text.empty() ? "pue" : " pue";
    return text;
}

std::vector<Records::Cell> row_of(const LoggedRun& run, const Placed& placed, const Places& places,
                                  const TimeZone* zone) {
    std::optional<double> energy, device_time, node_time;
    if (!run.energies.empty()) energy = joules_of(run);
    if (placed.devices > 0 && run.seconds) device_time = placed.devices * *run.seconds;
    if (run.device_seconds) device_time = run.device_seconds;
    if (placed.nodes > 0 && run.seconds) node_time = placed.nodes * *run.seconds;
    const bool has_start = run.begin && run.begin->is_instant;
    return {Records::text(run.id),
            Records::text(run.title),
            Records::text(has_start ? start_text(*run.begin, zone) : std::string()),
            Records::number(run.seconds),
            Records::number(energy, 1000 * hour),
            Records::number(device_time, hour),
            Records::number(node_time, hour),
            Records::number(run.requests),
            Records::number(run.tokens),
            Records::text(hardware_of(placed, places)),
            Records::text(includes_of(run)),
            Records::number(run.pue && *run.pue > 0 ? run.pue : std::nullopt),
            Records::text(run.file),
            Records::text(run.rows)};
}

}  // namespace

std::string table_text(const Logs& logs, const Places& places, const TimeZone* zone) {
    Records table;
    table.columns = {"id",
                     "title",
                     "start",
                     "duration [s]",
                     "energy [kWh]",
                     "device_time [GPU*h]",
                     "node_time [node*h]",
                     "requests [request]",
                     "tokens [token]",
                     "hardware",
                     "includes",
                     "pue_included",
                     "file",
                     "rows"};
    for (std::size_t i = 0; i < logs.runs.size(); ++i)
        table.rows.push_back(row_of(logs.runs[i], places.runs[i], places, zone));
    return write_csv(table);
}

}  // namespace lca::imported
