// Grids whose intensity is a series: the impact depends on the hours in which the energy is used.

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/zoned_time.hpp"
#include "models/resolve/site_resolver.hpp"
#include "models/series/grid_series.hpp"

namespace lca {
namespace {

/// Whether an activity uses energy in its own hours, and not only energy from logs, which have their own.
bool draws(const Activity& activity) {
    const auto by_itself = [](const Phase& phase) {
        return phase.state == Phase::State::stated &&
               std::any_of(phase.lines.begin(), phase.lines.end(), [](const Line& line) {
                   return line.state == LineState::stated && (!line.log || line.host_power);
               });
    };
    return by_itself(activity.dynamic) || by_itself(activity.idle);
}

Place place_of(const TimeOfUse& time) {
    return time.place.known() ? time.place : time.activity.start.location.place();
}

MeanOverTime mean_of_hours(const GridSeries& series, const TimeOfUse& time) {
    if (time.power) return {*series.relative, time.power, *time.start};
    return {series.relative, *time.start};
}

}  // namespace

std::shared_ptr<const SeriesInUse> SiteResolver::series_in_use(const GridChoice& grid, StepId mean,
                                                               const SiteFactors& to) {
    std::shared_ptr<const SeriesInUse>& known = series_[grid.series.get()];
    if (!known) {
        const GridSeries& series = *grid.series;
        known = std::make_shared<const SeriesInUse>(SeriesInUse{
            .site = to.site,
            .file = series.file,
            .mean = mean,
            .relative = series.relative,
            .estimated = series.estimated,
            .filled = series.filled,
            .known_from = [kept = grid.series](double start) { return kept->known_from(start); }});
    }
    return known;
}

/// Intensity = mean of the series × mean, over the hours of the activity, of the series relative to its mean.
void SiteResolver::take_series(const GridChoice& grid, const TimeOfUse* time, SiteFactors& to) {
    const Step mean = values_.checked(grid.intensity[index_of::climate],
                                      impact_per(index_of::climate, dimension_of<unit::Energy>()));
    record_basis({grid.basis, grid.location.path(), grid.location.place()});
    if (!time || !knows_hours(grid, *time)) {
        to.unknown[index_of::climate] = "its grid is a series, and the hours of use are not known";
        return;
    }
    Recorder& recorder = values_.recorder();
    const GridSeries& series = *grid.series;
    const Step hours = recorder.mean_over_time(mean_of_hours(series, *time), time->duration->value());
    recorder.label(hours, fmt::format("hours of {} relative to the mean of the series", time->activity.id),
                   {});
    recorder.limit({.step = time->duration->value().id(),
                    .path = fmt::format("duration of {}", time->activity.id),
                    .place = place_of(*time),
                    .dimension = dimension_of<unit::Time>(),
                    .high = series.known_from(*time->start),
                    .expected = "a duration within the series"});
    const Step intensity = mean * hours;
    to.intensity[index_of::climate] = unchecked<unit::ImpactPerEnergy>(intensity);
    recorder.label(intensity, fmt::format("intensity of {} in the hours of {}", to.site, time->activity.id),
                   impact_per(index_of::climate, dimension_of<unit::Energy>()));
    to.hours =
        SiteFactors::Hours{series_in_use(grid, mean.id(), to), *time->start, *time->duration, time->power};
}

/// Whether the series covers the hours. If not, reports an error, but only for activities using electricity.
bool SiteResolver::knows_hours(const GridChoice& grid, const TimeOfUse& time) {
    const Activity& activity = time.activity;
    if (!time.is_own && !draws(activity)) return false;
    Diagnostics& diagnostics = values_.diagnostics();
    if (!time.start || !time.duration) {
        if (!activity.start)
            diagnostics.error(
                activity.location.key_place(),
                fmt::format("`{}` runs on an hourly series, but its `start` is not given", activity.id),
                "`start: 2022-03-11T10:00:00+01:00`");
        if (!time.duration)
            diagnostics.error(
                activity.location.key_place(),
                fmt::format("`{}` runs on an hourly series, but its duration is not given", activity.id),
                "a `duration`, or `devices` beside its device time");
        return false;
    }
    const GridSeries& series = *grid.series;
    const double needed = values_.now(time.duration->value()), known = series.known_from(*time.start);
    if (needed <= known) return true;
    const double from = *time.start, missing = from + known, end = from + needed;
    const bool within = missing >= series.relative->begin() && missing < series.relative->end();
    diagnostics.add(
        {.place = place_of(time),
         .message =
             within ? fmt::format("`{}` runs from {} to {}, but `{}` has no value from {} on", activity.id,
                                  utc_text(from), utc_text(end), series.file, utc_text(missing))
                    : fmt::format("`{}` runs from {} to {}, but `{}` covers {} to {}", activity.id,
                                  utc_text(from), utc_text(end), series.file,
                                  utc_text(series.relative->begin()), utc_text(series.read_until)),
         .expected = within
                         ? "a run that meets no gap, or `gaps: interpolate` or `gaps: hold` beside the series"
                         : "a run within the series"});
    return false;
}

}  // namespace lca
