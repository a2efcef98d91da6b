// What a page is made of: which figures move, how far, and what is beside the total.

#include "analyses/report/report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analyses/report/wording.hpp"
#include "models/catalog/embedded.hpp"

namespace {

/// A server of one card: what is embodied is 100 kg × 1 h / (10 h × load), electricity 2 kWh × 100 g.
const std::string scenario = R"(lca: 1
title: t
parameters:
  load: {value: 50 %, uncertainty: {distribution: uniform, low: 40 %, high: 60 %}}
hardware: {card: {kind: accelerator, name: Card A, embodied: 100 kgCO2e}}
sites: {here: {grid: {intensity: 100 gCO2e/kWh}, pue: 1}}
systems: {rack: {site: here, nodes: 1 node, node: [{hardware: card}], lifetime: 4 yr, utilisation: =load}}
activities: {run: {stage: training, system: rack, device_time: 8 GPU*h, dynamic: {energy: 2 kWh}, idle: none}}
what_if: {half: {title: Half of it, set: {activities.run.dynamic.energy: 1 kWh}}}
)";

struct MadeReport {
    lca::Session session{lca::embedded_catalogue()};
    std::optional<lca::InteractiveReport> found;

    explicit MadeReport(const std::string& text, const std::string& what_if = {}) {
        lca::ScenarioSource source;
        source.path = "a.yaml";
        source.text = text;
        source.what_if = what_if;
        found = make_report(session, source);
        if (!found) MESSAGE(session.messages());
    }
    const lca::MovableInput* movable(std::string_view path) const {
        for (const lca::MovableInput& one : found->movable) {
            if (found->evaluation.result->calculation().inputs().path(one.input) == path) return &one;
        }
        return nullptr;
    }
};

}  // namespace

TEST_CASE("a figure moves between ends that the program accepts, and stands on the slider's grid") {
    const MadeReport report(scenario);
    REQUIRE(report.found);
    const lca::MovableInput* energy = report.movable("activities.run.dynamic.energy");
    REQUIRE(energy);
    // From a tenth to three times 2 kWh in steps of 0.05, a hundredth and a bit of 5.8: 0.2 and 6 lie on the
    // grid of 2.
    CHECK(energy->written == "2");
    CHECK(energy->step == "0.05");
    CHECK(energy->low == "0.2");
    CHECK(energy->high == "6");
    CHECK(energy->unit == "kWh");
    const lca::MovableInput* pue = report.movable("sites.here.pue");
    REQUIRE(pue);
    CHECK(pue->low == "1");  // below it is not a PUE
    CHECK(pue->high == "2");
    const lca::MovableInput* load = report.movable("parameters.load");
    REQUIRE(load);
    CHECK(load->high == "100");
    CHECK(load->low == "1");  // at 0 % there is no use to share out
}

TEST_CASE("beside the file stand its what-ifs, whichever is shown") {
    for (const std::string what_if : {"", "half"}) {
        const MadeReport report(scenario, what_if);
        REQUIRE(report.found);
        REQUIRE(report.found->alternatives.size() == 2);
        const lca::Alternative &file = report.found->alternatives[0], &half = report.found->alternatives[1];
        CHECK(file.id == "");
        CHECK(half.title == "Half of it");
        CHECK(*file.total - *half.total == doctest::Approx(0.1));  // 1 kWh × 100 g
        CHECK(half.comparable);
    }
}

TEST_CASE("the interval is that of the draws; what is not uncertain has none") {
    const MadeReport report(scenario);
    REQUIRE(report.found);
    REQUIRE(report.found->interval);
    const auto [low, high] = *report.found->interval;
    const double total = *report.found->evaluation.value("total");
    CHECK(low < total);
    CHECK(total < high);
    CHECK(report.found->totals.empty());
    std::string certain = scenario;
    const std::string uncertainty = ", uncertainty: {distribution: uniform, low: 40 %, high: 60 %}";
    certain.erase(certain.find(uncertainty), uncertainty.size());
    CHECK_FALSE(MadeReport(certain).found->interval);
}

TEST_CASE("a page holds its data and the command that it shows") {
    MadeReport report(scenario);
    REQUIRE(report.found);
    const std::string page = html_of(*report.found, report.session, {"lca", "evaluate", "a.yaml"});
    const std::string begin = "<script type=\"application/json\" id=\"data\">";
    const std::size_t from = page.find(begin) + begin.size();
    const auto data = nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
    CHECK(data["command"] == nlohmann::json({"lca", "evaluate", "a.yaml"}));
    CHECK(data["steps"].size() % 3 == 0);
    const auto& rests = data["rests"];
    CHECK(rests[0] == "Electricity at ");
    CHECK(data["inputs"][rests[1]["input"].get<std::size_t>()]["path"] == "sites.here.grid.intensity");
}

TEST_CASE("words of ids") {
    CHECK(lca::report::in_plain_words("final_training") == "final training");
    CHECK(lca::report::in_plain_words("gpu_time") == "GPU time");
    CHECK(lca::report::capitalised("idle power") == "Idle power");
}
