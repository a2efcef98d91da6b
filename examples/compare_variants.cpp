// Compares a scenario with one of its what-ifs: how much they differ, and how much each change contributes to
// that.
#include <array>
#include <cstdio>

#include "lca/lca.hpp"

namespace {

// 100 kWh × 1.5 × 400 g = 60 kg; moved: 100 kWh × 1.2 × 100 g = 12 kg, so 48 kg less. Shapley values, means
// over both orders of changes: the PUE causes (12 + 3) / 2 = 7.5 kg of it, the grid (45 + 36) / 2 = 40.5 kg.
const char* const text = R"(lca: 1
title: Move the training
sites:
  here: {grid: {intensity: 400 gCO2e/kWh}, pue: 1.5}
activities:
  run: {stage: training, site: here, dynamic: {energy: 100 kWh}, idle: none, embodied: none}
what_if:
  moved:
    title: Elsewhere
    set: {sites.here.pue: 1.2, sites.here.grid.intensity: 100 gCO2e/kWh}
)";

}  // namespace

int main() {
    lca::Session session(lca::embedded_catalogue());
    const std::array sources = {lca::ScenarioSource{.path = "run", .text = text}};
    const auto comparison = lca::compare(session, sources);
    std::fputs(session.messages().c_str(), stderr);
    if (!comparison) return 2;
    const std::vector<lca::Compared> totals = comparison->values(lca::index_of::climate);
    for (std::size_t i = 0; i < totals.size(); ++i)
        std::printf("%s: %.1f kg (%+.1f)\n", comparison->names[i].c_str(), totals[i].total.value_or(0),
                    totals[i].difference.value_or(0));
    const lca::ComparedChanges& changes = comparison->changes.front();
    for (std::size_t change = 0; change < changes.changes.size(); ++change)
        std::printf("%s: %+.1f kg\n", changes.changes[change].path.c_str(),
                    changes.share(change, lca::index_of::climate).value_or(0));
}
