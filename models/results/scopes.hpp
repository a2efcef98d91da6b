#pragma once
// The scopes and categories of the GHG Protocol, for the role that a scenario states.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/results/breakdown.hpp"
#include "models/results/point_result.hpp"

namespace lca::results {

/// The names of the items of a breakdown by scope.
inline constexpr std::string_view scope_2 = "scope_2", purchased_services = "scope_3.category_1",
                                  capital_goods = "scope_3.category_2",
                                  upstream_of_energy = "scope_3.category_3";

/// What all grid intensities count: "life_cycle" or "combustion". Empty if one does not state it, or, with
/// `differ`, if two state different ones.
struct CommonBasis {
    std::string basis;
    bool differ = false;
};
CommonBasis common_basis(const std::vector<GridBasis>& bases);

/// By whole phases, except that of an owner's electricity category 3 has the grid losses and, of a life-cycle
/// intensity, the stated `upstream_intensity`. Throws InputError if the scenario has no role.
std::vector<BreakdownItem> by_scope(Assessment& assessment);

/// The climate change upstream of an owner's electricity that no total contains, as it is stated beside
/// intensities of combustion; empty if there is none.
std::optional<double> upstream_beside_total(const PointResult& result);

/// The embodied impact of all hardware of the systems in use, and what it lacks: capital goods in the year of
/// their purchase.
struct YearOfPurchase {
    std::optional<double> value;  // in base units; empty: not assessed
    std::vector<std::string> missing;
};
YearOfPurchase year_of_purchase(const PointResult& result);

}  // namespace lca::results
