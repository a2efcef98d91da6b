// Sweeps over two paths: computes every combination of values, row by row; memory does not grow with their
// number.
#include <cstdio>

#include "lca/lca.hpp"

namespace {

// 100 kWh at a PUE of 1, 1.5 and 2 are 10, 15 and 20 kg at 100 g/kWh, and 40, 60 and 80 kg at 400 g/kWh.
const char* const text = R"(lca: 1
title: Where to train
sites:
  here: {grid: {intensity: 100 gCO2e/kWh}, pue: 1}
activities:
  run: {stage: training, site: here, dynamic: {energy: 100 kWh}, idle: none, embodied: none}
)";

struct Printer : lca::RowSink {
    lca::SweepPlan plan;

    void begin(const lca::SweepPlan& begun) override { plan = begun; }
    bool rows(const lca::SweepRows& rows) override {
        for (std::size_t row = 0; row < rows.count; ++row) {
            for (std::size_t axis = 0; axis < plan.axes.size(); ++axis)
                std::printf("%s, ", plan.axes[axis].text(rows.choices[axis][row]).c_str());
            std::printf("%.0f kg\n", rows.results[0][row]);
        }
        return true;
    }
};

}  // namespace

int main() {
    lca::Session session(lca::embedded_catalogue());
    lca::SweepOptions options;
    options.vary = {lca::Axis::list("sites.here.grid.intensity", {"100 gCO2e/kWh", "400 gCO2e/kWh"}),
                    lca::Axis::list("sites.here.pue", {"1", "1.5", "2"})};
    Printer printer;
    const bool done = lca::sweep(session, {.path = "run", .text = text}, options, printer);
    std::fputs(session.messages().c_str(), stderr);
    return done ? 0 : 2;
}
