// Builds a scenario in code, without a file, and varies it by changing the object.
#include <cstdio>

#include "lca/lca.hpp"

namespace {

// BLOOM's final training: 1,082,990 GPU hours at 400 W, 57 g/kWh and a PUE of 1.2 are 29.63 t.
lca::Scenario bloom() {
    lca::GridChoice grid{.kind = lca::GridChoice::Kind::intensity, .intensity = "57 gCO2e/kWh"};
    lca::Site idris;
    idris.id = "idris";
    idris.grid = grid;
    idris.pue = "1.2";
    lca::Component gpus;
    gpus.hardware = "nvidia-a100-sxm4-80gb";  // an id of the catalogue
    gpus.count = "8";
    lca::System jean_zay;
    jean_zay.id = "jean_zay";
    jean_zay.site = 0;
    jean_zay.nodes = "48 node";
    jean_zay.parts = {gpus};
    jean_zay.lifetime = "6 yr";
    jean_zay.utilisation = "85 %";
    lca::Line computing;
    computing.power = "400 W";
    lca::Activity training;
    training.id = "training";
    training.stage = lca::stage_number("training");
    training.system = 0;
    training.device_time = "1082990 GPU*h";
    training.dynamic = {lca::Phase::State::stated, {computing}};
    training.idle.state = lca::Phase::State::none;
    lca::Scenario scenario;
    scenario.title = "BLOOM";
    scenario.sites = {idris};
    scenario.systems = {jean_zay};
    scenario.activities = {training};
    return scenario;
}

}  // namespace

int main() {
    lca::Scenario scenario = bloom();
    for (const char* pue : {"1.2", "1.1"}) {
        scenario.sites[0].pue = pue;
        lca::Session session(lca::embedded_catalogue());
        const auto model = session.compile_scenario(scenario, "BLOOM");
        std::fputs(session.messages().c_str(), stderr);
        if (!model) return 2;
        const lca::PointResult result(*model);
        std::printf("PUE %s: dynamic %.2f t\n", pue, *result.value("training.dynamic").value / 1000);
    }
}
