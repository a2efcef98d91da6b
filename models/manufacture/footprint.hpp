#pragma once
// What making a thing costs: its figures by life-cycle stage, added up.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/catalog/hardware.hpp"
#include "models/values.hpp"

namespace lca {

/// Impacts by category; nothing where one is not known.
using Footprint = std::array<std::optional<Expr<unit::Impact>>, impact_count>;

/// "end of life" for the third of Results::life_stages().
std::string life_stage_words(std::size_t stage);

/// A footprint as its figures tell it: whole, or by life-cycle stage.
struct StagedFootprint {
    Footprint whole;                // nothing where stages are told apart
    std::vector<Footprint> stages;  // all of Results::life_stages(), or none

    bool has_any() const;
};

/// What a figure of a footprint is of: an impact, and a stage ("end of life") or "" for all of them.
struct FootprintPart {
    std::size_t impact;
    std::string stage;
};

/// Each figure of a footprint changed alike: `change(value, part)` gives the new one.
template <class Change>
StagedFootprint changed(const StagedFootprint& from, Change change) {
    StagedFootprint made = from;
    for (std::size_t i = 0; i < impact_count; ++i) {
        if (made.whole[i]) made.whole[i] = change(*made.whole[i], FootprintPart{i, ""});
        for (std::size_t k = 0; k < made.stages.size(); ++k) {
            std::optional<Expr<unit::Impact>>& stage = made.stages[k][i];
            if (stage) stage = change(*stage, FootprintPart{i, life_stage_words(k)});
        }
    }
    return made;
}

/// The impacts of one item of a hardware, or of `amount` of it where it is bought by amount ("1.39 kgCO2e/GB"
/// × 1.5 TB). Nothing where it has no figure for a category. A figure whose "per" does not fit the amount is
/// a located fault.
StagedFootprint footprint(const Hardware& hardware, const Given* amount, Figures& figures, Values& values);

}  // namespace lca
