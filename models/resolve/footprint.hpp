#pragma once
// The embodied impacts of hardware, as a whole or by life-cycle stage.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/resolve/value_recorder.hpp"
#include "models/scenario/hardware.hpp"

namespace lca {

/// Why embodied impacts of an item of hardware are not assessed; pages add which key to state.
inline constexpr std::string_view no_embodied_figure = "no embodied figure is known";

/// One value per impact category, for impacts or impacts per unit; empty where not known.
template <class Unit>
using ByImpact = std::array<std::optional<Expr<Unit>>, impact_count>;
using Footprint = ByImpact<unit::Impact>;

/// The name of a stage in words, given its index in Results::life_cycle_stages(): "end of life".
std::string life_cycle_stage_words(std::size_t stage);

/// Impacts, or impacts per unit, as they are stated: as a whole or by life-cycle stage.
template <class Unit>
struct FootprintByLifeCycleStage {
    ByImpact<Unit> whole;                // empty if the figures are given by stage
    std::vector<ByImpact<Unit>> stages;  // one for each of Results::life_cycle_stages(), or none

    bool has_any() const {
        const auto known = [](const ByImpact<Unit>& one) {
            return std::any_of(one.begin(), one.end(), [](const auto& impact) { return impact.has_value(); });
        };
        return known(whole) || std::any_of(stages.begin(), stages.end(), known);
    }
};
using ImpactByLifeCycleStage = FootprintByLifeCycleStage<unit::Impact>;

/// Which figure of a footprint is meant: the index of its impact, and its stage ("end of life"; "": all).
struct FootprintComponent {
    std::size_t impact;
    std::string stage;
};

/// Converts each figure of a footprint: `change(value, part)` returns the new figure.
template <class To, class From, class Change>
FootprintByLifeCycleStage<To> changed(const FootprintByLifeCycleStage<From>& from, Change change) {
    FootprintByLifeCycleStage<To> made;
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

/// The impacts of one item of hardware, or of `amount` if it is bought by amount ("1.39 kgCO2e/GB" × 1.5 TB).
/// Empty in a category without a figure. A figure that is per a unit other than that of the amount is
/// reported as an error at its place.
ImpactByLifeCycleStage footprint(const Hardware& hardware, const AnyValue& amount, ValueRecorder& values);

}  // namespace lca
