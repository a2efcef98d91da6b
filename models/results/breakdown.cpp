#include "models/results/breakdown.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "models/results/breakdown_builder.hpp"
#include "models/results/periods.hpp"

namespace lca {
namespace {

constexpr std::string_view unallocated = "unallocated", not_by_stage = "embodied.not_by_stage";

/// Whether the activity that a row is of counts.
bool included(const Results& results, const Result& row) {
    const std::optional<std::uint32_t> activity = row.activity();
    return activity && results.activities.at(*activity).included;
}

void add_unallocated(const Results& results, std::vector<BreakdownItem>& items) {
    if (results.find(unallocated)) items.push_back({std::string(unallocated), std::string(unallocated)});
}

/// What is in the recording as rows of its own.
std::vector<BreakdownItem> by_activity(const Results& results) {
    std::vector<BreakdownItem> items;
    for (const Result& one : results.rows) {
        if (!one.is<ActivityRow>() || !included(results, one)) continue;
        items.push_back({results.name(one), results.name(one)});
    }
    add_unallocated(results, items);
    return items;
}

std::vector<BreakdownItem> by_stage(const Results& results) {
    std::vector<BreakdownItem> items;
    for (const Result& one : results.rows) {
        if (const auto* of = one.get_if<StageRow>())
            items.push_back({results.stages.at(of->stage), results.name(one)});
    }
    add_unallocated(results, items);
    return items;
}

std::vector<BreakdownItem> by_phase(const Results& results) {
    std::vector<BreakdownItem> items;
    for (const Result& one : results.rows) {
        if (one.is<PhaseRow>()) items.push_back({results.name(one), results.name(one)});
    }
    return items;
}

template <class Key>
bool followed_by(const Results& results, std::size_t i) {
    return i + 1 < results.rows.size() && results.rows[i + 1].is<Key>();
}

/// The life-cycle stage that all of a row is in, where no row within it is counted in its place; "" for
/// others.
std::string_view life_cycle_stage(const Results& results, std::size_t i) {
    const Result& one = results.rows[i];
    if (const auto* rest = one.get_if<UnallocatedPhaseRow>()) {
        if (rest->phase != PhaseKind::embodied) return "use";
        return followed_by<UnallocatedLineRow>(results, i) ? "" : not_by_stage;
    }
    if (one.is<UnallocatedLineRow>())
        return followed_by<UnallocatedLifeCycleStageRow>(results, i) ? "" : not_by_stage;
    if (const auto* of = one.get_if<UnallocatedLifeCycleStageRow>()) return to_string(of->stage);
    if (!included(results, one)) return {};
    if (const auto* of = one.get_if<LifeCycleStageRow>()) return to_string(of->stage);
    if (const auto* line = one.get_if<LineRow>()) {
        if (line->phase != PhaseKind::embodied) return {};
        return followed_by<LifeCycleStageRow>(results, i) ? "" : not_by_stage;
    }
    const auto* of = one.get_if<ActivityPhaseRow>();
    if (!of) return {};
    if (of->phase != PhaseKind::embodied) return "use";
    return followed_by<LineRow>(results, i) ? "" : not_by_stage;
}

/// A phase's lines follow it.
std::vector<BreakdownItem> by_line(Assessment& assessment) {
    BreakdownBuilder parts(assessment, "line");
    const Results& results = parts.results();
    for (std::size_t i = 0; i < results.rows.size(); ++i) {
        const Result& one = results.rows[i];
        if (!included(results, one)) continue;
        if (const auto* line = one.get_if<LineRow>()) {
            const std::string phase(to_string(line->phase));
            parts.add(phase + "." + results.line_names.at(line->line), one);
        } else if (const auto* of = one.get_if<ActivityPhaseRow>()) {
            if (!followed_by<LineRow>(results, i)) parts.add(std::string(to_string(of->phase)), one);
        }
    }
    for (const Result& one : results.rows) {
        if (const auto* rest = one.get_if<UnallocatedPhaseRow>())
            parts.add(std::string(to_string(rest->phase)) + "." + std::string(unallocated), one);
    }
    return parts.finish();
}

/// A line's life-cycle stages follow it, as lines follow their phase.
std::vector<BreakdownItem> by_life_cycle_stage(Assessment& assessment) {
    BreakdownBuilder parts(assessment, "life_cycle_stage");
    const Results& results = parts.results();
    constexpr std::string_view order[] = {"manufacturing", "transport", "use", "end_of_life", not_by_stage};
    for (const std::string_view stage : order) {
        for (std::size_t i = 0; i < results.rows.size(); ++i) {
            if (life_cycle_stage(results, i) == stage) parts.add(std::string(stage), results.rows[i]);
        }
    }
    return parts.finish();
}

/// An activity and the periods it falls into.
struct Dated {
    std::size_t row = 0;
    double start = 0;
    StepId duration = no_step;
    bool open = false;  // its duration is uncertain: it may end in any later one
    std::int64_t first = 0, last = 0;
};

/// Cuts by years or months.
class ByPeriod {
public:
    ByPeriod(const Assessment& assessment, Period kind, std::optional<std::int64_t> until) : kind_(kind) {
        const Results& results = assessment.results;
        const Calculation& calculation = assessment.calculation;
        const std::vector<double> values = evaluate(calculation);
        const std::vector<bool> uncertain = depends_on(calculation, uncertain_inputs(calculation));
        for (std::size_t i = 0; i < results.rows.size(); ++i) {
            const Result& row = results.rows[i];
            if (row.is<UnallocatedRow>()) undated_.push_back(i);
            const auto* of = row.get_if<ActivityRow>();
            if (!of || !included(results, row)) continue;
            const ActivityInfo& activity = results.activities[of->activity];
            if (!activity.start || activity.duration == no_step) {
                undated_.push_back(i);
                continue;
            }
            Dated one{i, *activity.start, activity.duration, uncertain[activity.duration]};
            one.first = one.last = period_at(kind, one.start);
            const double end = one.start + values[one.duration];
            while (start_of_period(kind, one.last + 1) < end && one.last - one.first <= most) ++one.last;
            last_ = dated_.empty() ? one.last : std::max(last_, one.last);
            dated_.push_back(one);
        }
        if (until && !dated_.empty()) last_ = std::max(last_, *until);
        for (const Dated& one : dated_) {
            const std::int64_t last = one.open && until ? last_ : one.last;
            for (std::int64_t number = one.first; number <= last && used_.size() <= max_periods; ++number)
                used_.insert(number);
        }
        if (used_.size() > max_periods)
            throw InputError("the activities last for more than " + std::to_string(max_periods) + " " +
                             (kind == Period::year ? "years" : "months; by year they are fewer"));
    }

