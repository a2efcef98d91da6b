#include "analyses/comparison/side_by_side.hpp"

#include <algorithm>
#include <string>

#include "lca/math/difference.hpp"

namespace lca::comparison {
namespace {

std::optional<double> value_of(const PointResult& reading, std::string_view name, std::size_t measure) {
    const Result* row = reading.results().find(name);
    return row ? reading.value(*row, measure) : std::nullopt;
}

std::optional<double> difference(std::optional<double> value, std::optional<double> base) {
    if (!value || !base) return std::nullopt;
    return difference_of(*value, *base);
}

Compared one(const PointResult& reading, std::size_t measure) {
    Compared result;
    result.total = value_of(reading, "total", measure);
    const std::span<const std::string_view> phases = Results::phases();
    for (std::size_t i = 0; i < Compared::phases; ++i) {
        result.by_phase[i] = value_of(reading, phases[i], measure);
    }
    result.partial = result.total && reading.results().has_gap(*reading.results().find("total"), measure);
    return result;
}

/// Those that any of them has results for.
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

/// A stage that a variant does not have is zero there.
std::optional<double> of_stage(const PointResult& reading, const std::string& stage, std::size_t measure) {
    const Result* row = reading.results().find("stage." + stage);
    return row ? reading.value(*row, measure) : std::optional(0.0);
}

void rank(std::vector<Compared>& entries) {
    for (Compared& entry : entries) {
        if (!entry.total) continue;
        entry.rank = 1 + static_cast<std::size_t>(
                             std::count_if(entries.begin(), entries.end(), [&](const Compared& other) {
                                 return other.total && *other.total < *entry.total;
                             }));
    }
}

}  // namespace

std::vector<Compared> side_by_side(std::span<const PointResult* const> variants, std::size_t measure) {
    std::vector<Compared> result;
    const std::vector<std::string> stages = stages_of(variants);
    for (const PointResult* variant : variants) {
        Compared entry = one(*variant, measure);
        const Compared& base = result.empty() ? entry : result.front();
        entry.difference = difference(entry.total, base.total);
        if (entry.total && base.total && *base.total != 0) entry.ratio = *entry.total / *base.total;
        for (std::size_t i = 0; i < Compared::phases; ++i) {
            entry.phase_difference[i] = difference(entry.by_phase[i], base.by_phase[i]);
        }
        for (const std::string& stage : stages) {
            const std::optional<double> here = of_stage(*variant, stage, measure);
            entry.stage_difference.emplace_back(
                stage, difference(here, of_stage(*variants.front(), stage, measure)));
        }
        result.push_back(std::move(entry));
    }
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
    std::vector<std::vector<double>> values(compared.names.size());
    for (std::size_t m = 0; m < impact_count; ++m) {
        const bool wanted =
            compared.all_measures ||
            std::find(compared.measures.begin(), compared.measures.end(), m) != compared.measures.end();
        const std::vector<Compared> entries = compared.values(m);
        const bool everywhere = std::all_of(entries.begin(), entries.end(),
                                            [](const Compared& entry) { return entry.total.has_value(); });
        if (!wanted || !everywhere) continue;
        result.measures.push_back(m);
        for (std::size_t i = 0; i < entries.size(); ++i) values[i].push_back(*entries[i].total);
    }
    if (result.measures.size() > 1) result.best = not_dominated(values);
    return result;
}

}  // namespace lca::comparison
