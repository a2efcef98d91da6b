// More is used than exists: errors that state what there is, what is taken and where.
#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"

using lca::test::run;
using lca::test::Run;

namespace {

/// One node of 8 cards (150 kg each) and a list of activities on it.
Run node(const std::string& system, const std::string& activities, const std::string& more = "",
         std::string_view what_if = {}) {
    return run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {card: {kind: accelerator, embodied: 150 kgCO2e}, box: {kind: server, embodied: 800 kgCO2e}}
systems: {c: {site: here, nodes: 1 node, node: [{hardware: card, count: 8}], )" +
                   system + "}}\nactivities:\n" + activities + more,
               what_if);
}

std::string activity(const std::string& id, const std::string& keys) {
    return "  " + id + ": {stage: training, system: c, dynamic: none, idle: none, " + keys + "}\n";
}

Run one(const std::string& system, const std::string& keys) {
    return node(system, activity("run", keys));
}

bool says(const Run& run, std::string_view words) {
    INFO(run.messages);
    const bool found = run.messages.find(words) != std::string::npos;
    CHECK(found);
    return found && !run.model;
}

bool fits(const Run& run) {
    CHECK(run.messages == "");
    return run.model != nullptr;
}

constexpr const char* life = "lifetime: 5 yr";

}  // namespace

TEST_CASE("capacity: devices, of which a share may be used and 2 % more may be printed") {
    CHECK(says(one(life, "devices: 16 GPU, duration: 5 yr"),
               "test.yaml:8:73: error: `run` uses 16 GPU at a time, but `c` has 8 GPU (1 node × 8)"));
    CHECK(says(one(life, "devices: 8.17 GPU, duration: 1 h"), "uses 8.17 GPU"));
    CHECK(fits(one(life, "devices: 8.16 GPU, duration: 1 h")));
    const auto slice = one(life, "devices: 0.2857 GPU, duration: 1 yr");  // two sevenths of a card
    CHECK(fits(slice));
    CHECK(slice.kg("embodied") == doctest::Approx(150 * 0.2857 / 5));
    CHECK(says(one(life, "device_time: 100 GPU*h, devices: 9 GPU"), "uses 9 GPU"));
    CHECK(says(one(life, "devices: 9 GPU, duration: 1 h, embodied: {value: 1 kgCO2e}"), "uses 9 GPU"));
}

TEST_CASE("capacity: devices of a system without known accelerators are not checked") {
    const auto unknown = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {box: {kind: server, embodied: 800 kgCO2e}}
systems: {c: {site: here, nodes: 1 node, node: [{hardware: box}], lifetime: 5 yr}}
activities: {run: {stage: training, system: c, dynamic: none, idle: none, devices: 500 GPU, duration: 1 yr}}
)");
    CHECK(unknown.messages == "");
    CHECK(unknown.gaps("total") == "run.embodied.box");
}

TEST_CASE("capacity: device time and node time beside a duration") {
    CHECK(says(one(life, "device_time: 1000 GPU*h, duration: 100 h"),
               "`run` takes 1000 GPU*h in 100 h, but `c` has 8 GPU (1 node × 8): 800 GPU*h in that time"));
    CHECK(fits(one(life, "device_time: 816 GPU*h, duration: 100 h")));
    CHECK(fits(one(life, "device_time: 3 GPU*h, duration: 100 h")));
    CHECK(says(one(life, "node_time: 103 node*h, duration: 100 h"),
               "`run` takes 103 node*h in 100 h, but `c` has 1 node: 100 node*h in that time"));
    CHECK(fits(one(life, "node_time: 102 node*h, duration: 100 h")));
    const std::string boxes = R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {box: {kind: server, embodied: 800 kgCO2e}}
systems: {c: {site: here, nodes: 3 node, node: [{hardware: box}], lifetime: 5 yr}}
activities: {run: {stage: training, system: c, dynamic: none, idle: none, node_time: )";
    CHECK(says(run(boxes + "310 node*h, duration: 100 h}}\n"), "but `c` has 3 nodes: 300 node*h"));
    CHECK(fits(run(boxes + "300 node*h, duration: 100 h}}\n")));
}

TEST_CASE(
    "capacity: a life is no longer than it is, where the lifetime is what the embodied impact is divided "
    "by") {
    CHECK(says(one(life, "duration: 8 yr"), "`run` takes `c` for 8 yr, longer than its lifetime of 5 yr"));
    CHECK(says(one(life, "duration: 8 yr"), "a `duration` alone takes the whole system"));
    CHECK(says(one(life, "device_time: 500000 GPU*h, embodied: {allocation: calendar}"),
               "longer than its lifetime"));
    CHECK(says(one(life, "duration: 8 yr, include: false"), "longer than its lifetime"));
    CHECK(fits(one(life, "duration: 5.1 yr")));
    for (const char* apart :
         {"{allocation: full}", "none", "not_assessed", "{value: 1 kgCO2e}", "{rate: 1 gCO2e/(GPU*h)}"})
        CHECK(fits(one(life, std::string("duration: 8 yr, embodied: ") + apart)));
    // Eight years of one of eight cards are one year of the system.
    CHECK(fits(one(life, "devices: 1 GPU, duration: 8 yr")));
    const auto own = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {box: {kind: server, embodied: 800 kgCO2e, lifetime: 3 yr}}
systems: {c: {site: here, nodes: 1 node, node: [{hardware: box}]}}
activities: {run: {stage: training, system: c, dynamic: none, idle: none, duration: 8 yr}}
)");
    CHECK(fits(own));  // the hardware's own lifetime, not the system's
}

