// The intensity of a generation mix: the shares of its sources × their life-cycle factors.

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "lca/base/text.hpp"
#include "models/physics/electricity.hpp"
#include "models/resolve/site_resolver.hpp"

namespace lca {
namespace {

constexpr std::string_view usual_factors = "ipcc-ar5";
constexpr std::string_view water_id = "generation/water";

}  // namespace

/// The shares must add up to 100 % within half a percent; dividing by their sum then corrects for rounding.
void SiteResolver::take_mix(const GridChoice& grid, SiteFactors& to) {
    const std::string factors_id =
        fmt::format("generation/{}", grid.factors ? std::string_view(grid.factors.text) : usual_factors);
    const KeyedValues factors = constants_of(factors_id, values_).at("intensity");
    const Dimension per_energy = impact_per(index_of::climate, dimension_of<unit::Energy>());
    std::vector<Expr<unit::None>> shares;
    std::vector<Expr<unit::ImpactPerEnergy>> products;
    for (const GridChoice::Share& one : grid.mix) {
        const auto share = values_(one.share);
        if (!share) continue;
        if (!factors.has(one.source)) {
            const std::vector<std::string_view> known = factors.keys();
            std::vector<std::string> words(known.begin(), known.end());
            values_.diagnostics().error(
                one.location.key_place(), fmt::format("unknown generation source `{}`", shown(one.source)),
                fmt::format("one of {}", listed(words, "and")), did_you_mean(one.source, words));
            continue;
        }
        const AnyValue factor = factors.read(one.source, per_energy, Bounds::not_negative);
        if (!factor) continue;
        shares.push_back(*share);
        const auto of_one = unchecked<unit::ImpactPerEnergy>(values_.checked(factor, per_energy));
        products.push_back(physics::of_source(*share, of_one));
    }
    const bool faulty = std::any_of(grid.mix.begin(), grid.mix.end(), [&](const GridChoice::Share& one) {
        return values_.is_faulty(one.share);
    });
    if (shares.size() != grid.mix.size() || shares.empty() || faulty) return;
    const Expr<unit::None> all = sum(shares);
    constexpr double rounding = 0.005 + 1e-9;  // 1e-9: so that exactly 0.5 % is accepted in spite of rounding
    if (std::abs(values_.now(all.value()) - 1) > rounding) {
        values_.diagnostics().error(
            grid.location.place(),
            fmt::format("the shares of the mix add up to {:.6g} %", values_.now(all.value()) * 100),
            "100 % ± 0.5 %");
    }
    record_basis({{.basis = "life_cycle"}, factors_id, grid.location.place()});
    const auto intensity = physics::mix_intensity(sum(products), all);
    values_.recorder().label(intensity.value(), "intensity of the generation mix", per_energy);
    if (!to.intensity[index_of::climate]) to.intensity[index_of::climate] = intensity;
    if (!to.intensity[index_of::water]) take_water_of_mix(grid, shares, to);
}

/// The water consumed by the mix, from factors of another source; not known if a source has no such factor.
void SiteResolver::take_water_of_mix(const GridChoice& grid, std::span<const Expr<unit::None>> shares,
                                     SiteFactors& to) {
    const Dimension per_energy = dimension_of<unit::VolumePerEnergy>();
    const KeyedValues factors = constants_of(water_id, values_).at("water_intensity");
    std::vector<Expr<unit::ImpactPerEnergy>> products;
    std::vector<std::string> unknown;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const AnyValue factor = factors.read(grid.mix[i].source, per_energy, Bounds::not_negative);
        if (factor) {
            const auto of_one = unchecked<unit::ImpactPerEnergy>(values_.checked(factor, per_energy));
            products.push_back(physics::of_source(shares[i], of_one));
        } else {
            unknown.emplace_back(grid.mix[i].source);
        }
    }
    if (!unknown.empty()) {
        to.unknown[index_of::water] = fmt::format("no factor for {}", listed(unknown, "and"));
        return;
    }
    const Expr<unit::ImpactPerEnergy> all_sources = sum(products);
    to.intensity[index_of::water] = physics::mix_intensity(all_sources, sum(shares));
    values_.recorder().label(to.intensity[index_of::water]->value(), "water of the generation mix",
                             per_energy);
}

}  // namespace lca
