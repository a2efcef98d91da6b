// Makes scenarios in a program: a text with what is always the same, and edits for what varies.
#include <cstdio>
#include <string>

#include "lca/lca.hpp"

namespace {

// 8 GPU for 1 h at 400 W use 3.2 kWh; with a PUE of 1.25 and 400 g/kWh that is 1.6 kg.
const char* const text = R"(lca: 1
title: Fine-tuning
sites:
  here: {grid: {intensity: 400 gCO2e/kWh}, pue: 1.25}
activities:
  tuning:
    stage: fine_tuning
    site: here
    devices: 8 GPU
    duration: 1 h
    dynamic: {device_power: 400 W}
    idle: none
    embodied: not_assessed
)";

}  // namespace

int main() {
    lca::Session session(lca::embedded_catalogue());
    const auto scenario = session.load_text("fine-tuning", text);
    for (const char* devices : {"8 GPU", "64 GPU"}) {
        const auto model = session.compile(scenario, "", {{"activities.tuning.devices", devices}});
        std::fputs(session.messages().c_str(), stderr);
        if (!model) return 2;
        const lca::PointResult result(*model);
        std::printf("%s: %.2f kgCO2e\n", devices, *result.value("total").value);
    }
}
