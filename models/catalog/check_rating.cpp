#include "models/catalog/check_rating.hpp"

#include <fmt/core.h>

#include "lca/base/diagnostics.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/units/quantity.hpp"
#include "models/results/results.hpp"

namespace lca::catalog {
namespace {

/// The energy of a rated AI model in J; 0 after an error.
double energy_of(Node model, Diagnostics& diagnostics) {
    const Node node = model.find("energy");
    if (!node || !node.is_text() || node.faulty()) return 0;
    const Parsed<Quantity> parsed = parse_quantity(node.text());
    const auto* energy = std::get_if<Quantity>(&parsed);
    const bool right = energy && energy->unit.dimension == measure(energy_measure).dimension;
    if (right && energy->value > 0) return energy->value;
    diagnostics.add({.place = node.place(),
                     .message = fmt::format("`{}` is not an energy of 1,000 queries", shown(node.text())),
                     .expected = "more than 0, as in 12 Wh",
                     .width = characters(node.text())});
    return 0;
}

void check_stars(Node model, Diagnostics& diagnostics) {
    const Node node = model.find("stars");
    if (!node || !node.is_text() || node.faulty()) return;
    if (node.text().size() == 1 && node.text()[0] >= '1' && node.text()[0] <= '5') return;
    diagnostics.error(node.place(), fmt::format("`{}` is not a number of stars", shown(node.text())),
                      "1, 2, 3, 4 or 5");
}

}  // namespace

void check_rating(const CatalogueEntry& entry, Diagnostics& diagnostics) {
    const Node models = entry.node.find("models");
    if (!models || !models.is_list()) return;
    double lowest = 0, last = 0;
    for (const Node model : models.children()) {
        if (model.faulty() || !model.is_map()) continue;
        check_stars(model, diagnostics);
        const double energy = energy_of(model, diagnostics);
        if (energy == 0) continue;
        if (energy < last) {
            diagnostics.error(model.find("energy").place(), "models must be in the order of their energies",
                              "at least the energy of the model before");
        }
        if (lowest == 0) lowest = energy;
        last = energy;
    }
    if (last <= lowest) {
        diagnostics.error(models.key_place(), fmt::format("`{}` has no range to divide", shown(entry.id)),
                          "at least two models of different energies");
    }
}

}  // namespace lca::catalog
