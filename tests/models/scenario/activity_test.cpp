// Activities and their phases: what is allowed beside what.

#include <doctest/doctest.h>

#include "tests/models/scenario/reading.hpp"

namespace {

bool rejects(const std::string& lines, const std::string& words) {
    const auto read = test::read(test::activity(lines));
    INFO(read->messages());
    return read->diagnostics.has_errors() && read->says(words);
}

bool accepted(const std::string& lines) {
    const auto read = test::read(test::activity(lines));
    INFO(read->messages());
    return read->diagnostics.sorted().empty();
}

}  // namespace

TEST_CASE("phases: absent, none, not assessed, one figure, named figures") {
    const auto read =
        test::read(test::activity("idle: none\nembodied: not_assessed\ndevices: 8 GPU\nduration: 2 h\n"
                                  "dynamic: {power: 400 W, host_power: 600 W/node, includes: [pue]}"));
    REQUIRE_MESSAGE(read->diagnostics.sorted().empty(), read->messages());
    const lca::Activity& run = read->activities.at(0);
    CHECK(run.idle.state == lca::Phase::State::none);
    CHECK(run.embodied.state == lca::Phase::State::not_assessed);
    REQUIRE(run.dynamic.lines.size() == 1);
    CHECK(run.dynamic.lines[0].name.empty());
    CHECK(run.dynamic.lines[0].power->literal->value == 400);
    CHECK(run.dynamic.lines[0].host_power);
    CHECK(run.dynamic.lines[0].includes_pue);
    CHECK_FALSE(run.dynamic.lines[0].includes_idle);

    const auto lines =
        test::read(test::activity("dynamic: none\nduration: 2 h\nidle:\n  note: both measured\n  fans: "
                                  "{power: 2 kW}\n  disks: {energy: 1 kWh}"));
    REQUIRE_MESSAGE(lines->diagnostics.sorted().empty(), lines->messages());
    const auto& idle = lines->activities.at(0).idle;
    REQUIRE(idle.lines.size() == 2);
    CHECK(idle.lines[0].name == "fans");
    CHECK(idle.lines[1].energy);
    CHECK(lines->activities.at(0).embodied.state == lca::Phase::State::absent);
}

TEST_CASE("`includes` at the activity is that of its dynamic figure") {
    const auto read = test::read(test::activity("includes: [idle, pue]\ndynamic: {energy: 10 kWh}"));
    const auto& line = read->activities.at(0).dynamic.lines.at(0);
    CHECK(line.includes_idle);
    CHECK(line.includes_pue);
    CHECK(rejects("includes: [pue]", "there is no `dynamic`"));
}

TEST_CASE("figures that cannot both be given") {
    CHECK(rejects("device_time: 1 GPU*h\ndynamic: {energy: 1 kWh, power: 1 W}",
                  "`energy` and `power` cannot both be given"));
    CHECK(rejects(
        "requests: 1 request\ntokens: 1 token\ndynamic: {per_request: 1 Wh/request, per_token: 1 Wh/token}",
        "cannot both be given"));
    CHECK(
        rejects("dynamic: none\nduration: 1 h\nidle: {power: 1 W, node_power: 1 W}", "cannot both be given"));
    CHECK(rejects("dynamic: none\nembodied: {allocation: full, value: 1 kgCO2e}", "cannot both be given"));
    CHECK(rejects("dynamic: none\nembodied: {rate: 1 kgCO2e/(GPU*h), value: 1 kgCO2e}",
                  "cannot both be given"));
    CHECK(rejects("dynamic: {energy: 1 kWh}\nrequests: 1 request\nrequest_rate: 1 request/s\nduration: 1 h",
                  "cannot both be given"));
    CHECK(accepted("dynamic: {energy: 1 kWh, host_power: 5 W}\nnode_time: 1 node*h"));
}

TEST_CASE("figures that need each other") {
    CHECK(rejects("dynamic: {energy: 1 kWh}\nidle: {duration: 1 h}",
                  "`duration` is allowed only together with a power"));
    CHECK(rejects("dynamic: {energy: 1 kWh}\nefficiency: 40 %", "needs `work`"));
    CHECK(rejects("dynamic: {energy: 1 kWh}\nprecision: fp16", "needs `work`"));
    CHECK(rejects("dynamic: {energy: 1 kWh}\nrequest_rate: 1 request/s", "needs `duration`"));
    CHECK(
        rejects("dynamic: {energy: 1 kWh}\nidle: {a: {note: x}}", "`activities.run.idle.a` gives no value"));
    CHECK(accepted("dynamic: {energy: 1 kWh}\nwork: 1e20 FLOP\nefficiency: 40 %\ndevices: 8 GPU"));
    CHECK(accepted("dynamic: {load: 50 %}\ndevice_time: 5 GPU*h"));
}

