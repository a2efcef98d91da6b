#include "analyses/comparison/side_by_side.hpp"

#include <algorithm>
#include <string>

#include "lca/math/difference.hpp"
#include "models/results/gap_comparison.hpp"

namespace lca::comparison {
namespace {

std::optional<double> value_of(const PointResult& point, std::string_view name, std::size_t measure) {
    const Result* row = point.results().find(name);
    return row ? point.value(*row, measure) : std::nullopt;
}

std::optional<double> difference(std::optional<double> value, std::optional<double> base) {
    if (!value || !base) return std::nullopt;
    return difference_of(*value, *base);
}

Compared one(const PointResult& point, std::size_t measure) {
    Compared result;
    result.total = value_of(point, "total", measure);
    if (!result.total) result.reason = point.missing_reason(with_suffix("total", measure));
    const std::span<const std::string_view> phases = Results::phases();
    for (std::size_t i = 0; i < Compared::phases; ++i) {
        result.by_phase[i] = value_of(point, phases[i], measure);
    }
    const Result* total = point.results().find("total");
    result.partial = total && point.results().is_partial(*total, measure);
    return result;
}

/// Stages for which any variant has a result.
std::vector<std::string> stages_of(std::span<const PointResult* const> variants) {
    std::vector<std::string> stages;
    for (const PointResult* variant : variants) {
        const Results& results = variant->results();
        for (const std::string& stage : results.stages) {
            const bool known = std::find(stages.begin(), stages.end(), stage) != stages.end();
            if (!known && results.find("stage." + stage)) stages.push_back(stage);
        }
    }
    return stages;
}

const Result* stage_row(const PointResult& point, const std::string& stage) {
    return point.results().find("stage." + stage);
}

/// The value of a stage in a measure: 0 if the scenario does not have the stage, empty if not assessed.
std::optional<double> of_stage(const PointResult& point, const std::string& stage, std::size_t measure) {
    const Result* row = stage_row(point, stage);
    return row ? point.value(*row, measure) : std::optional(0.0);
}

/// Fills in differences and ratio of an entry to the first scenario, `base`. Returns, as bits, the phases
/// that no activity of either scenario counts, where the gaps have other names in the two.
std::uint32_t compare(Compared& entry, const PointResult& variant, const Compared& base,
                      const PointResult& first, const GapComparison& gaps, std::size_t measure) {
    GapDifferences unlike = gaps.unlike("total", measure);
    if (!unlike.any()) {
        entry.difference = difference(entry.total, base.total);
        if (entry.difference && *base.total != 0) entry.ratio = *entry.total / *base.total;
    }
    for (const PhaseKind phase : all_phases) {
        const auto i = static_cast<std::size_t>(phase);
        if (!gaps.unlike(to_string(phase), measure).any())
            entry.phase_difference[i] = difference(entry.by_phase[i], base.by_phase[i]);
    }
    for (auto& [stage, of_stage_difference] : entry.stage_difference) {
        if (!gaps.unlike(stage_row(first, stage), stage_row(variant, stage), measure).any())
            of_stage_difference =
                difference(of_stage(variant, stage, measure), of_stage(first, stage, measure));
    }
    entry.lacked_by_first = std::move(unlike.base);
    entry.lacked = std::move(unlike.variant);
    entry.comparable = entry.difference.has_value();
    return unlike.open_phases;
}

/// For an entry, as bits: the phases that none of its activities counts, and those of them whose gaps have
/// other names in the first scenario.
struct OpenPhases {
    std::uint32_t all = 0, other_names = 0;
};

/// Two variants that are comparable with the first may not be comparable with each other: one may leave out
/// the same activities' phase as the first, another the phase of activities with other names. If any is of
/// the latter kind, only entries that leave out the whole phase are comparable.
void find_comparable(std::vector<Compared>& entries, const std::vector<OpenPhases>& open) {
    std::uint32_t distinguished = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].comparable) distinguished |= open[i].other_names;
    }
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i].comparable = entries[i].comparable && (distinguished & ~open[i].all) == 0;
}

/// Ranks the comparable totals; no ranks if fewer than two of several entries are comparable.
void rank(std::vector<Compared>& entries) {
    std::vector<double> totals;
    for (const Compared& entry : entries) {
        if (entry.comparable) totals.push_back(*entry.total);
    }
    if (totals.size() < std::min<std::size_t>(2, entries.size())) return;
    std::sort(totals.begin(), totals.end());
    for (Compared& entry : entries) {
        if (!entry.comparable) continue;
        const auto lower = std::lower_bound(totals.begin(), totals.end(), *entry.total) - totals.begin();
        entry.rank = 1 + static_cast<std::size_t>(lower);
    }
}

}  // namespace

std::vector<Compared> side_by_side(std::span<const PointResult* const> variants, std::size_t measure) {
    std::vector<Compared> result;
    std::vector<OpenPhases> open;
    const std::vector<std::string> stages = stages_of(variants);
    const PointResult& first = *variants.front();
    for (const PointResult* variant : variants) {
        Compared entry = one(*variant, measure);
        for (const std::string& stage : stages) entry.stage_difference.emplace_back(stage, std::nullopt);
        const GapComparison gaps(first.results(), variant->results());
        const Compared base = result.empty() ? entry : result.front();
        const std::uint32_t other_names = compare(entry, *variant, base, first, gaps, measure);
        open.push_back({gaps.open_in_variant(measure), other_names});
        result.push_back(std::move(entry));
    }
    find_comparable(result, open);
    rank(result);
    return result;
}

std::vector<bool> not_dominated(const std::vector<std::vector<double>>& values) {
    const auto beats = [](const std::vector<double>& a, const std::vector<double>& b) {
        bool lower = false;
        for (std::size_t k = 0; k < a.size(); ++k) {
            if (a[k] > b[k]) return false;
            lower = lower || a[k] < b[k];
        }
        return lower;
    };
    std::vector<bool> result;
    for (const std::vector<double>& one : values) {
        result.push_back(std::none_of(values.begin(), values.end(),
                                      [&](const std::vector<double>& other) { return beats(other, one); }));
    }
    return result;
}

Pareto pareto(const Comparison& compared) {
    Pareto result;
    result.comparable.assign(compared.names.size(), true);
    std::vector<std::vector<double>> values(compared.names.size());
    for (std::size_t m = 0; m < impact_count; ++m) {
        const bool wanted =
            compared.all_measures ||
            std::find(compared.measures.begin(), compared.measures.end(), m) != compared.measures.end();
        if (!wanted) continue;
        const std::vector<Compared> entries = compared.values(m);
        const bool everywhere = std::all_of(entries.begin(), entries.end(),
                                            [](const Compared& entry) { return entry.total.has_value(); });
        if (!everywhere) continue;
        result.measures.push_back(m);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            values[i].push_back(*entries[i].total);
            if (!entries[i].comparable) result.comparable[i] = false;
        }
    }
    std::vector<std::vector<double>> of_comparable;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (result.comparable[i]) of_comparable.push_back(values[i]);
    }
    if (result.measures.size() < 2 || of_comparable.size() < 2) return result;
    const std::vector<bool> best = not_dominated(of_comparable);
    std::size_t next = 0;
    for (const bool comparable : result.comparable) result.best.push_back(comparable && best[next++]);
    return result;
}

}  // namespace lca::comparison
