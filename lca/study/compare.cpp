#include "lca/study/compare.hpp"

#include <algorithm>

namespace lca {
namespace {

std::optional<double> value_of(const Reading& reading, std::string_view name, std::size_t measure) {
    const Result* row = reading.calculation().results().find(name);
    return row ? reading.value(*row, measure) : std::nullopt;
}

std::optional<double> difference(std::optional<double> value, std::optional<double> base) {
    if (!value || !base) return std::nullopt;
    return *value - *base;
}

Compared one(const Reading& reading, std::size_t measure) {
    Compared result;
    result.total = value_of(reading, "total", measure);
    const std::span<const std::string_view> phases = Results::phases();
    for (std::size_t i = 0; i < Compared::phases; ++i) {
        result.by_phase[i] = value_of(reading, phases[i], measure);
    }
    const std::uint32_t bit = 1U << measure;
    const std::vector<Gap>& gaps = reading.calculation().results().gaps;
    result.partial = result.total && std::any_of(gaps.begin(), gaps.end(),
                                                 [bit](const Gap& gap) { return (gap.measures & bit) != 0; });
    return result;
}

}  // namespace

std::vector<Compared> compare(std::span<const Variant> variants, std::size_t measure) {
    std::vector<Compared> result;
    for (const Variant& variant : variants) {
        Compared entry = one(*variant.reading, measure);
        const Compared& base = result.empty() ? entry : result.front();
        entry.difference = difference(entry.total, base.total);
        if (entry.total && base.total && *base.total != 0) entry.ratio = *entry.total / *base.total;
        for (std::size_t i = 0; i < Compared::phases; ++i) {
            entry.phase_difference[i] = difference(entry.by_phase[i], base.by_phase[i]);
        }
        result.push_back(entry);
    }
    return result;
}

}  // namespace lca
