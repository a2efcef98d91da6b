// The report of a study worked out by hand, in its four forms.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analyses/evaluation/evaluation.hpp"
#include "analyses/explanation/explanation.hpp"
#include "models/catalog/embedded.hpp"
#include "tests/models/results/small_study.hpp"
#include "tests/lca/base/has.hpp"

using namespace lca;
using lca::test::has;

namespace {

/// The small study with all that a report refers to.
struct Reported {
    test::SmallStudy study;
    PointResult point{study};
    Sources sources;
    Evaluation evaluation;

    Reported() {
        sources.add({"small.yaml", "", "abc123"});
        evaluation.title = "Small";
        evaluation.file = "small.yaml";
        evaluation.result = test::unowned(point);
        evaluation.sources = &sources;
        evaluation.provenance = {"1.2.3", "0123456789abcdef"};
        Fault warning;
        warning.place = {0, 7, 1};
        warning.message = "`sweep` does not run yet";
        warning.severity = Severity::warning;
        evaluation.warnings.push_back(warning);
    }
};

nlohmann::json json_of(const Evaluation& evaluation) {
    std::string text;
    report_of(evaluation).json([&text](std::string_view piece) { text += piece; });
    return nlohmann::json::parse(text);
}

}  // namespace

TEST_CASE("the page: figure first, lines, gaps, defaults, doubt, sources, warnings") {
    const Reported reported;
    const std::string text = write_text(page_of(reported.evaluation, {.details = true}), {});
    INFO(text);
    CHECK(text.rfind("Small\n", 0) == 0);
    // 60.1 kg in all over 30.1 kg dynamic.
    CHECK(has(text, "60.1 kgCO2e, counting only what is assessed: 2 times the dynamic electricity\nalone "));
    CHECK(has(text, "alone once infrastructure and hardware are included."));
    CHECK(has(text, "  dynamic                     30.00   49.9 %  600.0\n"));
    CHECK(has(text, "    card                       8.00   13.3 %      0\n"));
    CHECK(has(text, "  idle                 not assessed               –\n"));
    CHECK(has(text, "total *                       60.10  100.0 %  802.0\n"));
    CHECK(has(text, "training             20.00  10.00    30.00  60.00  99.8 %\n"));
    CHECK(has(text, "inference *              –      –        –   0.10   0.2 %\n"));
    // 60.1 kg and 802 kWh for two models and 1000 requests; 0.1 kg and 2 kWh of serving.
    for (const char* words : {"trained model (2 in all) *", "30.1 kgCO2e", "401 kWh\n", "request, in total *",
                              "60.1 gCO2e", "802 Wh\n", "request, serving *", "0.1 gCO2e", " 2 Wh\n"}) {
        CAPTURE(words);
        CHECK(has(text, words));
    }
    CHECK(has(text, "  serving.idle: idle is `not_assessed` in the file\n"));
    CHECK(has(text, "water consumption, abiotic depletion and primary energy: no figure"));
    CHECK(has(text, "  sites.here.pue = 1.5: nothing is stated\n"));
    CHECK(has(text, "  card.embodied = 8 kgCO2e (assumed)\n    small.yaml:21\n"));
    CHECK(has(text, "  card.embodied = 8 kgCO2e, normal, cv 10 %\n"));
    CHECK(has(text, "  Table 1: parameters.gpu_time and sites.here.grid.intensity\n"));
    CHECK(has(text, "  `sweep` does not run yet\n    small.yaml:7:1\n"));
    CHECK(has(text, "open        not assessed  needs serving.idle\n"));
    CHECK(has(text, "lca 1.2.3, catalogue 0123456789ab\n"));
}

