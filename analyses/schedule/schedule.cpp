#include "analyses/schedule/schedule.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "analyses/schedule/starts.hpp"
#include "analyses/shared/sampled_model.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/instant.hpp"
#include "lca/base/text.hpp"
#include "lca/base/zoned_time.hpp"
#include "lca/math/percentile.hpp"
#include "lca/numerics/sample.hpp"
#include "lca/units/quantity.hpp"
#include "models/scenario/activity_reader.hpp"
#include "models/series/grid_series.hpp"

namespace lca {
namespace {

constexpr double seconds_a_day = 86'400;

double deadline_of(const std::string& text) {
    const Parsed<Quantity> parsed = parse_quantity(text);
    if (const auto* fault = std::get_if<TextFault>(&parsed))
        throw InputError(
            fmt::format("--deadline `{}`: {}\nexpected such as 48 h", shown(text), fault->message));
    const Quantity& quantity = std::get<Quantity>(parsed);
    if (quantity.unit.dimension != Dimension::of(Base::time))
        throw InputError(fmt::format("--deadline `{}` is {}\nexpected a time, such as 48 h", shown(text),
                                     name(quantity.unit.dimension)));
    return quantity.value;
}

std::size_t number_of(const ActivityReader& activities, const std::string& id) {
    if (id.empty()) {
        if (activities.size() == 1) return 0;
        throw InputError("several activities: choose one with --activity ID");
    }
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < activities.size(); ++i) {
        if (activities.id_of(i) == id) return i;
        known.push_back(activities.id_of(i));
    }
    const std::string hint = did_you_mean(id, known);
    throw InputError(fmt::format("there is no activity `{}`{}{}", shown(id), hint.empty() ? "" : "; ", hint));
}

/// The recorded results that a schedule is computed from; no_step if not assessed.
struct JobSteps {
    std::vector<StepId> electricity,
        idle;  // climate change of each use of the grid's series; idle: in that phase
    StepId embodied = no_step, all = no_step, duration = no_step;
    double start = 0;  // as the scenario states it, in seconds since 1970 UTC
    const SeriesInUse* series = nullptr;
    bool is_shaped = false;  // the power varies over the activity
};

/// The site of an activity: its own, else that of its system.
const Site* site_of(const Activity& activity, const Scenario& scenario) {
    const auto site = activity.site     ? activity.site
                      : activity.system ? scenario.systems[*activity.system].site
                                        : std::nullopt;
    return site ? &scenario.sites[*site] : nullptr;
}

/// The steps of an activity; all its electricity comes from one site.
JobSteps steps_of(const Model& model, std::uint32_t activity) {
    JobSteps steps;
    for (const HoursOfUse& use : model.results.hours) {
        if (use.activity != activity) continue;
        steps.is_shaped = steps.is_shaped || use.power || use.log;
        steps.series = use.series.get();
        steps.duration = use.duration;
        steps.start = use.start;
        steps.electricity.push_back(use.impact);
        if (use.phase == PhaseKind::idle) steps.idle.push_back(use.impact);
    }
    const auto step = [&](const RowKey& key) {
        const Result* row = model.results.find(key);
        return row ? row->steps[index_of::climate] : no_step;
    };
    steps.embodied = step(ActivityPhaseRow{activity, PhaseKind::embodied});
    steps.all = step(ActivityRow{activity});
    return steps;
}

/// Whether waiting hardware counts with idle power and with embodied impact, and remarks that say why not.
struct Waiting {
    bool idle = true, embodied = true;
    std::vector<std::string> remarks;
};

Waiting waiting_of(const Activity& activity, const Scenario& scenario, const JobSteps& steps, bool released) {
    Waiting waiting;
    const auto free = [&](std::string remark) {
        waiting.idle = waiting.embodied = false;
        waiting.remarks.push_back(std::move(remark));
    };
    if (released) {
        free("Others use the hardware while the job waits (--released): waiting costs nothing.");
    } else if (activity.system && scenario.systems[*activity.system].period) {
        free("The period of its system already includes idle time: waiting adds nothing.");
    } else {
        waiting.idle = !steps.idle.empty();
        if (!waiting.idle)
            waiting.remarks.push_back(
                activity.idle.state == Phase::State::none
                    ? "`idle` is `none`: waiting hardware draws no power."
                    : "The file gives no idle power: the power of waiting hardware is not counted.");
        const bool by_time = activity.embodied.allocation == Allocation::used_time ||
                             activity.embodied.allocation == Allocation::calendar ||
                             activity.embodied.allocation == Allocation::sci;
        const bool none = activity.embodied.state == Phase::State::none;
        waiting.embodied = by_time && !none && steps.embodied != no_step;
        if (steps.embodied == no_step)
            waiting.remarks.push_back(
                "Embodied impact is not assessed: that of waiting hardware is not counted.");
    }
    return waiting;
}

double sum_of(const std::vector<StepId>& steps, std::span<const double> values) {
    double sum = 0;
    for (const StepId step : steps) sum += values[step];
    return sum;
}

/// The job with the values of its steps; `start` is the stated start, `latest` the last one considered.
schedule_detail::JobOverTime job_of(const JobSteps& steps, const Waiting& waiting,
                                    std::span<const double> values, double start, double latest) {
    const TimeSeries& relative = *steps.series->relative;
    schedule_detail::JobOverTime job{
        .relative = relative, .now = start, .latest = latest, .duration = values[steps.duration]};
    const double mean = relative.integral(start, start + job.duration) / job.duration;
    const auto at_mean = [mean](double impact) { return mean > 0 ? impact / mean : 0; };
    job.running = at_mean(sum_of(steps.electricity, values));
    if (steps.embodied != no_step) job.fixed = values[steps.embodied];
    if (waiting.idle) job.waiting_power = at_mean(sum_of(steps.idle, values)) / job.duration;
    if (waiting.embodied) job.waiting_embodied = job.fixed / job.duration;
    return job;
}

ScheduledStart start_at(const schedule_detail::JobOverTime& job, double start) {
    return {start, job.emissions(start), job.waiting(start)};
}

/// For how many seconds from `start` the file has intensities, apart from those that `hold` adds at its end.
double known_from(const GridSeries& file, double start) {
    return std::min(file.known_from(start), file.read_until - start);
}

/// The saving for each day of the series that has intensities up to the deadline.
ScheduleReplay replay(const GridSeries& file, schedule_detail::JobOverTime job, double deadline) {
    ScheduleReplay found;
    std::vector<double> shares;
    double now = job.now - std::floor((job.now - job.relative.begin()) / seconds_a_day) * seconds_a_day;
    for (; now + deadline <= file.read_until; now += seconds_a_day) {
        if (known_from(file, now) < deadline) continue;
        job.now = now;
        job.latest = now + deadline - job.duration;
        const double at_once = job.emissions(now),
                     best = job.emissions(schedule_detail::best_and_worst(job).best);
        ++found.days;
        if (at_once > 0 && best < at_once * (1 - 1e-9)) shares.push_back(1 - best / at_once);
    }
    std::sort(shares.begin(), shares.end());
    found.with_saving = shares.size();
    if (shares.empty()) return found;
    found.p5 = percentile(shares, 0.05);
    found.p50 = percentile(shares, 0.5);
    found.p95 = percentile(shares, 0.95);
    return found;
}

/// Records the saving by the best start, as a share of emissions with the stated start, so that it can be
/// sampled.
std::pair<Calculation, StepId> record_share(const Model& model, const JobSteps& steps, const Waiting& waiting,
                                            const schedule_detail::JobOverTime& job, double best) {
    Recorder recorder{Calculation(model.calculation)};
    const auto step = [&](StepId id) { return Step(recorder, id); };
    const auto sum = [&](const std::vector<StepId>& ids) {
        std::vector<Step> terms;
        for (const StepId id : ids) terms.push_back(step(id));
        return recorder.sum(terms);
    };
    const Step duration = step(steps.duration), wait = recorder.constant(best - job.now);
    const auto mean_from = [&](double start) {
        return recorder.mean_over_time({steps.series->relative, start}, duration);
    };
    const Step at_once = mean_from(job.now);
    const Step electricity = sum(steps.electricity);
    Step saving = electricity - electricity * (mean_from(best) / at_once);
    if (waiting.idle)
        saving += -(sum(steps.idle) *
                    (recorder.constant(job.relative.integral(job.now, best)) / (at_once * duration)));
    if (waiting.embodied) saving += -(step(steps.embodied) * (wait / duration));
    const Step share = saving / step(steps.all);
    return {std::move(recorder).finish(), share.id()};
}

std::optional<Summary> sample_share(const Calculation& calculation, StepId share, const SampledModel& read,
                                    const SamplingOptions& options, Diagnostics& diagnostics) {
    SobolRanks ranks;
    PlanOptions plan_options = read.plan_options(options);
    const SamplePlan plan(calculation, {&share, 1}, plan_options, diagnostics);
    if (plan.inputs().empty() || diagnostics.has_errors()) return std::nullopt;
    const std::optional<Sampled> sampled =
        sample(plan, {&share, 1}, {options.samples, options.threads, {&share, 1}, {}}, diagnostics);
    return sampled ? std::optional(sampled->of(share)) : std::nullopt;
}

/// The scenario with the series of the options as the grid of the activity's site. If it is invalid, the
/// compilation that follows reports that.
ScenarioSource with_series(const Session& session, ScenarioSource source, const ScheduleOptions& options) {
    const std::unique_ptr<Session> aside = session.another();
    const std::unique_ptr<Model> model = compile(*aside, source);
    if (!model) return source;
    ActivityReader activities(model->scenario, aside->sources());
    const std::size_t number = number_of(activities, options.activity);
    const Site* const site = site_of(activities.read(number), model->scenario);
    if (!site) throw InputError("--series: the activity has no site");
    const std::filesystem::path file(options.series);
    const std::string from_here =
        file.is_absolute() ? std::filesystem::proximate(file).string() : options.series;
    source.edits.push_back({site->location.path() + ".grid", "{series: \"" + from_here + "\"}", "--series"});
    return source;
}

}  // namespace