TEST_CASE("capacity: all activities together are within utilisation x lifetime") {
    const std::string half = "lifetime: 5 yr, utilisation: 50 %";
    // 1200 kg of cards would be charged twice.
    CHECK(says(one(half, "duration: 5 yr"),
               "`run` takes `c` for 5 yr, longer than its lifetime in use: 50 % of 5 yr, which is 2.5 yr"));
    const auto two = [&](const std::string& first, const std::string& second) {
        return node(half, activity("a", first) + activity("b", second));
    };
    CHECK(says(two("duration: 2 yr", "duration: 1 yr"), "the activities take `c` for 3 yr"));
    CHECK(fits(two("duration: 2 yr", "duration: 0.5 yr")));
    CHECK(fits(two("duration: 2 yr", "duration: 1 yr, include: false")));
    CHECK(fits(two("duration: 2 yr", "duration: 1 yr, embodied: none")));
    const std::string calendar = ", embodied: {allocation: calendar}";
    CHECK(fits(two("duration: 3 yr" + calendar, "duration: 2 yr" + calendar)));
    CHECK(says(two("duration: 3 yr" + calendar, "duration: 3 yr" + calendar),
               "the activities take `c` for 6 yr, longer than its lifetime of 5 yr"));
    // 2 of 2.5 yr and 2 of 5 yr: 120 %.
    CHECK(says(two("duration: 2 yr", "duration: 2 yr" + calendar),
               "the activities are allocated 120 % of the"));
}

TEST_CASE("capacity: a period holds all its activities, under every rule, those in no sum included") {
    for (const char* rule : {"use", "time", "requests", "owner"}) {
        CAPTURE(rule);
        const std::string system = std::string("lifetime: 5 yr, period: 1 d, allocate: ") + rule;
        const auto with = [&](const std::string& second) {
            return node(system, activity("a", "duration: 24 h, requests: 1 request") +
                                    activity("b", "requests: 1 request, " + second));
        };
        CHECK(
            says(with("duration: 24 h"), "the activities take `c` for 48 h, longer than its period of 24 h"));
        CHECK(says(with("duration: 24 h, include: false"), "longer than its period"));
        CHECK(says(with("devices: 2 GPU, duration: 24 h"), "for 30 h, longer than its period"));
        CHECK(fits(with("devices: 1 GPU, duration: 3 h")));  // 24.375 h: 1.6 % more
    }
}

