// Both forms of a scenario worked out by hand: 1 kgCO2e/kWh, PUE 2, so that 1 kWh of the computers is 2 kg.
#include "analyses/export/export.hpp"

#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "analyses/evaluation/evaluation.hpp"
#include "models/catalog/listed.hpp"
#include "tests/lca/base/has.hpp"

using namespace lca;
using lca::test::has;

namespace {

constexpr const char* head = R"(lca: 1
title: t
functional_unit: {amount: 4, name: answer}
sites: {here: {grid: {intensity: {value: 1 kgCO2e/kWh}}, pue: 2}}
)";

/// 10 kWh dynamic and 3 kWh idle by the computers, 6 kg embodied.
constexpr const char* whole = R"(activities:
  chat:
    stage: inference
    site: here
    requests: 8 request
    devices: 2 GPU
    duration: 5 h
    start: 2024-05-06T07:08:09+02:00
    dynamic: {energy: 10 kWh}
    idle: {energy: 3 kWh}
    embodied: {value: 6 kgCO2e}
)";

nlohmann::json exported(const std::string& text, const ExportOptions& options) {
    Session session(embedded_catalogue());
    const std::optional<std::string> result =
        export_results(session, {.path = "t.yaml", .text = text}, options);
    INFO(session.messages());
    REQUIRE(result);
    return nlohmann::json::parse(*result);
}

