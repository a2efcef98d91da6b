#include "models/results/gap_comparison.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "lca/base/text.hpp"

namespace lca {
namespace {

constexpr std::size_t max_named = 4;  // names of parts in a message; further ones are only counted

constexpr std::uint32_t bit(PhaseKind phase) {
    return 1U << static_cast<unsigned>(phase);
}

/// The gaps in some rows, except those by default, in the order of the table.
std::vector<OpenGap> open_gaps(const Results& results, const std::vector<const Result*>& rows,
                               std::size_t measure) {
    std::vector<OpenGap> parts;
    for (const Result* row : rows) {
        for (const Gap* gap : results.gaps_of(*row, measure)) {
            if (gap->by_default) continue;
            OpenGap& part = parts.emplace_back();
            part.boundary = gap->boundary;
            if (gap->boundary) continue;
            part.activity =
                gap->activity ? std::string_view(results.activities.at(*gap->activity).id) : "unallocated";
            part.phase = gap->phase;
            if (gap->line) part.line = results.line_names.at(*gap->line);
            part.stage = gap->life_cycle_stage;
            part.partly = (gap->counted >> measure & 1U) != 0;
        }
    }
    return parts;
}

void sort_once(std::vector<OpenGap>& parts) {
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
}

std::vector<OpenGap> only_in_first(const std::vector<OpenGap>& first, const std::vector<OpenGap>& second) {
    std::vector<OpenGap> only;
    std::set_difference(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(only));
    return only;
}

void drop(std::vector<OpenGap>& gaps, const std::vector<OpenGap>& known) {
    std::erase_if(gaps,
                  [&](const OpenGap& gap) { return std::binary_search(known.begin(), known.end(), gap); });
}

std::string name_of(const OpenGap& part) {
    if (part.boundary) return fmt::format("boundary.{}", to_string(*part.boundary));
    std::string name = fmt::format("{}.{}", part.activity, to_string(part.phase));
    if (part.line) name.append(".").append(*part.line);
    if (part.stage) name.append(".").append(to_string(*part.stage));
    return name;
}

/// The names of parts that only the first result lacks. If it lacks all of a part and the other only some of
/// it, the part is named for the first; in the opposite case it is named for the other.
std::vector<std::string> names_of(const std::vector<OpenGap>& own, const std::vector<OpenGap>& other,
                                  PhaseKind phase) {
    std::vector<std::string> names;
    for (const OpenGap& part : own) {
        if (part.phase != phase) continue;
        OpenGap twin = part;
        twin.partly = !part.partly;
        const bool in_both = std::binary_search(other.begin(), other.end(), twin);
        if (!in_both) names.push_back(name_of(part));
        if (in_both && !part.partly) names.push_back(name_of(part) + " (all of it)");
    }
    return names;
}

/// Whether none of the activities that a row sums up has a figure for a phase; false for a row that does not
/// sum up activities of one stage or one activity.
bool is_open_in(const Results& results, const Result& row, PhaseKind phase, std::size_t measure) {
    const std::optional<std::uint32_t> own = row.activity();
    const auto* stage = row.get_if<StageRow>();
    const auto* stage_phase = row.get_if<StagePhaseRow>();
    if (!own && !stage && !stage_phase) return false;  // for sums over all see GapComparison::open_phases
    if (own) {
        const Result* of = results.find(ActivityPhaseRow{*own, phase});
        return of && of->steps.at(measure) == no_step;
    }
    bool any = false;
    for (const Result& one : results.rows) {
        const auto* of = one.get_if<ActivityPhaseRow>();
        if (!of || of->phase != phase) continue;
        const ActivityInfo& activity = results.activities.at(of->activity);
        if (!activity.included || activity.stage != (stage ? stage->stage : stage_phase->stage)) continue;
        if (one.steps.at(measure) != no_step) return false;
        any = true;
    }
    return any;
}

bool is_open_in(const Results& results, const std::vector<const Result*>& rows, PhaseKind phase,
                std::size_t measure) {
    return !rows.empty() && std::all_of(rows.begin(), rows.end(), [&](const Result* row) {
        return is_open_in(results, *row, phase, measure);
    });
}

/// Moves the items of the boundary that no figure covers to `names`, because they belong to no phase.
void take_boundary(std::vector<OpenGap>& parts, std::vector<std::string>& names) {
    for (const OpenGap& part : parts) {
        if (part.boundary) names.push_back(name_of(part));
    }
    std::erase_if(parts, [](const OpenGap& part) { return part.boundary.has_value(); });
}

void say(std::string& text, std::string_view name, const std::vector<std::string>& parts) {
    if (parts.empty()) return;
    std::vector<std::string> shown(
        parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(std::min(parts.size(), max_named)));
    if (parts.size() > max_named) shown.push_back(fmt::format("{} more", parts.size() - max_named));
    text += fmt::format("{}only {} lacks {}", text.empty() ? "" : "; ", name, listed(shown));
}

std::vector<const Result*> one_or_none(const Result* row) {
    return row ? std::vector<const Result*>{row} : std::vector<const Result*>{};
}

}  // namespace

std::string GapDifferences::text(std::string_view base_name, std::string_view variant_name) const {
    std::string text;
    say(text, base_name, base);
    say(text, variant_name, variant);
    return text;
}

GapComparison::GapComparison(const Results& base, const Results& variant)
    : base_(base), variant_(variant), base_open_(open_phases(base)), variant_open_(open_phases(variant)) {}

/// The phases for which no activity with `include: true` has a figure; none if there are no activities.
GapComparison::OpenPhases GapComparison::open_phases(const Results& results) {
    OpenPhases open{};
    std::array<std::uint32_t, phase_count> assessed{};
    std::uint32_t known = 0;
    for (const Result& row : results.rows) {
        const auto* of = row.get_if<ActivityPhaseRow>();
        if (!of || !results.activities.at(of->activity).included) continue;
        assessed[static_cast<std::size_t>(of->phase)] |= row.assessed();
        known |= bit(of->phase);
    }
    for (std::size_t m = 0; m < measure_count; ++m) {
        for (const PhaseKind phase : all_phases) {
            const bool counted = (assessed[static_cast<std::size_t>(phase)] >> m & 1U) != 0;
            if (!counted) open[m] |= known & bit(phase);
        }
    }
    return open;
}

bool GapComparison::is_open(PhaseKind phase, const std::vector<const Result*>& base,
                            const std::vector<const Result*>& variant, std::size_t measure) const {
    const auto open = [&](const Results& results, const OpenPhases& everywhere,
                          const std::vector<const Result*>& rows) {
        return (everywhere[measure] & bit(phase)) != 0 || is_open_in(results, rows, phase, measure);
    };
    return open(base_, base_open_, base) && open(variant_, variant_open_, variant);
}

void GapComparison::compare(const std::vector<const Result*>& base, const std::vector<const Result*>& variant,
                            std::size_t measure, bool of_one_row, GapDifferences& found) const {
    if (measure == market_measure && base_.has_market != variant_.has_market) {
        (base_.has_market ? found.variant : found.base).emplace_back("a market_intensity");
        return;
    }
    std::vector<OpenGap> own = open_gaps(base_, base, measure);
    std::vector<OpenGap> other = open_gaps(variant_, variant, measure);
    if (own == other) return;
    sort_once(own);
    sort_once(other);
    std::vector<OpenGap> of_base = only_in_first(own, other), of_variant = only_in_first(other, own);
    if (of_one_row) {
        drop(of_base, all_open(false, measure));
        drop(of_variant, all_open(true, measure));
    }
    take_boundary(of_base, found.base);
    take_boundary(of_variant, found.variant);
    for (const PhaseKind phase : all_phases) {
        const auto in_phase = [phase](const OpenGap& part) { return part.phase == phase; };
        if (std::none_of(of_base.begin(), of_base.end(), in_phase) &&
            std::none_of(of_variant.begin(), of_variant.end(), in_phase))
            continue;
        if (is_open(phase, base, variant, measure)) {
            found.open_phases |= bit(phase);
            continue;
        }
        for (std::string& name : names_of(of_base, of_variant, phase)) found.base.push_back(std::move(name));
        for (std::string& name : names_of(of_variant, of_base, phase))
            found.variant.push_back(std::move(name));
    }
}

const std::vector<OpenGap>& GapComparison::all_open(bool of_base, std::size_t measure) const {
    std::optional<std::vector<OpenGap>>& all = (of_base ? base_all_ : variant_all_).at(measure);
    if (!all) {
        const Results& results = of_base ? base_ : variant_;
        all = open_gaps(results, one_or_none(results.find("total")), measure);
        sort_once(*all);
    }
    return *all;
}

GapDifferences GapComparison::unlike(const Result* base, const Result* variant, std::size_t measure) const {
    GapDifferences found;
    compare(one_or_none(base), one_or_none(variant), measure, true, found);
    return found;
}

GapDifferences GapComparison::unlike(std::string_view row, std::size_t measure) const {
    return unlike(base_.find(row), variant_.find(row), measure);
}

GapDifferences GapComparison::unlike(const std::vector<ResultRef>& base,
                                     const std::vector<ResultRef>& variant) const {
    const auto rows = [](const std::vector<ResultRef>& all, std::size_t measure) {
        std::vector<const Result*> of_measure;
        for (const ResultRef& one : all) {
            if (one.measure == measure) of_measure.push_back(one.row);
        }
        return of_measure;
    };
    GapDifferences found;
    for (std::size_t m = 0; m < measure_count; ++m) {
        GapDifferences of_measure;
        compare(rows(base, m), rows(variant, m), m, false, of_measure);
        for (std::string& part : of_measure.base) found.base.push_back(with_suffix(std::move(part), m));
        for (std::string& part : of_measure.variant) found.variant.push_back(with_suffix(std::move(part), m));
        found.open_phases |= of_measure.open_phases;
    }
    return found;
}

}  // namespace lca
