// Reads the energies that power logs provide.

#include <fmt/core.h>

#include "models/results/power_log.hpp"
#include "models/scenario/reader.hpp"
#include "models/series/read_power_log.hpp"

namespace lca::scenario {
namespace {

constexpr double kwh = 3.6e6;  // in J

/// The energy of a log as a value of the file. How it is spread over time is kept in the PowerLog.
Value<unit::Energy> energy_of(double joules, double sd, Node at, std::string note) {
    auto stated = std::make_shared<Statement>();
    stated->text = stated->owner = at;
    stated->literal = Quantity{
        .value = joules, .written = joules / kwh, .unit = {dimension_of<unit::Energy>(), kwh, "kWh"}};
    if (sd > 0) {
        Distribution error{.shape = Normal{joules, sd}, .minimum = 0.0};
        error.written = fmt::format("normal, sd {:.3g} kWh, of sampling", sd / kwh);
        stated->uncertainty = std::make_shared<const Distribution>(std::move(error));
    }
    stated->note = std::move(note);
    return Value<unit::Energy>(AnyValue(std::move(stated)));
}

std::string said_of(const PowerLog& log) {
    return fmt::format("{} readings of {} {}, {:.4g} % of its time covered", log.readings, log.devices,
                       log.devices == 1 ? "device" : "devices", 100 * log.coverage());
}

}  // namespace

void read_measured(SectionReader& reader, Node log, PhaseKind kind, Line& line) {
    if (!log || log.faulty()) return;
    const Node file = log.find("file"), baseline = log.find("baseline");
    if (baseline && kind == PhaseKind::idle) {
        reader.error_at_key(baseline, "`baseline` is not allowed for a log in `idle`: all its energy is idle",
                            "no `baseline` here; it belongs to the `power_log` of `dynamic`");
        return;
    }
    const auto read = read_power_log(log, reader.values.sources(), reader.diagnostics);
    if (!read) return;
    line.log = read;
    line.energy = energy_of(read->joules, read->sd, file, said_of(*read));
    if (read->has_baseline)
        line.log_idle = energy_of(read->idle_joules, read->idle_sd, baseline,
                                  "the mean power in the baseline × the time covered");
}

}  // namespace lca::scenario
