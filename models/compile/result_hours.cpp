// Keeps in the results over which hours electricity was used.

#include "models/compile/result_table_builder.hpp"
#include "models/results/power_log.hpp"

namespace lca::compile_detail {

void ResultTableBuilder::note_hours(std::uint32_t activity, PhaseKind phase, const ElectricityPhase& drawn,
                                    const std::vector<Measured>& lines, const SiteFactors* electricity) {
    const std::optional<double> ahead = results_.activities[activity].ahead;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const ElectricityLine& line = drawn.lines[i];
        const SiteFactors* factors = line.of_hours ? line.of_hours.get() : electricity;
        if (!line.is_drawn() || !factors || !factors->hours) continue;
        const SiteFactors::Hours& hours = *factors->hours;
        std::optional<std::uint32_t> name;
        if (!lines.front().name.empty()) name = interned(results_.line_names, line_index_, line.name);
        results_.hours.push_back({.activity = activity,
                                  .phase = phase,
                                  .line = name,
                                  .energy = lines[i].cells[energy_measure],
                                  .impact = lines[i].cells[index_of::climate],
                                  .series = hours.series,
                                  .start = hours.start,
                                  .ahead = hours.log && !ahead ? hours.log->ahead : ahead.value_or(0),
                                  .duration = hours.duration.value().id(),
                                  .power = hours.power,
                                  .log = hours.log});
    }
}

/// An activity without `start` gets the begin and duration of its power log.
void ResultTableBuilder::take_time_of_log(ActivityInfo& activity) const {
    if (results_.hours.empty() || activity.start) return;
    const HoursOfUse& use = results_.hours.back();
    if (use.activity + 1 != results_.activities.size() || !use.log) return;
    activity.start = use.start + use.ahead;
    if (activity.duration == no_step) activity.duration = use.duration;
}

}  // namespace lca::compile_detail
