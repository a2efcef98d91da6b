#pragma once
// The embodied impacts of hardware: its figures by life-cycle stage, added up.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/resolve/value_recorder.hpp"
#include "models/scenario/hardware.hpp"

namespace lca {

/// Why an embodied line of a piece of hardware is not assessed; pages add what to state.
inline constexpr std::string_view no_embodied_figure = "no embodied figure is known";

/// Impacts by category, or impacts per something; empty if one is not known.
template <class Unit>
using ByImpact = std::array<std::optional<Expr<Unit>>, impact_count>;
using Footprint = ByImpact<unit::Impact>;

/// "end of life" for the third of Results::life_cycle_stages().
std::string life_cycle_stage_words(std::size_t stage);

/// A footprint, or one per something, as its figures are stated: as a whole, or by life-cycle stage.
template <class Unit>
struct FootprintByStage {
    ByImpact<Unit> whole;                // nothing where stages are distinguished
    std::vector<ByImpact<Unit>> stages;  // all of Results::life_cycle_stages(), or none

    bool has_any() const {
        const auto known = [](const ByImpact<Unit>& one) {
            return std::any_of(one.begin(), one.end(), [](const auto& impact) { return impact.has_value(); });
        };
        return known(whole) || std::any_of(stages.begin(), stages.end(), known);
    }
};
using StagedFootprint = FootprintByStage<unit::Impact>;

/// What a figure of a footprint stands for: an impact, and a stage ("end of life") or "" for all of them.
struct FootprintComponent {
    std::size_t impact;
    std::string stage;
};

/// Changes each figure of a footprint: `change(value, part)` gives the new one.
template <class To, class From, class Change>
FootprintByStage<To> changed(const FootprintByStage<From>& from, Change change) {
    FootprintByStage<To> made;
    made.stages.resize(from.stages.size());
    for (std::size_t i = 0; i < impact_count; ++i) {
        if (from.whole[i]) made.whole[i] = change(*from.whole[i], FootprintComponent{i, ""});
        for (std::size_t k = 0; k < from.stages.size(); ++k) {
            const std::optional<Expr<From>>& stage = from.stages[k][i];
            if (stage) made.stages[k][i] = change(*stage, FootprintComponent{i, life_cycle_stage_words(k)});
        }
    }
    return made;
}

/// The impacts of one item of a hardware, or of `amount` of it where it is bought by amount ("1.39 kgCO2e/GB"
/// × 1.5 TB). Empty if it has no figure for a category. A figure whose "per" does not fit the amount is
/// a located fault.
StagedFootprint footprint(const Hardware& hardware, const AnyValue& amount, ValueRecorder& values);

}  // namespace lca