TEST_CASE("JSON: the shape of section 8") {
    const Reported reported;
    const nlohmann::json json = json_of(reported.evaluation);
    CHECK(json["schema_version"] == 1);
    CHECK(json["title"] == "Small");
    CHECK(json["lca_version"] == "1.2.3");
    CHECK(json["catalogue"] == "0123456789abcdef");
    const nlohmann::json& results = json["results"];
    CHECK(results.size() == reported.study.results.rows.size());
    CHECK(results["total"]["gwp_kgco2e"].get<double>() == doctest::Approx(60.1).epsilon(1e-14));
    CHECK(results["total"]["energy_kwh"].get<double>() == doctest::Approx(802).epsilon(1e-14));
    CHECK(results["total"]["water_l"].is_null());
    CHECK(results["total"]["adpe_kgsbe"].is_null());
    CHECK(results["total"]["primary_energy_mj"].is_null());
    CHECK(results["total"]["gaps"] == nlohmann::json::parse(R"(["serving.idle", "serving.idle.energy"])"));
    CHECK(results["idle"]["gaps"].size() == 2);
    CHECK_FALSE(results["dynamic"].contains("gaps"));
    CHECK_FALSE(results["training"].contains("gaps"));
    CHECK(results["serving"].contains("gaps"));
    CHECK(results["serving.idle"]["gwp_kgco2e"].is_null());
    CHECK_FALSE(results["total"].contains("gwp_market_kgco2e"));
    CHECK(json["gaps"][0]["of"] == "serving.idle");
    CHECK(json["gaps"][0]["measures"] == nlohmann::json::parse(R"(["gwp_kgco2e", "energy_kwh"])"));
    CHECK(json["functional_unit"]["per_unit"]["gwp_kgco2e"].get<double>() == doctest::Approx(30.05));
    CHECK(json["outputs"]["break_even"]["value"].get<double>() == doctest::Approx(400));
    CHECK(json["outputs"]["open"]["value"].is_null());
    CHECK(json["files"] == nlohmann::json::parse(R"([{"name": "small.yaml", "sha256": "abc123"}])"));
    CHECK(json["warnings"][0]["line"] == 7);
}

TEST_CASE("JSON: inputs with value, unit, origin and place as written") {
    const Reported reported;
    const nlohmann::json json = json_of(reported.evaluation);
    const auto input = [&json](const char* path) {
        const auto found = std::find_if(json["inputs"].begin(), json["inputs"].end(),
                                        [path](const nlohmann::json& one) { return one["path"] == path; });
        return found == json["inputs"].end() ? nlohmann::json() : *found;
    };
    CHECK(input("sites.here.grid.intensity") ==
          nlohmann::json::parse(R"({"path": "sites.here.grid.intensity", "value": 50, "unit": "gCO2e/kWh",
              "origin": "file", "file": "small.yaml", "line": 5, "source": "Table 1"})"));
    CHECK(input("sites.here.pue") ==
          nlohmann::json::parse(R"({"path": "sites.here.pue", "value": 1.5, "unit": "",
              "origin": "default", "note": "nothing is stated"})"));
    CHECK(input("card.embodied")["status"] == "assumed");
    CHECK(input("card.embodied")["uncertainty"] == "normal, cv 10 %");
}

TEST_CASE("CSV: a row for every result, nothing for what is not assessed") {
    const Reported reported;
    const std::string csv = write_csv(records_of(reported.evaluation));
    CHECK(csv.rfind("name,gwp_kgco2e,water_l,adpe_kgsbe,primary_energy_mj,energy_kwh,gaps,value,unit\r\n",
                    0) == 0);
    CHECK(has(csv, "\r\nserving.idle,,,,,,,,\r\n"));
    CHECK(has(csv, "\r\ntraining.embodied.box,12,,,,0,,,\r\n"));
}

TEST_CASE("gaps belong to the rows that miss them") {
    const Reported reported;
    const Results& results = reported.study.results;
    CHECK(results.has_gap(*results.find("total"), index_of::climate));
    CHECK_FALSE(results.has_gap(*results.find("total"), index_of::water));
    CHECK(results.has_gap(*results.find("stage.inference"), energy_measure));
    CHECK_FALSE(results.has_gap(*results.find("stage.training"), energy_measure));
    CHECK_FALSE(results.has_gap(*results.find("serving.dynamic"), index_of::climate));
    CHECK(results.has_gap(*results.find("serving.idle"), index_of::climate));
}

TEST_CASE("explain: every term of the JSON follows from its operands, down to what was written") {
    const Reported reported;
    for (const char* name : {"total", "total.energy", "training.dynamic", "outputs.break_even"}) {
        const ExplainedResult result = explain(reported.evaluation, name);
        const nlohmann::json json = nlohmann::json::parse(json_of(result));
        const nlohmann::json& terms = json["terms"];
        for (const nlohmann::json& term : terms) {
            const double value = term["base_value"];
            double again = term["operation"] == "product" ? 1 : 0;
            if (term.contains("input")) {
                again = term["input"]["value"].get<double>() * term["input"]["unit_factor"].get<double>();
            } else if (term["operation"] == "constant") {
                again = value;
            }
            for (const nlohmann::json& operand : term.value("operands", nlohmann::json::array())) {
                const double of = terms[operand["term"].get<std::size_t>()]["base_value"];
                const std::string as = operand["as"];
                if (as == "plus") again += of;
                if (as == "minus") again -= of;
                if (as == "factor") again *= of;
                if (as == "divisor") again /= of;
            }
            CHECK(again == doctest::Approx(value).epsilon(1e-14));
        }
        CHECK(terms[json["root"].get<std::size_t>()]["value"] == json["value"]);
    }
}

