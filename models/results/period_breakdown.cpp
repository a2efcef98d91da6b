#include "models/results/period_breakdown.hpp"

#include <algorithm>
#include <set>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "models/results/breakdown_builder.hpp"
#include "models/results/hours.hpp"
#include "models/results/periods.hpp"

namespace lca {
namespace {

std::optional<Period> period_of(BreakdownKey by) {
    switch (by) {
        case BreakdownKey::year:
            return Period::year;
        case BreakdownKey::month:
            return Period::month;
        case BreakdownKey::day:
            return Period::day;
        case BreakdownKey::hour:
            return Period::hour;
        default:
            return std::nullopt;
    }
}

std::string_view plural(Period kind) {
    switch (kind) {
        case Period::year:
            return "years";
        case Period::month:
            return "months; by year they are fewer";
        case Period::day:
            return "days; by month they are fewer";
        case Period::hour:
            return "hours; by day they are fewer";
    }
    return "";
}

/// An activity and the periods it falls into.
struct Dated {
    std::size_t row = 0;
    double start = 0;
    StepId duration = no_step;
    bool open = false;  // its duration is uncertain: it may end in any later one
    std::int64_t first = 0, last = 0;
    std::optional<MeanOverTime> hours = {};  // of the series its electricity comes from
};

class ByPeriod {
public:
    ByPeriod(const Assessment& assessment, BreakdownKey by, std::optional<std::int64_t> until)
        : key_(breakdown_key_names[static_cast<std::size_t>(by)]), kind_(*period_of(by)) {
        const Period kind = kind_;
        const std::size_t limit = kind == Period::year || kind == Period::month ? max_periods : max_hours;
        const Results& results = assessment.results;
        const Calculation& calculation = assessment.calculation;
        const std::vector<double> values = evaluate(calculation);
        const std::vector<bool> uncertain = depends_on(calculation, uncertain_inputs(calculation));
        for (std::size_t i = 0; i < results.rows.size(); ++i) {
            const Result& row = results.rows[i];
            if (row.is<UnallocatedRow>()) undated_.push_back(i);
            const auto* of = row.get_if<ActivityRow>();
            if (!of || !results.activities[of->activity].included) continue;
            const ActivityInfo& activity = results.activities[of->activity];
            if (!activity.start || activity.duration == no_step) {
                undated_.push_back(i);
                continue;
            }
            Dated one{i, *activity.start, activity.duration, uncertain[activity.duration]};
            one.first = one.last = period_at(kind, one.start);
            const double end = one.start + values[one.duration];
            const auto furthest = one.first + static_cast<std::int64_t>(limit);
            while (start_of_period(kind, one.last + 1) < end && one.last <= furthest) ++one.last;
            take_hours(results, of->activity, one);
            last_ = dated_.empty() ? one.last : std::max(last_, one.last);
            dated_.push_back(one);
        }
        if (until && !dated_.empty()) last_ = std::max(last_, *until);
        for (const Dated& one : dated_) {
            const std::int64_t last = one.open && until ? last_ : one.last;
            for (std::int64_t number = one.first; number <= last && used_.size() <= limit; ++number)
                used_.insert(number);
        }
        if (used_.size() > limit)
            throw InputError("the activities last for more than " + std::to_string(limit) + " " +
                             std::string(plural(kind)));
    }

    std::optional<std::int64_t> last() const { return dated_.empty() ? std::nullopt : std::optional(last_); }

    std::vector<BreakdownItem> add_to(Assessment& assessment) const {
        BreakdownBuilder parts(assessment, std::string(key_));
        const Results& results = parts.results();
        for (const std::int64_t number : used_) {
            for (const Dated& one : dated_) {
                const bool within = number >= one.first && (one.open || number <= one.last);
                if (within) add(parts, period_name(kind_, number), one, share(parts, one, number));
            }
        }
        for (const Dated& one : dated_) {
            if (one.open) add(parts, std::string(later), one, share_after(parts, one));
        }
        for (const std::size_t row : undated_) parts.add(std::string(undated), results.rows[row]);
        return parts.finish();
    }

private:
    void take_hours(const Results& results, std::uint32_t activity, Dated& to) const {
        const auto found = std::lower_bound(
            results.hours.begin(), results.hours.end(), activity,
            [](const HoursOfUse& use, std::uint32_t number) { return use.activity < number; });
        if (found == results.hours.end() || found->activity != activity) return;
        to.hours = MeanOverTime(found->series->relative, found->start);
    }

    /// Shares of what happens in a part of the time.
    struct Shares {
        Step all, of_hours;  // no step: all of it
    };

    /// The row of the activity; where its electricity follows a series, those of its phases.
    static void add(BreakdownBuilder& parts, const std::string& name, const Dated& one,
                    const Shares& shares) {
        const std::vector<Result>& rows = parts.results().rows;
        if (!one.hours || !shares.all) return parts.add(name, rows[one.row], shares.all);
        for (std::size_t i = one.row + 1; i < rows.size() && rows[i].activity() == rows[one.row].activity();
             ++i) {
            const auto* phase = rows[i].get_if<ActivityPhaseRow>();
            if (!phase) continue;
            const bool electric = phase->phase != PhaseKind::embodied;
            parts.add(name, rows[i], shares.all, electric ? shares.of_hours : Step());
        }
    }

    /// What lies between two times after the start, of which the second may be nothing for "until the end".
    static Shares between(BreakdownBuilder& parts, const Dated& one, double from,
                          std::optional<double> until) {
        Recorder& recorder = parts.recorder();
        const Step duration(recorder, one.duration);
        const Step begin = from > 0 ? minimum(duration, recorder.constant(from)) : Step();
        const Step end = until ? minimum(duration, recorder.constant(*until)) : duration;
        Shares shares{(begin ? end - begin : end) / duration, {}};
        if (!one.hours || one.hours->over(recorder.value(duration)) == 0) return shares;
        const auto all_until = [&](Step time) { return recorder.mean_over_time(*one.hours, time) * time; };
        const Step within = begin ? all_until(end) - all_until(begin) : all_until(end);
        shares.of_hours = within / all_until(duration);
        return shares;
    }

    /// No steps where all of it is in the period.
    Shares share(BreakdownBuilder& parts, const Dated& one, std::int64_t number) const {
        if (!one.open && one.first == one.last) return {};
        return between(parts, one, start_of_period(kind_, number) - one.start,
                       start_of_period(kind_, number + 1) - one.start);
    }

    Shares share_after(BreakdownBuilder& parts, const Dated& one) const {
        return between(parts, one, start_of_period(kind_, last_ + 1) - one.start, std::nullopt);
    }

    std::string_view key_;
    Period kind_;
    std::vector<Dated> dated_;
    std::vector<std::size_t> undated_;  // rows
    std::set<std::int64_t> used_;
    std::int64_t last_ = 0;
};

}  // namespace

std::vector<BreakdownItem> by_period(Assessment& assessment, BreakdownKey by,
                                     std::optional<std::int64_t> until) {
    return ByPeriod(assessment, by, until).add_to(assessment);
}

std::optional<std::int64_t> last_period(const Assessment& assessment, BreakdownKey by) {
    return period_of(by) ? ByPeriod(assessment, by, std::nullopt).last() : std::nullopt;
}

}  // namespace lca
