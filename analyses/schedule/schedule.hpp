#pragma once
// When a job should start: by the hours of its grid, and what it costs to wait for them.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/numerics/sampling.hpp"
#include "lca/page/report.hpp"

namespace lca {

struct ScheduleOptions {
    std::string activity = {};  // id of the activity; "" where there is only one
    std::string deadline = {};  // how long after its `start` it must be done: "48 h"
    std::string series = {};    // a file of intensities, in place of the grid of its site
    bool released = false;      // others use the hardware while the job waits: waiting costs nothing
    SamplingOptions sampling = {};
};

/// One start, in seconds since 1970 UTC, and what the activity emits then, in kgCO2e.
struct ScheduledStart {
    double start = 0, emissions = 0, waiting = 0;  // waiting: the part due to waiting
};

/// The saving on each day of the series, for a job at the same time of day. Assumes that the intensities of
/// the hours to come are known.
struct ScheduleReplay {
    std::size_t days = 0, with_saving = 0;
    double p5 = 0, p50 = 0, p95 = 0;  // shares saved, for days with a saving
};

/// The three starts and the saving. Refers to the sources of the session it was made in, which must outlive
/// it.
struct Schedule {
    Evaluation evaluation = {};
    std::string activity;
    double ahead = 0;                 // s that the zone of `start` is ahead of UTC
    double duration = 0, latest = 0;  // duration: s; latest: the latest start
    bool known_to_deadline = true;    // else `latest` is where the series, or what is known of it, ends
    ScheduledStart now, best, worst;
    double saving = 0;                        // kgCO2e: now - best
    std::optional<Summary> saved_share = {};  // of the emissions now; empty if nothing uncertain matters
    ScheduleReplay replay = {};
    std::vector<std::string> remarks = {};  // what waiting counts, or leaves out
    SamplingOptions sampling = {};

    double share() const { return now.emissions > 0 ? saving / now.emissions : 0; }
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where the
/// activity, the deadline or a series is missing, or the job is not done by the deadline.
std::optional<Schedule> schedule(Session& session, const ScenarioSource& source,
                                 const ScheduleOptions& options);

/// The answer in every form; refers to the schedule.
Report report_of(const Schedule& schedule);
Page page_of(const Schedule& schedule);
Records records_of(const Schedule& schedule);
std::string json_of(const Schedule& schedule);
/// The answer as a page for a browser, as one file.
std::string html_of(const Schedule& schedule);

/// "2022-03-11T10:00:00": in the local time that `start` is written in.
std::string clock_text(const Schedule& schedule, double instant);

}  // namespace lca