TEST_CASE("explain: the page names who gave each figure") {
    const Reported reported;
    const ExplainedResult result = explain(reported.evaluation, "training.dynamic");
    const std::string text = write_text(page_of(result), {});
    INFO(text);
    CHECK(has(text, "30 kgCO2e  training.dynamic\n"));
    CHECK(has(text, "├─   400 kWh  energy of the accelerators\n"));
    CHECK(has(text, "├─   400 W/GPU  activities.training.dynamic.power\n"));
    CHECK(has(text, "│  └─ × 1000 GPU*h  parameters.gpu_time\n"));
    CHECK(has(text, "├─ × 1.5  sites.here.pue\n│      default\n│      nothing is stated\n"));
    CHECK(has(text,
              "└─ × 50 gCO2e/kWh  sites.here.grid.intensity\n       small.yaml:5\n       source: Table 1\n"));
}

TEST_CASE("explain: what is not assessed says so, and which gaps a sum leaves out") {
    const Reported reported;
    const ExplainedResult open = explain(reported.evaluation, "serving.idle");
    CHECK_FALSE(open.explanation.has_value());
    CHECK(has(write_text(page_of(open), {}),
              "serving.idle is not assessed: serving.idle: idle is `not_assessed` in the file."));
    const nlohmann::json json = nlohmann::json::parse(json_of(open));
    CHECK(json["value"].is_null());
    CHECK(json["why_not"] == "serving.idle: idle is `not_assessed` in the file");
    CHECK(json["gaps"][0] == "serving.idle: idle is `not_assessed` in the file");
    CHECK(explain(reported.evaluation, "total").gaps.size() == 1);
    CHECK_THROWS_AS(explain(reported.evaluation, "nothing"), std::out_of_range);
}

TEST_CASE("what counts only a part is marked: by contract, and what a file asks for") {
    // 3 kg of hardware and 10 kWh at 1 kg/kWh, by contract 0.1; 5 kWh where none is stated; idle is open.
    const std::string text = R"(lca: 1
title: t
functional_unit: {amount: 2, name: model}
sites:
  s: {grid: {intensity: 1 kgCO2e/kWh}, market_intensity: 0.1 kgCO2e/kWh}
  plain: {grid: {intensity: 1 kgCO2e/kWh}}
activities:
  run: {stage: training, site: s, dynamic: {energy: 10 kWh}, idle: none, embodied: {value: 3 kgCO2e}}
  rest: {stage: training, site: plain, dynamic: {energy: 5 kWh}, idle: none, embodied: none}
outputs: {own: =run, claimed: =total.market, twice: =2 * outputs.claimed}
)";
    Session session(embedded_catalogue());
    const auto found = evaluate(session, {.path = "t.yaml", .text = text}, {});
    REQUIRE_MESSAGE(found, session.messages());
    const std::string page = write_text(page_of(*found, {.details = true}), {});
    INFO(page);
    CHECK(has(page, "18 kgCO2e in total"));
    CHECK(has(page, "total             18.00  100.0 %               4.00 *  15.00\n"));
    CHECK(has(page, "all embodied       3.00   16.7 %               3.00        0\n"));
    CHECK(has(page, "* counts only what is assessed"));
    CHECK(has(page, "  rest.dynamic (market-based): no market_intensity is given at plain\n"));
    CHECK(has(page, "claimed *"));
    CHECK(has(page, "twice *"));
    CHECK_FALSE(has(page, "own *"));
    CHECK(has(page, "model (2 in all)"));
    CHECK(has(page, "9 kgCO2e      7.5 kWh\n"));
    const nlohmann::json json = json_of(*found);
    CHECK(json["outputs"]["claimed"]["partial"] == true);
    CHECK(json["outputs"]["twice"]["partial"] == true);
    CHECK_FALSE(json["outputs"]["own"].contains("partial"));
    // Asked for by itself, it says whose figure it is.
    const auto market = evaluate(session, {.path = "t.yaml", .text = text}, {.measure = market_measure});
    REQUIRE_MESSAGE(market, session.messages());
    const std::string by_contract = write_text(page_of(*market, {.details = true}), {});
    INFO(by_contract);
    CHECK(has(by_contract, "4 kgCO2e market-based, counting only what is assessed"));
    CHECK(has(by_contract, "climate change: 18 kgCO2e\n"));
    CHECK(has(by_contract, "2 kgCO2e"));
    CHECK(has(by_contract, "model (2 in all) *"));
}