    std::optional<std::int64_t> last() const { return dated_.empty() ? std::nullopt : std::optional(last_); }

    std::vector<BreakdownItem> add_to(Assessment& assessment) const {
        BreakdownBuilder parts(assessment, kind_ == Period::year ? "year" : "month");
        const Results& results = parts.results();
        for (const std::int64_t number : used_) {
            for (const Dated& one : dated_) {
                const bool within = number >= one.first && (one.open || number <= one.last);
                if (within)
                    parts.add(period_name(kind_, number), results.rows[one.row], share(parts, one, number));
            }
        }
        for (const Dated& one : dated_) {
            if (one.open) parts.add(std::string(later), results.rows[one.row], share_after(parts, one));
        }
        for (const std::size_t row : undated_) parts.add(std::string(undated), results.rows[row]);
        return parts.finish();
    }

private:
    static constexpr std::int64_t most = max_periods;

    static std::vector<std::size_t> uncertain_inputs(const Calculation& calculation) {
        std::vector<std::size_t> inputs;
        for (std::size_t i = 0; i < calculation.inputs().size(); ++i) {
            if (calculation.inputs()[i].uncertainty) inputs.push_back(i);
        }
        return inputs;
    }

    /// The time that lies in a period over the whole time; no step where it is all of it.
    Step share(BreakdownBuilder& parts, const Dated& one, std::int64_t number) const {
        if (!one.open && one.first == one.last) return {};
        Recorder& recorder = parts.recorder();
        const Step duration(recorder, one.duration);
        const double from = start_of_period(kind_, number) - one.start;
        const Step until = recorder.constant(start_of_period(kind_, number + 1) - one.start);
        Step within = minimum(duration, until);
        if (from > 0) within = maximum(within - recorder.constant(from), recorder.constant(0));
        return within / duration;
    }

    Step share_after(BreakdownBuilder& parts, const Dated& one) const {
        Recorder& recorder = parts.recorder();
        const Step duration(recorder, one.duration);
        const Step end = recorder.constant(start_of_period(kind_, last_ + 1) - one.start);
        return maximum(duration - end, recorder.constant(0)) / duration;
    }

    Period kind_;
    std::vector<Dated> dated_;
    std::vector<std::size_t> undated_;  // rows
    std::set<std::int64_t> used_;
    std::int64_t last_ = 0;
};

}  // namespace

std::optional<std::int64_t> last_period(const Assessment& assessment, BreakdownKey by) {
    if (by != BreakdownKey::year && by != BreakdownKey::month) return std::nullopt;
    const Period kind = by == BreakdownKey::year ? Period::year : Period::month;
    return ByPeriod(assessment, kind, std::nullopt).last();
}

void add_zero_items(Assessment& assessment, const std::vector<std::string>& names) {
    Recorder recorder(std::move(assessment.calculation));
    Results& results = assessment.results;
    for (const std::string& name : names) {
        Result zero{.key = ItemRow{static_cast<std::uint32_t>(results.items.size())}};
        zero.steps.fill(recorder.constant(0).id());
        if (!results.has_market) zero.steps[market_measure] = no_step;
        results.items.push_back({.name = name, .gaps = {}});
        results.rows.push_back(zero);
    }
    assessment = lca::assessment(std::move(recorder), std::move(results));
}

std::vector<BreakdownItem> break_down(Assessment& assessment, BreakdownKey by,
                                      std::optional<std::int64_t> until) {
    switch (by) {
        case BreakdownKey::activity:
            return by_activity(assessment.results);
        case BreakdownKey::stage:
            return by_stage(assessment.results);
        case BreakdownKey::phase:
            return by_phase(assessment.results);
        case BreakdownKey::line:
            return by_line(assessment);
        case BreakdownKey::life_cycle_stage:
            return by_life_cycle_stage(assessment);
        case BreakdownKey::year:
            return ByPeriod(assessment, Period::year, until).add_to(assessment);
        case BreakdownKey::month:
            return ByPeriod(assessment, Period::month, until).add_to(assessment);
        case BreakdownKey::impact:
            break;
    }
    throw std::logic_error("impacts do not add up");
}

}  // namespace lca
