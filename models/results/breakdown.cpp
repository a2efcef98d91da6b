#include "models/results/breakdown.hpp"

#include <algorithm>
#include <stdexcept>

#include "models/results/breakdown_builder.hpp"
#include "models/results/period_breakdown.hpp"
#include "models/results/scopes.hpp"

namespace lca {
namespace {

constexpr std::string_view unallocated = "unallocated", not_by_stage = "embodied.not_by_stage";

/// Whether a row belongs to an activity with `include: true`.
bool included(const Results& results, const Result& row) {
    const std::optional<std::uint32_t> activity = row.activity();
    return activity && results.activities.at(*activity).included;
}

void add_unallocated(const Results& results, std::vector<BreakdownItem>& items) {
    if (results.find(unallocated)) items.push_back({std::string(unallocated), std::string(unallocated)});
}

/// The activities' own rows as items.
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

/// The rows of a phase's entries directly follow the row of the phase.
std::vector<BreakdownItem> by_line(Assessment& assessment) {
    results::BreakdownBuilder parts(assessment, "line");
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

/// The rows of an entry's life-cycle stages directly follow the row of the entry.
std::vector<BreakdownItem> by_life_cycle_stage(Assessment& assessment) {
    results::BreakdownBuilder parts(assessment, "life_cycle_stage");
    const Results& results = parts.results();
    constexpr std::string_view order[] = {"manufacturing", "transport", "use", "end_of_life", not_by_stage};
    for (const std::string_view stage : order) {
        for (std::size_t i = 0; i < results.rows.size(); ++i) {
            if (life_cycle_stage(results, i) == stage) parts.add(std::string(stage), results.rows[i]);
        }
    }
    return parts.finish();
}

}  // namespace

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
        case BreakdownKey::scope:
            return results::by_scope(assessment);
        case BreakdownKey::year:
        case BreakdownKey::month:
        case BreakdownKey::day:
        case BreakdownKey::hour:
            return results::by_period(assessment, by, until);
        case BreakdownKey::impact:
            break;
    }
    throw std::logic_error("impacts do not add up");
}

}  // namespace lca
