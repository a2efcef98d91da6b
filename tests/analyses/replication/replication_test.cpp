// Replications: what the page and the machine output say, and what a program gets.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "analyses/replication/counts.hpp"
#include "analyses/replication/texts.hpp"
#include "models/catalog/embedded.hpp"
#include "tests/lca/base/has.hpp"

using namespace lca;
using lca::test::has;

namespace {

Expectation published(std::string of, std::string written, double value, double half_digit) {
    Expectation expected;
    expected.of = std::move(of);
    expected.written = std::move(written);
    expected.unit = "kgCO2e";
    expected.value = value;
    expected.printed_precision = half_digit;
    expected.dimension = Dimension::impact(Category::climate);
    expected.where = "Table 3";
    expected.place = {0, 9, 1};
    return expected;
}

/// One figure of each verdict.
Replication one_of_each() {
    ReplicatedStudy study{"a.yaml", "A study", "Someone (2023)"};
    study.checks.push_back(check(published("total", "50.5", 50.5, 0.05), 50.53));
    Expectation tolerant = published("idle", "14.6", 14.6, 0.05);
    tolerant.tolerance = 0.02;
    tolerant.because = "rounded inputs";
    study.checks.push_back(check(tolerant, 14.7));
    study.checks.push_back(check(published("dynamic", "20", 20, 0.5), 24.7));
    Expectation odd = published("embodied", "340", 340, 0.5);
    odd.inconsistent = "of a shorter log";
    study.checks.push_back(check(odd, 360.1));
    study.checks.push_back(check(published("serving.idle", "1", 1, 0.5), std::nullopt));
    Replication result;
    result.studies.push_back(std::move(study));
    result.from = "a.yaml";
    result.provenance = {"1.2.3", "0123"};
    return result;
}

}  // namespace

TEST_CASE("replicate: published beside computed, inconsistencies apart with their reason") {
    const std::string text = write_text(page_of(one_of_each()), {});
    INFO(text);
    CHECK(has(text, "total              50.5        50.530  kgCO2e   +0.059 %  exact\n"));
    CHECK(has(text, "idle               14.6        14.700  kgCO2e   +0.685 %  within\n"));
    CHECK(has(text, "dynamic              20         24.70  kgCO2e    +23.5 %  off\n"));
    CHECK(has(text, "serving.idle          1  not assessed  kgCO2e          –  off\n"));
    CHECK(has(text, "within 2 %: rounded inputs\n"));
    CHECK(has(text, "  embodied\n    of a shorter log\n"));
    CHECK(has(text, "5 figures of 1 file: 1 exact, 1 within, 2 off, 1 inconsistent.\n"));
    CHECK_FALSE(has(text, "Table 3"));
    Replication detailed = one_of_each();
    detailed.details = true;
    CHECK(has(write_text(page_of(detailed), {}), "Table 3\n  total              50.5 "));
}

TEST_CASE("replicate: several files are counted by study, and what is off is shown all the same") {
    Replication several = one_of_each();
    several.studies[0].file = "papers/first/a.yaml";
    several.studies.push_back(several.studies[0]);
    several.studies[1].file = "papers/first/b.yaml";
    several.studies.push_back(several.studies[0]);
    several.studies[2].file = "papers/second/c.yaml";
    several.studies[2].checks.resize(2);
    several.studies[2].checks[1].fitted.emplace_back("sites.here.grid", "chosen");
    const std::string text = write_text(page_of(several), {});
    INFO(text);
    // 24.7 for 20 is 23.5 % more; 14.7 for 14.6 is 0.685 % more, and 50.53 agrees at its last digit.
    CHECK(has(text, "first        10      2       2    4             2       –    +23.5 %\n"));
    CHECK(has(text, "second        2      1       1    –             –       1   +0.685 %\n"));
    CHECK(has(text, "in all       12      3       3    4             2       1    +23.5 %\n"));
    CHECK(has(text, "Off in papers/first/b.yaml:\n"));
    CHECK(has(text,
              "12 figures of 2 studies in 3 files: 3 exact, 3 within, 4 off, 2 inconsistent; 1\nof them "
              "rests on a fitted input.\n"));
    CHECK_FALSE(has(text, "Table 3"));
    several.details = true;
    const std::string detailed = write_text(page_of(several), {});
    CHECK(has(detailed, "  sites.here.grid\n    chosen\n    on it rests idle\n"));
    CHECK(has(detailed, "Table 3\n  total "));
    const nlohmann::json json = nlohmann::json::parse(json_of(several));
    CHECK(json["by_study"][0]["study"] == "first");
    CHECK(json["by_study"][0]["off"] == 4);
    CHECK(json["by_study"][1]["fitted"] == 1);
    CHECK(json["resting_on_fitted"] == 1);
    CHECK(json["figures"][11]["fitted"][0]["path"] == "sites.here.grid");
}

