#pragma once
// What making a thing costs: its figures by life-cycle stage, added up.

#include <array>
#include <optional>

#include "models/catalog/hardware.hpp"
#include "models/values.hpp"

namespace lca {

/// Impacts by category; nothing where one is not known.
using Footprint = std::array<std::optional<Expr<unit::Impact>>, impact_count>;

/// The impacts of one item of a hardware, or of `amount` of it where it is bought by amount ("1.39 kgCO2e/GB"
/// × 1.5 TB). Nothing where it has no figure for a category. A figure whose "per" does not fit the amount is
/// a located fault.
Footprint footprint(const Hardware& hardware, const Given* amount, Figures& figures, Values& values);

}  // namespace lca