TEST_CASE("lines and their names") {
    CHECK(rejects("dynamic: none\nidle: {market: {energy: 1 kWh}}", "a suffix of result names"));
    CHECK(rejects("dynamic: none\nidle: {load: {energy: 1 kWh}}", "a key of the language"));
    CHECK(rejects("dynamic: none\nembodied: {a: {allocation: full}}",
                  "`allocation` is not allowed in an entry of `embodied`"));
    CHECK(rejects("dynamic: {energy: 1 kWh}\nidle: {a: {share: 5 %}, b: {energy: 1 kWh}}",
                  "`share` must be the only entry of `idle`"));
    CHECK(accepted("dynamic: {energy: 1 kWh}\nidle: {a: {share: 5 %}}"));
    CHECK(accepted("dynamic: {energy: 1 kWh}\nidle: {note: x, source: y, a: {share: 5 %}}"));
    CHECK(accepted("dynamic: {energy: 1 kWh}\nidle: {includes: none, a: {share: 5 %}}"));
    CHECK(rejects("dynamic: {energy: 1 kWh}\nidle: {note: x, a: {share: 5 %}, b: none}",
                  "`share` must be the only entry of `idle`"));
}

TEST_CASE("an uncertain direct figure, in either way of writing it") {
    const auto inner =
        test::read(test::activity("dynamic: none\nembodied: {value: {value: 1 kgCO2e, uncertainty: "
                                  "{distribution: normal, cv: 10 %}}}"));
    const auto beside = test::read(test::activity(
        "dynamic: none\nembodied: {value: 1 kgCO2e, uncertainty: {distribution: normal, cv: 10 %}}"));
    for (const auto* read : {inner.get(), beside.get()}) {
        REQUIRE_MESSAGE(read->diagnostics.sorted().empty(), read->messages());
        const lca::AnyValue given = read->activities.at(0).embodied.lines.at(0).value[lca::index_of::climate];
        REQUIRE(given->uncertainty != nullptr);
        const auto* normal = std::get_if<lca::Normal>(&given->uncertainty->shape);
        REQUIRE(normal);
        CHECK(normal->sd == doctest::Approx(0.1));
    }
}

TEST_CASE("where it runs") {
    const auto read = [](const std::string& keys) {
        return test::read(
            "lca: 1\ntitle: T\nsites: {here: {grid: FRA}}\nsystems: {box: {site: here, nodes: 1 node}}\n"
            "activities: {run: {stage: other, " +
            keys + "}}\n");
    };
    CHECK(read("system: box, node_time: 1 node*h, dynamic: {energy: 1 kWh}")->diagnostics.sorted().empty());
    CHECK(read("site: {grid: FRA}, dynamic: {energy: 1 kWh}")->scenario.sites.size() == 2);
    CHECK(read("embodied: {value: 1 kgCO2e}")->diagnostics.sorted().empty());
    CHECK(read("dynamic: {energy: 1 kWh}")->says("neither a system nor a site"));
    CHECK(read("embodied: {allocation: full}")->says("neither a system nor a site"));
    CHECK(read("system: here, dynamic: none")->says("`here` is a site, not a system"));
    CHECK(read("site: box, dynamic: none")->says("`box` is a system, not a site"));
    CHECK(read("system: bix, dynamic: none")->says("did you mean `box`?"));
}

TEST_CASE("a system that states its idle leaves none to its activities") {
    const auto read = [](const std::string& system, const std::string& keys) {
        return test::read("lca: 1\ntitle: T\nsystems: {box: {site: {grid: FRA}, nodes: 1 node, " + system +
                          "}}\nactivities: {run: {stage: other, system: box, node_time: 1 node*h, " + keys +
                          "}}\n");
    };
    CHECK(read("period: 1 yr, idle: {power: 1 kW}, allocate: time", "dynamic: {energy: 1 kWh}")
              ->diagnostics.sorted()
              .empty());
    CHECK(read("period: 1 yr, idle: {power: 1 kW}", "idle: none")->says("and so does its system `box`"));
    CHECK(read("idle: {power: 1 kW}", "dynamic: none")->says("without a period"));
    CHECK(read("allocate: use", "dynamic: none")->says("idle time without a period"));
    CHECK(read("period: 1 yr, allocate: time", "idle: {energy: 1 kWh}")->diagnostics.sorted().empty());
    CHECK(read("period: 1 yr, idle: {share: 5 %}", "dynamic: none")->says("cannot be a share"));
}

TEST_CASE("stages, `include` and `start`") {
    const auto read =
        test::read(test::activity("include: false\nstart: 2022-03-11T10:00:00Z\ndynamic: none"));
    REQUIRE_MESSAGE(read->diagnostics.sorted().empty(), read->messages());
    CHECK_FALSE(read->activities.at(0).included);
    CHECK(lca::stages()[read->activities.at(0).stage] == "training");
    CHECK(lca::stages().size() == 8);
}
