#include "models/manufacture/footprint.hpp"

#include <fmt/core.h>

namespace lca {
namespace {

/// One figure, times the amount where there is one. The dimension decides: an impact per GB needs GB.
std::optional<Step> of_amount(const Given& figure, std::size_t impact, const Given* amount, Values& values) {
    const Dimension whole = impacts()[impact].dimension;
    if (!amount) return values.checked(figure, whole);
    const Term quantity = values.term(*amount);
    const auto per = divide(whole, quantity.dimension);
    if (!per) return std::nullopt;
    return values.checked(figure, *per) * quantity.step;
}

}  // namespace

std::array<std::optional<Expr<unit::Impact>>, impact_count> footprint(const Hardware& hardware,
                                                                      const Given* amount, Values& values) {
    std::array<std::optional<Expr<unit::Impact>>, impact_count> total;
    for (std::size_t i = 0; i < impact_count; ++i) {
        std::vector<Step> terms;
        for (const EmbodiedStage& stage : hardware.embodied) {
            for (const EmbodiedStage::Component& component : stage.components) {
                if (!component.impact[i]) continue;
                if (const auto step = of_amount(*component.impact[i], i, amount, values))
                    terms.push_back(*step);
            }
        }
        if (terms.empty()) continue;
        const Step sum = values.recorder().sum(terms);
        values.recorder().label(sum, fmt::format("embodied {} of {}", impacts()[i].name, hardware.id),
                                impacts()[i].dimension);
        total[i] = trusted<unit::Impact>(sum);
    }
    return total;
}

}  // namespace lca
