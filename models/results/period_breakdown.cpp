#include "models/results/period_breakdown.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "models/results/breakdown_builder.hpp"
#include "models/results/periods.hpp"
#include "models/results/spread.hpp"

namespace lca {
namespace results {
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
            return "months; use --by year";
        case Period::day:
            return "days; use --by month";
        case Period::hour:
            return "hours; use --by day";
    }
    return "";
}

/// An activity with a start and a duration, and the periods during which it runs.
struct Dated {
    std::size_t row = 0;
    Spread spread;  // of the whole activity
    std::int64_t first = 0, last = 0;
    std::span<const HoursOfUse> uses = {};  // entries whose electricity follows a series or a log

    /// How the entries of a phase are spread over time: together, like `use` (null: like the activity), or
    /// each in its own way.
    struct OfPhase {
        bool spread_as_one = true;
        const HoursOfUse* use = nullptr;
    };
    std::array<OfPhase, phase_count> phases = {};
    std::map<std::pair<PhaseKind, std::optional<std::uint32_t>>, const HoursOfUse*> by_line =
        {};  // `uses`, by phase and entry

    const OfPhase& of(PhaseKind phase) const { return phases[static_cast<std::size_t>(phase)]; }
    /// Null for an entry that is spread over time like the whole activity.
    const HoursOfUse* of(const LineRow& line) const {
        const auto found = by_line.find({line.phase, line.line});
        return found == by_line.end() ? nullptr : found->second;
    }
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
            Dated one{.row = i,
                      .spread = {.start = *activity.start,
                                 .duration = activity.duration,
                                 .open = uncertain[activity.duration],
                                 .nominal = values[activity.duration]},
                      .uses = uses_of(results, of->activity)};
            find_periods(one, values, limit);
            find_phases(one, results.rows);
            last_ = dated_.empty() ? one.last : std::max(last_, one.last);
            dated_.push_back(std::move(one));
        }
        if (until && !dated_.empty()) last_ = std::max(last_, *until);
        for (const Dated& one : dated_) {
            const std::int64_t last = one.spread.open && until ? last_ : one.last;
            for (std::int64_t number = one.first; number <= last && used_.size() <= limit; ++number)
                used_.insert(number);
        }
        if (used_.size() > limit)
            throw InputError("the activities last for more than " + std::to_string(limit) + " " +
                             std::string(plural(kind)));
    }

    std::optional<std::int64_t> last() const { return dated_.empty() ? std::nullopt : std::optional(last_); }

    std::vector<BreakdownItem> add_to(Assessment& assessment) const {
        const std::vector<double> values = evaluate(assessment.calculation);
        BreakdownBuilder parts(assessment, std::string(key_));
        const Results& results = parts.results();
        for (const std::int64_t number : used_) {
            for (const Dated& one : dated_) {
                const bool within = number >= one.first && (one.spread.open || number <= one.last);
                const Part part{period_name(kind_, number), start_of_period(kind_, number),
                                start_of_period(kind_, number + 1)};
                if (within) add(parts, part, one, values);
            }
        }
        for (const Dated& one : dated_) {
            if (one.spread.open)
                add(parts, {std::string(later), start_of_period(kind_, last_ + 1), std::nullopt}, one,
                    values);
        }
        for (const std::size_t row : undated_) parts.add(std::string(undated), results.rows[row]);
        return parts.finish();
    }