std::string refusal(const std::string& text, const ExportOptions& options) {
    Session session(embedded_catalogue());
    try {
        export_results(session, {.path = "t.yaml", .text = text}, options);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("sci: E with PUE, I, M, R, and a score that is the result per functional unit") {
    const nlohmann::json sci = exported(std::string(head) + whole, {.form = "sci"});
    CHECK(sci["E"]["value"].get<double>() == doctest::Approx(26).epsilon(1e-15));  // (10 + 3) × 2
    CHECK(sci["E"]["unit"] == "kWh");
    CHECK(sci["I"]["value"].get<double>() == doctest::Approx(1000).epsilon(1e-15));
    CHECK(sci["I"]["factors"][0]["kind"] == "average");
    CHECK(sci["I"]["method"] == "location-based");
    CHECK(sci["M"]["value"].get<double>() == doctest::Approx(6000).epsilon(1e-15));
    CHECK(sci["R"]["value"] == 4);
    CHECK(sci["sci"]["value"].get<double>() == doctest::Approx(8000).epsilon(1e-15));  // (26,000 + 6,000) / 4
    CHECK(sci["sci"]["unit"] == "gCO2e per answer");
    Session session(embedded_catalogue());
    const std::optional<Evaluation> own =
        evaluate(session, {.path = "t.yaml", .text = std::string(head) + whole});
    REQUIRE(own);
    CHECK(sci["sci"]["value"].get<double>() ==
          doctest::Approx(own->value("per_functional_unit").value() * 1000).epsilon(1e-14));
}

TEST_CASE("sci is refused where there is no unit, or anything is not assessed") {
    const std::string without_unit =
        "lca: 1\ntitle: t\nsites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}\n" + std::string(whole);
    CHECK(has(refusal(without_unit, {.form = "sci"}), "states no functional unit"));
    std::string open(whole);
    open.replace(open.find("idle: {energy: 3 kWh}"), 21, "idle: not_assessed");
    CHECK(has(refusal(std::string(head) + open, {.form = "sci"}), "chat.idle"));
    CHECK(has(refusal(std::string(head) + whole, {.form = "sci", .activity = "chat"}), "whole scenario"));
}

TEST_CASE("boamps: electricity of the computers, idle as calibration, what is known of the task") {
    const nlohmann::json report = exported(std::string(head) + whole, {.form = "boamps"});
    const nlohmann::json& measured = report["measures"][0];
    CHECK(measured["powerConsumption"] == 13);
    CHECK(measured["powerCalibrationMeasurement"] == 3);
    CHECK(measured["durationCalibrationMeasurement"] == 18000);
    CHECK(measured["measurementDuration"] == 18000);
    CHECK(measured["measurementDateTime"] == "2024-05-06 07:08:09");
    CHECK(report["task"]["taskStage"] == "inference");
    CHECK(report["task"]["taskFamily"] == "not stated");
    CHECK(report["task"]["nbRequest"] == 8);
    CHECK(has(report["task"]["taskDescription"], "The PUE of 2 is left out of powerConsumption."));
    CHECK(report["infrastructure"]["components"] ==
          nlohmann::json::parse(R"([{"componentType": "gpu", "nbComponent": 2}])"));
    CHECK_FALSE(report.contains("environment"));  // no country is known
    CHECK_FALSE(report.contains("quality"));      // nothing says how sure it is
    CHECK_FALSE(report.contains("header"));       // nor when it was published
}

TEST_CASE("boamps: hardware of the system, how much of it is used, country and intensity") {
    const std::string text = R"(lca: 1
title: t
systems:
  c: {site: {grid: FRA/2022}, nodes: 2 node, node: [{hardware: nvidia-a100-sxm4-80gb, count: 4}, {hardware: own}]}
hardware: {own: {kind: server, name: Box, vendor: Acme}}
activities:
  a: {stage: fine_tuning, system: c, devices: 2 GPU, duration: 1 h, tokens: 9 token, dynamic: {energy: 1 kWh}, idle: none}
)";
    const nlohmann::json report = exported(text, {.form = "boamps"});
    CHECK(report["task"]["taskStage"] == "finetuning");
    CHECK(report["task"]["dataset"][0]["dataQuantity"] == 9);
    const nlohmann::json& parts = report["infrastructure"]["components"];
    REQUIRE(parts.size() == 2);
    CHECK(parts[0]["nbComponent"] == 8);
    CHECK(parts[0]["memorySize"] == 80);
    CHECK(parts[0]["share"] == 0.25);
    CHECK(
        parts[1] ==
        nlohmann::json::parse(
            R"({"componentName": "Box", "componentType": "server", "nbComponent": 2, "manufacturer": "Acme"})"));
    CHECK(report["environment"]["country"] == "France");
    CHECK(report["environment"]["powerSourceCarbonIntensity"].get<double>() > 0);
}

TEST_CASE("boamps is of one task whose hardware and electricity are known") {
    const std::string two = std::string(head) + whole +
                            "  more: {stage: inference, site: here, dynamic: {energy: 1 kWh}, idle: none}\n";
    CHECK(has(refusal(two, {.form = "boamps"}), "choose with --activity one of chat, more"));
    CHECK(has(refusal(two, {.form = "boamps", .activity = "more"}), "names the hardware"));
    CHECK(has(refusal(two, {.form = "boamps", .activity = "chta"}), "there is no activity `chta`"));
    CHECK(exported(two, {.form = "boamps", .activity = "chat"})["measures"][0]["powerConsumption"] == 13);
}

TEST_CASE(
    "itu-l1801: stages by impacts; what is not stated by stage has a row, and nothing unknown is zero") {
    const std::string own = R"(lca: 1
title: t
functional_unit: {amount: 4, name: answer}
sites: {here: {grid: {intensity: {value: 1 kgCO2e/kWh}}, pue: 2}}
hardware: {box: {kind: server, name: Box, embodied: {manufacturing: 100 kgCO2e, transport: 5 kgCO2e, end_of_life: 2 kgCO2e}}}
systems: {c: {site: here, nodes: 1 node, node: [{hardware: box}], lifetime: 5 yr}}
activities:
  a: {stage: inference, system: c, duration: 1 h, dynamic: {energy: 10 kWh}, idle: none, embodied: {allocation: full}}
)";
    const auto cells = [](const nlohmann::json& table, std::string_view key) {
        std::map<std::string, nlohmann::json> found;
        for (const nlohmann::json& row : table["life_cycle_stages"])
            found[row["stage"]] = row["cells"][std::string(key)];
        return found;
    };
    const nlohmann::json table = exported(own, {.form = "itu-l1801"});
    CHECK(table["functional_unit"] == nlohmann::json::parse(R"({"amount": 4, "name": "answer"})"));
    auto climate = cells(table, "gwp_kgco2e");
    CHECK(climate.size() == 5);
    for (const auto& [stage, value] : {std::pair("manufacturing", 100.0),
                                       {"transport", 5.0},
                                       {"use", 20.0},
                                       {"end_of_life", 2.0},
                                       {"total", 127.0}}) {
        CHECK(climate[stage]["value"].get<double>() == doctest::Approx(value).epsilon(1e-14));
        CHECK(climate[stage]["status"] == "assessed");
    }
    for (const auto& [stage, cell] : cells(table, "water_l")) {
        const std::string& named = stage;  // a macro cannot capture a structured binding
        INFO(named);
        CHECK(cell["value"].is_null());
        CHECK(cell["status"] == "not assessed");
        CHECK_FALSE(cell["not_assessed"].empty());
    }
    const nlohmann::json mixed = exported(own +
                                              "  b: {stage: inference, site: here, dynamic: {energy: 1 kWh}, "
                                              "idle: none, embodied: {value: 3 kgCO2e}}\n",
                                          {.form = "itu-l1801"});
    climate = cells(mixed, "gwp_kgco2e");
    CHECK(climate["manufacturing"]["value"] == 100);
    CHECK(climate["manufacturing"]["status"] == "partial");
    CHECK(climate["embodied.not_by_stage"]["value"] == 3);
    CHECK(climate["use"]["value"] == 22);
    CHECK(climate["use"]["status"] == "assessed");
    climate = cells(exported(std::string(head) + whole, {.form = "itu-l1801"}), "gwp_kgco2e");
    CHECK(climate["transport"]["value"].is_null());
    CHECK(climate["embodied.not_by_stage"]["value"] == 6);
    std::string none(whole);
    none.replace(none.find("{value: 6 kgCO2e}"), 17, "none");
    climate = cells(exported(std::string(head) + none, {.form = "itu-l1801"}), "gwp_kgco2e");
    CHECK(climate["transport"]["value"] == 0);
    CHECK(climate["transport"]["status"] == "assessed");
    CHECK(has(refusal("lca: 1\ntitle: t\noutputs: {o: {value: 1 kWh}}\n", {.form = "itu-l1801"}),
              "no activities"));
}

