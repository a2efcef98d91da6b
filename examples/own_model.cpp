// Adds a model of one's own: a formula with units, recorded like the library's, with exact derivatives.
//
// The model: a robot draws constant power while it drives a distance at a speed. The compiler checks
// dimensions: without the division by speed, this file does not compile.
#include <cstdio>

#include "lca/lca.hpp"

namespace {

namespace unit = lca::unit;
using Speed = decltype(unit::Length() / unit::Time());

lca::Expr<unit::Energy> driving_energy(lca::Expr<unit::Power> power, lca::Expr<unit::Length> distance,
                                       lca::Expr<Speed> speed) {
    return power * (distance / speed);
}

lca::Expr<unit::Impact> driving_emissions(lca::Expr<unit::Energy> energy,
                                          lca::Expr<unit::ImpactPerEnergy> intensity) {
    return energy * intensity;
}

/// Records an input with a path as its name; `value` is in base units (W, m, m/s, kgCO2e/J).
template <class Unit>
lca::Expr<Unit> input(lca::Recorder& recorder, const char* path, double value,
                      lca::Category category = lca::Category::none) {
    lca::Input given;
    given.path = path;
    given.value = given.written = value;
    given.dimension = lca::dimension_of<Unit>().with(category);
    return lca::unchecked<Unit>(recorder.input(given));
}

}  // namespace

int main() {
    lca::Recorder recorder;
    const auto power = input<unit::Power>(recorder, "power", 3600);        // in W: 3.6 kW
    const auto distance = input<unit::Length>(recorder, "distance", 500);  // in m
    const auto speed = input<Speed>(recorder, "speed", 0.5);               // in m/s: 1000 s, so 3.6 MJ, 1 kWh
    const auto intensity = input<unit::ImpactPerEnergy>(recorder, "intensity", 0.6 / 3.6e6,
                                                        lca::Category::climate);  // 600 g/kWh, in kg/J

    const auto emissions = driving_emissions(driving_energy(power, distance, speed), intensity);
    const lca::StepId result = emissions.value().id();
    const lca::Calculation calculation = std::move(recorder).finish();

    const std::vector<double> values = lca::evaluate(calculation);
    const std::vector<double> slopes = lca::derivatives(calculation, values, result);
    std::printf("emissions: %.2f kgCO2e\n", values[result]);
    std::printf("per unit of distance: %.5f kgCO2e/m\n", slopes[1]);  // 0.6 kg / 500 m
}
