// A mix of generation sources: shares × life-cycle factors by source.

#include <fmt/core.h>

#include <cmath>

#include "models/electricity/site.hpp"

namespace lca {
namespace {

constexpr std::string_view factors_id = "generation/ipcc-ar5";

std::vector<std::string_view> sources_of(Node factors) {
    std::vector<std::string_view> names;
    for (const Node factor : factors.children()) names.push_back(factor.key());
    return names;
}

}  // namespace

/// Intensity = Σ shareᵢ × factorᵢ / Σ shareᵢ. The shares must be within half a percent of the whole: the sum
/// then takes up rounding.
void Grid::take_mix(const GridChoice& grid, Electricity& to) {
    Recorder& recorder = values_.recorder();
    const auto table = values_.catalog().find(Section::model, factors_id);
    const Node factors = table ? table->node.find("intensity") : Node();
    const Dimension per_energy = impact_per(index_of::climate, dimension_of<unit::Energy>());
    std::vector<Step> shares, products;
    for (const GridChoice::Share& one : grid.mix) {
        const auto share = values_(one.share);
        if (!share) continue;
        const Node factor = factors ? factors.find(one.source) : Node();
        if (!factor) {
            const auto known = factors ? sources_of(factors) : std::vector<std::string_view>();
            const auto meant = nearest(one.source, known);
            std::vector<std::string> words(known.begin(), known.end());
            values_.diagnostics().error(one.node.key_place(),
                                        fmt::format("unknown generation source `{}`", shown(one.source)),
                                        fmt::format("one of {}", listed(words, "and")),
                                        meant ? fmt::format("did you mean `{}`?", *meant) : "");
            continue;
        }
        const Given* given = scenario_.figures->read(factor, per_energy, Bounds::not_negative);
        if (!given) continue;
        shares.push_back(share->value());
        products.push_back(share->value() * values_.checked(*given, per_energy));
    }
    if (shares.size() != grid.mix.size() || shares.empty()) return;
    const Step sum = recorder.sum(shares);
    constexpr double rounding = 0.005;
    if (std::abs(values_.now(sum) - 1) > rounding) {
        values_.diagnostics().error(
            grid.node.place(),
            fmt::format("the shares of the mix add up to {:.1f} %", values_.now(sum) * 100),
            "100 %, give or take 0.5 %");
    }
    watch_basis("life_cycle", factors_id, grid.node);
    const auto intensity = trusted<unit::ImpactPerEnergy>(recorder.sum(products) / sum);
    recorder.label(intensity.value(), "intensity of the generation mix", per_energy);
    if (!to.intensity[index_of::climate]) to.intensity[index_of::climate] = intensity;
}

}  // namespace lca