private:
    /// A period or, without `until`, all time from `from` on.
    struct Part {
        std::string name;
        double from = 0;
        std::optional<double> until;
    };

    static std::span<const HoursOfUse> uses_of(const Results& results, std::uint32_t activity) {
        HoursOfUse wanted;
        wanted.activity = activity;
        const auto [first, last] = std::equal_range(
            results.hours.begin(), results.hours.end(), wanted,
            [](const HoursOfUse& a, const HoursOfUse& b) { return a.activity < b.activity; });
        return {first, last};
    }

    void find_periods(Dated& one, std::span<const double> values, std::size_t limit) const {
        double begin = one.spread.start, end = one.spread.end();
        for (const HoursOfUse& use : one.uses) {
            const Spread spread = spread_of(use, values);
            begin = std::min(begin, spread.start);
            end = std::max(end, spread.end());
        }
        one.first = one.last = period_at(kind_, begin);
        const auto furthest = one.first + static_cast<std::int64_t>(limit);
        while (start_of_period(kind_, one.last + 1) < end && one.last <= furthest) ++one.last;
    }

    /// Adds the part of an activity's impact that falls into a period: of its row or, if its electricity
    /// follows a series or a log, of the rows of its phases or entries.
    static void add(BreakdownBuilder& parts, const Part& part, const Dated& one,
                    std::span<const double> values) {
        const std::vector<Result>& rows = parts.results().rows;
        if (one.uses.empty()) return add(parts, part, rows[one.row], one.spread);
        for (std::size_t i = one.row + 1; i < rows.size() && rows[i].activity() == rows[one.row].activity();
             ++i) {
            if (const auto* phase = rows[i].get_if<ActivityPhaseRow>()) {
                const HoursOfUse* use = one.of(phase->phase).use;
                if (one.of(phase->phase).spread_as_one)
                    add(parts, part, rows[i], use ? spread_of(*use, values) : one.spread);
            } else if (const auto* line = rows[i].get_if<LineRow>()) {
                const HoursOfUse* use = one.of(*line);
                if (!one.of(line->phase).spread_as_one)
                    add(parts, part, rows[i], use ? spread_of(*use, values) : one.spread);
            }
        }
    }

    /// Finds out how the phases of an activity are spread over time: entry by entry if the entries in `uses`
    /// differ, or if only some entries of the phase are in `uses`.
    static void find_phases(Dated& one, const std::vector<Result>& rows) {
        std::array<std::size_t, phase_count> entries = {}, used = {};
        for (const HoursOfUse& use : one.uses) {
            Dated::OfPhase& phase = one.phases[static_cast<std::size_t>(use.phase)];
            const HoursOfUse* const other = phase.use;
            phase.spread_as_one =
                phase.spread_as_one && (!other || (other->power == use.power && other->start == use.start &&
                                                   other->duration == use.duration));
            phase.use = &use;
            ++used[static_cast<std::size_t>(use.phase)];
            one.by_line.emplace(std::pair(use.phase, use.line), &use);
        }
        for (std::size_t i = one.row + 1; i < rows.size() && rows[i].activity() == rows[one.row].activity();
             ++i) {
            if (const auto* line = rows[i].get_if<LineRow>())
                ++entries[static_cast<std::size_t>(line->phase)];
        }
        for (std::size_t k = 0; k < phase_count; ++k)
            one.phases[k].spread_as_one =
                one.phases[k].spread_as_one && (used[k] == 0 || entries[k] <= used[k]);
    }

    static void add(BreakdownBuilder& parts, const Part& part, const Result& row, const Spread& spread) {
        const double from = part.from - spread.start;
        const std::optional<double> until =
            part.until ? std::optional(*part.until - spread.start) : std::nullopt;
        if ((until && *until <= 0) || (!spread.open && from > 0 && from >= spread.nominal)) return;
        if (!spread.open && from <= 0 && (!until || *until >= spread.nominal))
            return parts.add(part.name, row);
        const SpreadShares shares = shares_between(parts.recorder(), spread, from, until);
        parts.add(part.name, row, shares.energy, shares.climate);
    }

    std::string_view key_;
    Period kind_;
    std::vector<Dated> dated_;
    std::vector<std::size_t> undated_;  // indices of rows
    std::set<std::int64_t> used_;
    std::int64_t last_ = 0;
};

}  // namespace

std::vector<BreakdownItem> by_period(Assessment& assessment, BreakdownKey by,
                                     std::optional<std::int64_t> until) {
    return ByPeriod(assessment, by, until).add_to(assessment);
}

}  // namespace results

std::optional<std::int64_t> last_period(const Assessment& assessment, BreakdownKey by) {
    return results::period_of(by) ? results::ByPeriod(assessment, by, std::nullopt).last() : std::nullopt;
}

}  // namespace lca