std::optional<Schedule> schedule(Session& session, const ScenarioSource& original,
                                 const ScheduleOptions& options) {
    const double deadline = deadline_of(options.deadline);
    const ScenarioSource source = options.series.empty() ? original : with_series(session, original, options);
    const SampledModel read = compile_for_sampling(session, source, options.sampling.sampling);
    if (!read.model) return std::nullopt;
    const Model& model = *read.model;
    ActivityReader activities(model.scenario, session.sources());
    const std::size_t number = number_of(activities, options.activity);
    const Activity activity = activities.read(number);
    const JobSteps steps = steps_of(model, static_cast<std::uint32_t>(number));
    if (!steps.series)
        throw InputError(
            fmt::format("`{}` is not on a grid with an hourly series\nexpected `grid: {{series: "
                        "grid.csv}}` at its site, or --series FILE",
                        activity.id));
    if (steps.is_shaped)
        throw InputError(
            fmt::format("the power of `{}` changes over its time (`power_log`, or `load` over the hours): "
                        "a schedule needs a constant power\nexpected its energy, or a power, in `dynamic`",
                        activity.id));
    Schedule found;
    found.evaluation = lca::described(session, source, read.model);
    found.activity = activity.id;
    found.sampling = options.sampling;
    const std::span<const double> values = found.evaluation.result->values();
    const double now = steps.start;
    found.ahead = *seconds_of_time(activity.start.text) - now;
    found.duration = values[steps.duration];
    if (found.duration > deadline)
        throw InputError(
            fmt::format("`{}` lasts longer than the deadline of {}", activity.id, options.deadline));
    const GridSeries& file = *site_of(activity, model.scenario)->grid->series;
    const double known = known_from(file, now);
    if (found.duration > known)
        throw InputError(fmt::format("`{}` lasts longer than the hours that `{}` covers from its start",
                                     activity.id, steps.series->file));
    found.known_to_deadline = known >= deadline;
    found.latest = now + std::min(deadline, known) - found.duration;
    const Waiting waiting = waiting_of(activity, model.scenario, steps, options.released);
    found.remarks = waiting.remarks;
    if (std::string note = average_note(model.results.bases); !note.empty())
        found.remarks.push_back(std::move(note));
    const schedule_detail::JobOverTime job = job_of(steps, waiting, values, now, found.latest);
    const schedule_detail::BestAndWorst starts = schedule_detail::best_and_worst(job);
    found.now = start_at(job, now);
    found.best = start_at(job, starts.best);
    found.worst = start_at(job, starts.worst);
    found.saving = found.now.emissions - found.best.emissions;
    found.replay = replay(file, job, deadline);
    if (starts.best > now && steps.all != no_step) {
        const auto [calculation, share] = record_share(model, steps, waiting, job, starts.best);
        found.saved_share = sample_share(calculation, share, read, options.sampling, session.diagnostics());
        if (session.diagnostics().has_errors()) return std::nullopt;
    }
    return found;
}

std::string clock_text(const Schedule& schedule, double instant) {
    const auto seconds = std::chrono::seconds(std::llround(instant + schedule.ahead));
    return to_text(LocalTime(seconds));
}

Records records_of(const Schedule& schedule) {
    Records records;
    records.columns = {"start", "when", "emissions_kgco2e", "waiting_kgco2e"};
    const auto add = [&](const char* name, const ScheduledStart& start) {
        records.rows.push_back({std::string(name),
                                to_text(Instant(std::chrono::seconds(std::llround(start.start)))),
                                start.emissions, start.waiting});
    };
    add("now", schedule.now);
    add("best", schedule.best);
    add("worst", schedule.worst);
    return records;
}

Report report_of(const Schedule& schedule) {
    return in_every_form(schedule);
}

}  // namespace lca
