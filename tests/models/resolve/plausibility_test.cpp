// Warnings where a figure can hardly be, and none where it can.
#include "models/resolve/plausibility.hpp"

#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"
#include "tests/lca/base/has.hpp"

using lca::test::has;
using lca::test::run;

namespace {

std::string site(const std::string& keys, const std::string& more = "", std::string_view what_if = "") {
    const auto made = run("sites: {here: {" + keys + "}}\n" + more +
                              "activities: {job: {stage: training, site: here, dynamic: {energy: 1 kWh}}}\n",
                          what_if);
    CHECK(made.model);
    return made.messages;
}

/// A job on 2 nodes of 4 cards of up to 400 W and nothing else; `bench` is a server of up to 2 kW.
std::string job(const std::string& keys, const std::string& node = "[{hardware: card, count: 4}]",
                const std::string& system = "") {
    const auto made =
        run(R"(
sites: {here: {grid: {intensity: 100 gCO2e/kWh}, pue: 2}}
hardware:
  card: {kind: accelerator, power: {max: 400 W}}
  bench: {kind: server, power: {max: 2 kW}}
  unrated: {kind: server}
systems: {s: {site: here, nodes: 2 node, lifetime: 5 yr, node: )" +
            node + system + "}}\nactivities: {job: {stage: training, system: s, embodied: none, " + keys +
            "}}\n");
    CHECK(made.model);
    return made.messages;
}

std::string hardware(const std::string& entry, const std::string& system = "lifetime: 5 yr") {
    const auto made =
        run("sites: {here: {grid: {intensity: 100 gCO2e/kWh}}}\nhardware: {it: " + entry +
            "}\nsystems: {s: {site: here, nodes: 1 node, node: [{hardware: it}], " + system +
            "}}\nactivities: {job: {stage: training, system: s, duration: 1 h, dynamic: {energy: 1 kWh}, "
            "idle: none}}\n");
    CHECK(made.model);
    return made.messages;
}

}  // namespace

TEST_CASE("plausible: the intensity of a grid or a contract is from 1 g to 2 kg, or 0") {
    CHECK(has(site("grid: {intensity: 57 kgCO2e/kWh}"),
              "warning: `sites.here.grid.intensity` is `57 kgCO2e/kWh`"));
    CHECK(has(site("grid: {intensity: 57 gCO2e/MWh}"), "warning: `sites.here.grid.intensity`"));
    CHECK(has(site("grid: {intensity: 57 gCO2e/kWh}, market_intensity: 3 kgCO2e/kWh"),
              "warning: `sites.here.market_intensity`"));
    CHECK(
        has(site("grid: {intensity: [57 kgCO2e/kWh, 1 MJp/kWh]}"), "warning: `sites.here.grid.intensity.0`"));
    CHECK(has(site("grid: {intensity: =dirty}", "parameters: {dirty: 57 kgCO2e/kWh}\n"),
              "`sites.here.grid.intensity` amounts to 57,000 gCO2e/kWh"));
    for (const char* right : {"1.9 kgCO2e/kWh", "1.1 gCO2e/kWh", "0 gCO2e/kWh", "57 kgCO2e/MWh"})
        CHECK(site("grid: {intensity: " + std::string(right) + "}, market_intensity: " + right) == "");
}

TEST_CASE("plausible: PUE and WUE, also of expressions and what-ifs") {
    const std::string grid = "grid: {intensity: 57 gCO2e/kWh}";
    CHECK(has(site(grid + ", pue: 12"),
              "warning: `sites.here.pue` is `12`; data centres have a PUE from 1 to 3"));
    CHECK(has(site(grid + ", pue: 10.5"), "warning: `sites.here.pue` is `10.5`"));
    CHECK(has(site(grid + ", pue: =p", "parameters: {p: 12}\n"), "`sites.here.pue` amounts to 12"));
    CHECK(has(site(grid + ", wue: 21 L/kWh"), "warning: `sites.here.wue` is `21 L/kWh`"));
    CHECK(has(site(grid + ", wue: 1 m3/kWh"), "warning: `sites.here.wue`"));
    CHECK(site(grid + ", pue: 10, wue: 20 L/kWh") == "");
    const std::string hot = "what_if: {hot: {title: Hot, set: {sites.here.pue: 11}}}\n";
    CHECK(site(grid, hot) == "");
    CHECK(has(site(grid, hot, "hot"), "warning: `sites.here.pue` is `11`"));
}

TEST_CASE("plausible: a lifetime from a month to 30 years") {
    CHECK(has(hardware("{kind: server, embodied: 1 kgCO2e}", "lifetime: 5 h"),
              "warning: `systems.s.lifetime` is `5 h`; hardware is kept from a month to 30 years"));
    CHECK(has(hardware("{kind: server, embodied: 1 kgCO2e}", "lifetime: 31 yr"),
              "warning: `systems.s.lifetime`"));
    CHECK(has(hardware("{kind: server, embodied: 1 kgCO2e, lifetime: 5 d}", "utilisation: 90 %"),
              "warning: `hardware.it.lifetime`"));
    CHECK(hardware("{kind: server, embodied: 1 kgCO2e}", "lifetime: 30 d") == "");
    CHECK(hardware("{kind: server, embodied: 1 kgCO2e}", "lifetime: 30 yr") == "");
}

TEST_CASE("plausible: making an accelerator is below 5 t") {
    CHECK(has(hardware("{kind: accelerator, embodied: 150 tCO2e}"), "warning: making one `it` is 150 tCO2e"));
    // By stages: 4 + 2 t.
    CHECK(has(hardware("{kind: accelerator, embodied: {manufacturing: 4 tCO2e, transport: 2 tCO2e}}"),
              "warning: making one `it` is 6 tCO2e"));
    CHECK(hardware("{kind: accelerator, embodied: 4.9 tCO2e}") == "");
    CHECK(hardware("{kind: server, embodied: 150 tCO2e}") == "");
}

TEST_CASE("plausible: powers against the accelerator's maximum") {
    CHECK(has(job("duration: 1 h, dynamic: {power: 400 kW/GPU}"),
              "`activities.job.dynamic.power` is `400 kW/GPU` for each accelerator, 1000 times the maximum "
              "of `card` (400 W)"));
    const std::string total = job("duration: 1 h, dynamic: {power: 22.4 kW}");
    CHECK(has(total, "is `22.4 kW` for each accelerator, 56 times the maximum of `card`"));
    CHECK(has(total, "`system_power` is that of the whole system"));
    CHECK(has(job("duration: 1 h, dynamic: {device_power: 441 W}"), "for each accelerator"));
    CHECK(has(job("duration: 1 h, dynamic: {device_power: 0.39 W}"), "0.098 % of the maximum"));
    CHECK(has(job("duration: 1 h, idle: {device_power: 70 kW}"),
              "`activities.job.idle.device_power` is `70 kW`"));
    // A figure that contains the PUE of 2: 880 W are 440 W of IT.
    CHECK(job("duration: 1 h, dynamic: {device_power: 880 W, includes: [pue]}") == "");
    CHECK(has(job("duration: 1 h, dynamic: {device_power: 882 W, includes: [pue]}"), "for each accelerator"));
    CHECK(job("duration: 1 h, dynamic: {device_power: 439 W}") == "");
    CHECK(job("duration: 1 h, dynamic: {device_power: 0.41 W}") == "");
    CHECK(job("duration: 1 h, dynamic: {device_power: 0 W}") == "");
}

TEST_CASE("plausible: powers of nodes and systems against the maximum of a node") {
    // A node of four cards draws 1.6 kW, the two of them 3.2 kW; the server says 2 kW.
    CHECK(has(job("duration: 1 h, dynamic: {node_power: 1.8 kW}"),
              "for each node, 1.12 times the maximum of a node (1.6 kW)"));
    CHECK(has(job("duration: 1 h, dynamic: {system_power: 3.6 kW}"),
              "for the whole system, 1.12 times the maximum of its nodes (3.2 kW)"));
    CHECK(has(job("duration: 1 h, dynamic: {node_power: 2.3 kW}", "[{hardware: bench}]"), "for each node"));
    CHECK(has(job("duration: 1 h, dynamic: {host_power: 20 kW, device_power: 300 W}",
                  "[{hardware: bench}, {hardware: card}]"),
              "`activities.job.dynamic.host_power` is `20 kW`"));
    CHECK(has(job("duration: 1 h, idle: {power: 40 kW}"), "for the whole system"));
    CHECK(job("duration: 1 h, dynamic: {node_power: 1.7 kW}") == "");
    CHECK(job("duration: 1 h, dynamic: {node_power: 2.1 kW}", "[{hardware: bench}]") == "");
    CHECK(job("duration: 1 h, idle: {power: 1 W}") ==
          "");  // what a system draws beside its nodes may be little
    // Nothing is known of an unrated server, and so nothing of its node.
    CHECK(job("duration: 1 h, dynamic: {node_power: 90 kW}", "[{hardware: unrated}, {hardware: card}]") ==
          "");
}

TEST_CASE("plausible: energy against what all parts of the nodes draw at most") {
    // 10 GPU*h of cards of 400 W: at most 4 kWh.
    CHECK(has(job("device_time: 10 GPU*h, dynamic: {energy: 6.5 kWh}"),
              "`activities.job.dynamic` draws 6.5 kWh, 1.62 times the maximum 4 kWh that all components of "
              "its nodes can draw in 2.5 node hours"));
    CHECK(has(job("device_time: 10 GPU*h, dynamic: {a: {energy: 3 kWh}, b: {device_power: 300 W}}"),
              "draws 6 kWh"));
    CHECK(has(job("device_time: 10 GPU*h, dynamic: {energy: 3 Wh}"), "0.075 % of the maximum 4 kWh"));
    CHECK(has(job("device_time: 10 GPU*h, requests: 1000 request, dynamic: {per_request: 6 Wh/request}"),
              "draws 6 kWh"));
    // 8 kWh of the facility are 4 kWh of IT.
    CHECK(job("device_time: 10 GPU*h, dynamic: {energy: 8 kWh, includes: [pue]}") == "");
    CHECK(job("device_time: 10 GPU*h, dynamic: {energy: 4.3 kWh}") == "");
    CHECK(job("device_time: 10 GPU*h, requests: 1 request, dynamic: {per_request: 1 Wh/request}") ==
          "");  // few requests
    CHECK(job("device_time: 10 GPU*h, dynamic: {energy: 65 kWh}",
              "[{hardware: unrated}, {hardware: card}]") == "");
}
