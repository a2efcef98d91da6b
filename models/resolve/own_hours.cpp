// Entries whose energy is not spread evenly over their activity: measured in logs, or with a changing load.

#include <fmt/core.h>

#include "lca/base/zoned_time.hpp"
#include "models/resolve/electricity_use.hpp"
#include "models/results/power_log.hpp"
#include "models/series/load_shape.hpp"

namespace lca {
namespace {

/// The time over which an entry uses its energy, and how it is spread over it.
TimeOfUse own_time(const EnergyContext& context, const ElectricityLine& line) {
    TimeOfUse time{context.activity, std::nullopt, context.activity_data.duration,
                   line.shape,       true,         line.spread_at};
    if (!line.log) {
        time.start = instant_of_time(context.activity.start.text);
        return time;
    }
    const PowerLog& log = *line.log;
    time.start = log.begin;
    time.power = line.is_baseline ? log.idle : log.dynamic;
    time.duration = unchecked<unit::Time>(context.values.recorder().constant(
        log.seconds(), fmt::format("time of {} [{:.6g} s]", log.file, log.seconds()),
        dimension_of<unit::Time>()));
    return time;
}

}  // namespace

std::shared_ptr<const TimeSeries> shape_of_load(const EnergyContext& context, const Line& line) {
    Diagnostics& diagnostics = context.values.diagnostics();
    const Place place = line.load_shape->location.place();
    const auto start = instant_of_time(context.activity.start.text);
    if (!start || !context.activity_data.duration) {
        diagnostics.error(place,
                          fmt::format("the load of `{}` changes over time, but its `start` is not given",
                                      context.activity.id),
                          "`start: 2022-03-11T10:00:00+01:00` and a `duration`");
        return nullptr;
    }
    constexpr double spare =
        31 * 86400.0;  // s: allows samples of the duration up to twice its value plus a month
    const double lasts = context.values.now(context.activity_data.duration->value());
    const double ahead = *seconds_of_time(context.activity.start.text) - *start;
    auto shape = line.load_shape->from(*start, ahead, 2 * lasts + spare);
    if (*start < shape->begin() || *start + lasts > shape->end()) {
        diagnostics.error(
            place,
            fmt::format("`{}` runs from {} to {}, but `{}` covers {} to {}", context.activity.id,
                        utc_text(*start), utc_text(*start + lasts), line.load_shape->file,
                        utc_text(shape->begin()), utc_text(shape->end())),
            "a load over its whole duration");
        return nullptr;
    }
    context.values.recorder().limit({.step = context.activity_data.duration->value().id(),
                                     .path = fmt::format("duration of {}", context.activity.id),
                                     .place = place,
                                     .dimension = dimension_of<unit::Time>(),
                                     .high = shape->end() - *start,
                                     .expected = "a duration within the known load"});
    return shape;
}

void take_own_hours(const EnergyContext& context, std::optional<std::size_t> site, SiteResolver& grid,
                    ElectricityPhase& phase) {
    for (ElectricityLine& line : phase.lines) {
        if ((!line.log && !line.shape) || !site || !line.is_drawn()) continue;
        const TimeOfUse time = own_time(context, line);
        SiteFactors own;
        if (!grid.is_series(*site)) {
            own = *context.electricity;
            own.hours = SiteFactors::Hours{nullptr, *time.start, *time.duration, time.power};
        } else if (line.log && !line.log->is_instant) {
            context.values.diagnostics().error(
                time.place,
                fmt::format("the grid is an hourly series, but the times of `{}` have no time zone",
                            line.log->file),
                "`zone: Europe/Paris`, or an offset, beside `file`");
            continue;
        } else {
            own = grid.over(*site, time);
        }
        if (own.hours) own.hours->log = line.log;
        line.of_hours = std::make_shared<const SiteFactors>(std::move(own));
    }
}

}  // namespace lca