TEST_CASE("replicate: JSON gives every figure a verdict") {
    const nlohmann::json json = nlohmann::json::parse(json_of(one_of_each()));
    const nlohmann::json& figures = json["figures"];
    REQUIRE(figures.size() == 5);
    CHECK(figures[0]["verdict"] == "exact");
    CHECK(figures[1]["verdict"] == "within");
    CHECK(figures[2]["verdict"] == "off");
    CHECK(figures[3]["verdict"] == "inconsistent");
    CHECK(figures[3]["inconsistent"] == "of a shorter log");
    CHECK(figures[3]["agrees_now"] == false);
    CHECK(figures[4]["computed"].is_null());
    CHECK(figures[4]["deviation"].is_null());
    CHECK(figures[0]["published"] == 50.5);
    CHECK(figures[0]["computed"] == 50.53);
    CHECK(json["summary"] ==
          nlohmann::json::parse(R"({"exact": 1, "within": 1, "off": 2, "inconsistent": 1})"));
    CHECK(write_csv(records_of(one_of_each())).find("a.yaml,total,,,Table 3,50.5,50.53,kgCO2e,") !=
          std::string::npos);
}

TEST_CASE("the name of a figure says how it is asked for") {
    Expectation expected = published("serving", "1", 1, 0.5);
    expected.as = Expectation::ComparisonForm::per;
    expected.per = "request";
    expected.what_if = "world";
    CHECK(replication::figure_name(expected) == "serving per request, what if world");
    expected.as = Expectation::ComparisonForm::share;
    CHECK(replication::figure_name(expected) == "serving, share, what if world");
}

namespace {

/// 10 kWh at 1 kg/kWh: 10 kg by the file, 20 kg with the what-if's grid.
constexpr const char* small_study = R"(lca: 1
title: t
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}
activities: {a: {stage: training, site: s, dynamic: {energy: 10 kWh}, idle: {energy: 0 kWh}, embodied: {value: 0 kgCO2e}}}
what_if: {w: {set: {sites.s.grid.intensity: 2 kgCO2e/kWh}}}
expect:
  - {of: total, value: 10 kgCO2e}
  - {of: total, value: 30 kgCO2e, what_if: w}
)";

}  // namespace

TEST_CASE("replicate: a program gets a verdict of each figure, of the file and of its what-ifs") {
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> studies = {{"a.yaml", small_study}, {"b.yaml", small_study}};
    const std::optional<Replication> result = replicate(session, studies);
    INFO(session.messages());
    REQUIRE(result.has_value());
    CHECK(result->from == "a.yaml, b.yaml");
    REQUIRE(result->studies.size() == 2);
    REQUIRE(result->studies[0].checks.size() == 2);
    CHECK(result->studies[0].checks[0].verdict == Verdict::exact);
    CHECK(*result->studies[0].checks[1].computed == doctest::Approx(20));
    CHECK(result->studies[0].checks[1].deviation == doctest::Approx(20.0 / 30 - 1));
    CHECK(result->count(Verdict::exact) == 2);
    CHECK(result->count(Verdict::off) == 2);
}

TEST_CASE("replicate: a fault of any file is the session's") {
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> studies = {{"a.yaml", small_study},
                                                 {"b.yaml", "lca: 1\nnonsense: 2\n"}};
    CHECK_FALSE(replicate(session, studies).has_value());
    CHECK(session.failed());
    CHECK(has(session.messages(), "b.yaml:2"));
    Session other(embedded_catalogue());
    const std::vector<ScenarioSource> none = {
        {"a.yaml", std::string(small_study).substr(0, std::string(small_study).find("expect"))}};
    CHECK_THROWS_AS(replicate(other, none), InputError);
}