TEST_CASE(
    "itu-l1801: a figure from cradle to gate is manufacturing, raw materials included, and no other stage") {
    // 10 of 1000 h of a card of 300 kg (cradle to gate) and of a box of 200 kg, of which nothing is known.
    const std::string text = R"(lca: 1
title: t
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}
hardware:
  card: {kind: accelerator, embodied: 300 kgCO2e, embodied_basis: {covers: cradle_to_gate, method: vendor}}
  box: {kind: server, embodied: 200 kgCO2e}
systems: {c: {site: here, nodes: 1 node, node: [{hardware: card}, {hardware: box}], lifetime: 1000 h, utilisation: 100 %}}
activities:
  a: {stage: training, system: c, node_time: 10 node*h, dynamic: {energy: 1 kWh}, idle: none}
)";
    const auto row_of = [](const nlohmann::json& table, std::string_view stage) {
        for (const nlohmann::json& row : table["life_cycle_stages"]) {
            if (row["stage"] == stage) return row;
        }
        return nlohmann::json();
    };
    const nlohmann::json both = exported(text, {.form = "itu-l1801"});
    const nlohmann::json made = row_of(both, "manufacturing");
    CHECK(made["cells"]["gwp_kgco2e"]["value"].get<double>() == doctest::Approx(3));
    CHECK(made["cells"]["gwp_kgco2e"]["status"] == "partial");
    CHECK(has(made["note"].get<std::string>(), "cradle to gate, raw materials included: card"));
    CHECK(row_of(both, "embodied.not_by_stage")["cells"]["gwp_kgco2e"]["value"].get<double>() ==
          doctest::Approx(2));
    const nlohmann::json moved = row_of(both, "transport")["cells"]["gwp_kgco2e"];
    CHECK(moved["value"].is_null());
    CHECK(has(moved["not_assessed"].dump(), "cradle to gate does not cover it: card"));
    std::string alone = text;
    alone.replace(alone.find(", {hardware: box}"), 17, "");
    const nlohmann::json one = exported(alone, {.form = "itu-l1801"});
    CHECK(row_of(one, "embodied.not_by_stage").is_null());
    CHECK(row_of(one, "manufacturing")["cells"]["gwp_kgco2e"]["status"] == "assessed");
    CHECK(row_of(one, "total")["cells"]["gwp_kgco2e"]["value"].get<double>() == doctest::Approx(4));
}