TEST_CASE("capacity: dated activities that overlap take no more together than there is") {
    const auto two = [](const std::string& first, const std::string& second,
                        const std::string& system = life) {
        return node(system, activity("a", "start: 2024-01-01T00:00Z, duration: 10 d, " + first) +
                                activity("b", "duration: 10 d, " + second));
    };
    const std::string late = "start: \"2024-01-05T00:00+02:00\", ",
                      after = "start: \"2024-01-11T02:00+02:00\", ";
    CHECK(
        says(two("devices: 8 GPU", late + "devices: 8 GPU"),
             "`b` starts while `a` runs: together they take 16 GPU at a time, each at its mean, but `c` has "
             "8 GPU (1 node × 8)"));
    CHECK(fits(two("devices: 8 GPU", after + "devices: 8 GPU")));
    CHECK(fits(two("devices: 5 GPU", late + "devices: 3 GPU")));
    CHECK(fits(two("devices: 5 GPU", late + "device_time: 720 GPU*h")));           // 3 GPU at the mean
    CHECK(says(two("devices: 5 GPU", late + "device_time: 960 GPU*h"), "9 GPU"));  // 4
    CHECK(says(two("include: true", late + "node_time: 24 node*h"), "give `devices` or `node_time`"));
    CHECK(fits(two("devices: 8 GPU", late + "devices: 8 GPU, include: false")));
    CHECK(says(two("devices: 8 GPU", late + "devices: 8 GPU, include: false", "lifetime: 5 yr, period: 1 yr"),
               "16 GPU at a time"));
    // Without `duration`, how many devices say how long.
    CHECK(says(node(life, activity("a", "start: 2024-01-01T00:00Z, device_time: 1920 GPU*h, devices: 8 GPU") +
                              activity("b", late + "device_time: 1920 GPU*h, devices: 8 GPU")),
               "16 GPU at a time"));
}

TEST_CASE("capacity: a what-if is checked like the file, with the place of its change") {
    const std::string what_if = "what_if: {twice: {set: {activities.run.devices: 16 GPU}}}\n";
    const std::string small = activity("run", "devices: 8 GPU, duration: 1 h");
    CHECK(fits(node(life, small, what_if)));
    CHECK(says(node(life, small, what_if, "twice"), "in the variant `twice`"));
    const std::string fewer = "what_if: {fewer: {set: {\"systems.c.node\": [{hardware: card, count: 4}]}}}\n";
    CHECK(says(node(life, small, fewer, "fewer"), "`c` has 4 GPU"));
}

TEST_CASE("capacity: the demand that a rebound makes is checked") {
    // Use costs a half in the what-if, so that it doubles: from 3 to 6 h, and with elasticity 2 to 12 h.
    const auto growing = [](const std::string& elasticity) {
        return run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {card: {kind: accelerator, embodied: 150 kgCO2e}}
parameters: {each: 2 kWh, hours: 3 h}
systems: {c: {site: here, nodes: 1 node, node: [{hardware: card, count: 8}], lifetime: 5 yr, period: 10 h}}
activities:
  run: {stage: inference, system: c, duration: =hours, requests: 10 request, dynamic: {per_request: "=each / [1 request]"}, idle: none}
what_if: {cheap: {set: {parameters.each: 1 kWh}}}
rebound: {elasticity: )" +
                       elasticity + R"(, of: run.per_request, demand: hours}
)",
                   "cheap");
    };
    CHECK(growing("1").messages == "");
    CHECK(says(growing("2"), "`run` takes `c` for 12 h, longer than its period of 10 h"));
}

TEST_CASE("what is too much for the period and for the lifetime is said of both, in one run") {
    const auto errors = [](const Run& run) {
        std::size_t count = 0;
        for (std::size_t at = 0; (at = run.messages.find(" error: ", at)) != std::string::npos; ++at) ++count;
        INFO(run.messages);
        CHECK_FALSE(run.model);
        return count;
    };
    // Together 2 yr, of 1.5 yr that are looked at and a life of 1 yr.
    CHECK(errors(node("lifetime: 1 yr, period: 1.5 yr",
                      activity("a", "duration: 1 yr") + activity("b", "duration: 1 yr"))) == 2);
    // One alone: 2 yr of a life of 1.5 yr, in a period of 1 yr.
    CHECK(errors(node("lifetime: 1.5 yr, period: 1 yr", activity("a", "duration: 2 yr"))) == 2);
    // 160 GPU*h in 10 h follow from the 16 devices; 1,000 GPU*h do not.
    CHECK(errors(node("lifetime: 5 yr", activity("a", "devices: 16 GPU, duration: 10 h"))) == 1);
    CHECK(errors(node("lifetime: 5 yr", activity("a", "device_time: 1000 GPU*h, duration: 10 h"))) == 1);
}
