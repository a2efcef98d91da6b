#pragma once
// When to start an activity: by the hourly intensities of its grid and what idle hardware emits while it waits.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/numerics/sampling.hpp"
#include "lca/page/report.hpp"

namespace lca {

struct ScheduleOptions {
    std::string activity = {};  // id; "" if there is only one activity
    std::string deadline = {};  // time from `start` until the activity must have ended: "48 h"
    std::string series = {};    // file of intensities that replaces the grid of the activity's site
    bool released = false;      // the hardware has other uses meanwhile, so that waiting costs nothing
    SamplingOptions sampling = {};
};

/// A start, in seconds since 1970 UTC, and the activity's emissions if it starts then, in kgCO2e.
struct ScheduledStart {
    double start = 0, emissions = 0, waiting = 0;  // waiting: the part of `emissions` that waiting causes
};

/// What the best start would have saved on each day of the series, for an activity at the same time of day,
/// if the intensities of the following hours had been known.
struct ScheduleReplay {
    std::size_t days = 0, with_saving = 0;
    double p5 = 0, p50 = 0, p95 = 0;  // percentiles of the share saved, over days with a saving
};

/// The answer: three starts and the saving. Refers to the sources of its session, which must outlive
/// it.
struct Schedule {
    Evaluation evaluation = {};
    std::string activity;
    double ahead = 0;                 // offset of the time zone of `start` from UTC, in s
    double duration = 0, latest = 0;  // duration in s; latest: the last start considered
    bool known_to_deadline = true;    // false: `latest` is limited by the end of the series
    ScheduledStart now, best, worst;
    double saving = 0;                        // emissions of now minus best, in kgCO2e
    std::optional<Summary> saved_share = {};  // saving / emissions of `now`; empty if not uncertain
    ScheduleReplay replay = {};
    std::vector<std::string> remarks = {};  // what waiting is assumed to cost
    SamplingOptions sampling = {};

    double share() const { return now.emissions > 0 ? saving / now.emissions : 0; }
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where the
/// activity, deadline or series does not exist, or the activity lasts longer than the deadline or series.
std::optional<Schedule> schedule(Session& session, const ScenarioSource& source,
                                 const ScheduleOptions& options);

/// The answer in every output form; refers to the schedule.
Report report_of(const Schedule& schedule);
Page page_of(const Schedule& schedule);
Records records_of(const Schedule& schedule);
std::string json_of(const Schedule& schedule);
/// The answer as one HTML file.
std::string html_of(const Schedule& schedule);

/// An instant as "2022-03-11T10:00:00", in the time zone of the activity's `start`.
std::string clock_text(const Schedule& schedule, double instant);

}  // namespace lca
