// Limits, and what moved a result, worked out by hand: total = intensity × pue × energy + embodied.
#include "analyses/budget/budget.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "analyses/evaluation/evaluation.hpp"
#include "lca/base/file.hpp"
#include "models/catalog/listed.hpp"

using namespace lca;

namespace {

/// A folder of its own that goes away.
struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() /
                                 ("lca-budget-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    Folder() { std::filesystem::create_directory(path); }
    ~Folder() { std::filesystem::remove_all(path); }

    std::string write(const std::string& name, const std::string& text) const {
        write_file((path / name).string(), text);
        return (path / name).string();
    }
};

std::string scenario(const std::string& grid, const std::string& pue, const std::string& energy,
                     const std::string& embodied = "{value: 100 kgCO2e}") {
    return "lca: 1\ntitle: t\nsites: {here: {grid: " + grid + ", pue: " + pue +
           "}}\nactivities:\n  a: {stage: inference, site: here, requests: 1000 request, dynamic: {energy: " +
           energy + "}, idle: none, embodied: " + embodied +
           "}\nwhat_if:\n  twice: {set: {activities.a.requests: 2000 request}}\n";
}

std::string answer(const std::string& text) {
    Session session(embedded_catalogue());
    const std::optional<Evaluation> found = evaluate(session, {.path = "old.yaml", .text = text});
    REQUIRE(found);
    std::string json;
    report_of(*found).json([&json](std::string_view piece) { json += piece; });
    return json;
}

constexpr const char* one_limit =
    "lca_budget: 1\nscenario: s.yaml\nlimits: [{of: total, at_most: 1 tCO2e}]\n";

BudgetLimit checked(const std::string& now, const std::string& before) {
    const Folder folder;
    folder.write("s.yaml", now);
    Session session(embedded_catalogue());
    const BudgetOptions options{.file = folder.write("budget.yaml", one_limit),
                                .against = folder.write("old.json", answer(before))};
    const std::optional<BudgetCheck> found = check_budget(session, options);
    INFO(session.messages());
    REQUIRE(found);
    REQUIRE(found->limits.size() == 1);
    return found->limits.front();
}

doctest::Approx nearly(double value) {
    return doctest::Approx(value).epsilon(1e-12);
}

}  // namespace

TEST_CASE("the inputs that moved a result: shares of every order, and they add up") {
    // 0.5 × 1.2 × 1000 + 100 = 700 kg; it was 0.4 × 1.0 × 850 + 100 = 440 kg.
    const BudgetLimit limit = checked(scenario("{intensity: 500 gCO2e/kWh}", "1.2", "1000 kWh"),
                                      scenario("{intensity: 400 gCO2e/kWh}", "1.0", "850 kWh"));
    CHECK(*limit.value == nearly(700));
    CHECK(limit.verdict == BudgetLimit::Verdict::within);
    REQUIRE(limit.change);
    CHECK(limit.change->before == nearly(440));
    CHECK(*limit.change->difference == nearly(260));
    REQUIRE(limit.change->inputs.size() == 3);
    // Shapley of a product x·y·z from (0.4, 1, 850) to (0.5, 1.2, 1000): of x
    // Δx · (yz/3 + y'z/6 + yz'/6 + y'z'/3) = 0.1 · (850/3 + 1020/6 + 1000/6 + 1200/3).
    const auto share = [](double step, double both, double one, double other, double none) {
        return step * (none / 3 + one / 6 + other / 6 + both / 3);
    };
    CHECK(limit.change->inputs[0].path == "sites.here.grid.intensity");
    CHECK(limit.change->inputs[0].share == nearly(share(0.1, 1200, 1020, 1000, 850)));
    CHECK(limit.change->inputs[2].path == "activities.a.dynamic.energy");
    CHECK(limit.change->inputs[2].share == nearly(share(150, 0.6, 0.5, 0.48, 0.4)));
    CHECK(limit.change->inputs[1].path == "sites.here.pue");
    CHECK(limit.change->inputs[1].share == nearly(share(0.2, 500, 425, 400, 340)));
    CHECK(limit.change->inputs[1].from == "1");
    CHECK(limit.change->inputs[0].to == "500 gCO2e/kWh");
    CHECK(limit.change->rest == 0);
}

TEST_CASE("another region of the grid is one input that moved") {
    const BudgetLimit limit =
        checked(scenario("DEU/2022", "1", "1000 kWh"), scenario("FRA/2022", "1", "1000 kWh"));
    REQUIRE(limit.change);
    REQUIRE(limit.change->inputs.size() == 1);
    CHECK(limit.change->inputs[0].path == "FRA/2022.intensity → DEU/2022.intensity");
    CHECK(limit.change->inputs[0].share == nearly(*limit.change->difference));
    CHECK(limit.change->rest == 0);
}

TEST_CASE("what no input explains is the rest") {
    // The embodied 100 kg were not there.
    const BudgetLimit limit = checked(scenario("{intensity: 500 gCO2e/kWh}", "1", "1000 kWh"),
                                      scenario("{intensity: 400 gCO2e/kWh}", "1", "1000 kWh", "none"));
    REQUIRE(limit.change);
    CHECK(*limit.change->difference == nearly(200));
    REQUIRE(limit.change->inputs.size() == 1);
    CHECK(limit.change->inputs[0].share == nearly(100));
    CHECK(limit.change->rest == nearly(100));
}

TEST_CASE("where one of the two leaves out what the other counts there is no difference") {
    const BudgetLimit limit =
        checked(scenario("{intensity: 500 gCO2e/kWh}", "1", "1000 kWh"),
                scenario("{intensity: 400 gCO2e/kWh}", "1", "1000 kWh", "not_assessed"));
    REQUIRE(limit.change);
    CHECK_FALSE(limit.change->difference);
    CHECK(limit.change->reason == "only the older result lacks a.embodied");
    // Alike: both leave it open.
    const BudgetLimit both = checked(scenario("{intensity: 500 gCO2e/kWh}", "1", "1000 kWh", "not_assessed"),
                                     scenario("{intensity: 400 gCO2e/kWh}", "1", "1000 kWh", "not_assessed"));
    CHECK(both.verdict == BudgetLimit::Verdict::partial);
    REQUIRE(both.change);
    CHECK(both.change->difference.value() == nearly(100));
}

TEST_CASE("the same value in another unit has not moved") {
    const BudgetLimit limit = checked(scenario("{intensity: 500 gCO2e/kWh}", "1", "1 MWh"),
                                      scenario("{intensity: 0.5 kgCO2e/kWh}", "1", "1000 kWh"));
    REQUIRE(limit.change);
    CHECK(std::fabs(*limit.change->difference) < 1e-9);
    CHECK(limit.change->inputs.empty());
}

TEST_CASE("limits in their own units, of what-ifs, and where something is open") {
    const Folder folder;
    folder.write("s.yaml", scenario("{intensity: 500 gCO2e/kWh}", "1.2", "1000 kWh", "not_assessed"));
    const std::string budget =
        "lca_budget: 1\nscenario: s.yaml\nlimits:\n"
        "  - {of: total, at_most: 1 tCO2e}\n"                           // embodied is open
        "  - {of: embodied, at_most: 1 tCO2e}\n"                        // all of it
        "  - {of: a.dynamic, at_most: 599.9 kgCO2e}\n"                  // 600
        "  - {of: dynamic.per_request, at_most: 0.6 kgCO2e/request}\n"  // 0.6
        "  - {of: dynamic.per_request, what_if: twice, at_most: 300.1 gCO2e/request}\n"
        "  - {of: total.energy, at_most: 1.2 MWh}\n";
    Session session(embedded_catalogue());
    const std::optional<BudgetCheck> found =
        check_budget(session, {.file = folder.write("budget.yaml", budget)});
    INFO(session.messages());
    REQUIRE(found);
    using Verdict = BudgetLimit::Verdict;
    const Verdict wanted[] = {Verdict::partial, Verdict::not_assessed, Verdict::over,
                              Verdict::within,  Verdict::within,       Verdict::within};
    REQUIRE(found->limits.size() == std::size(wanted));
    for (std::size_t i = 0; i < std::size(wanted); ++i) {
        INFO(found->limits[i].of);
        CHECK(found->limits[i].verdict == wanted[i]);
        CHECK_FALSE(found->limits[i].change);
    }
    CHECK(found->limits[0].reason == "counts only what is assessed: it lacks a.embodied");
    CHECK(*found->limits[4].value == nearly(0.3));
    CHECK(found->failed() == 3);
}

TEST_CASE("a percentile of the drawn result") {
    const Folder folder;
    // Uniform from 400 to 600 g, so P95 is 590 g: 590 kg + 100.
    folder.write("s.yaml",
                 scenario("{intensity: {value: 500 gCO2e/kWh, uncertainty: {distribution: uniform, low: "
                          "400 gCO2e/kWh, high: 600 gCO2e/kWh}}}",
                          "1", "1000 kWh"));
    const std::string budget =
        "lca_budget: 1\nscenario: s.yaml\nlimits: [{of: total, percentile: 95, at_most: 680 kgCO2e}, "
        "{of: total, percentile: 50, at_most: 610 kgCO2e}, {of: a.embodied, percentile: 95, at_most: 100 "
        "kgCO2e}]\n";
    Session session(embedded_catalogue());
    const std::optional<BudgetCheck> found =
        check_budget(session, {.file = folder.write("budget.yaml", budget)});
    REQUIRE(found);
    // 100,000 draws: the standard error of P95 is 200 × sqrt(0.95 × 0.05 / 1e5) = 0.14 kg.
    CHECK(std::fabs(*found->limits[0].value - 690) < 4 * 0.14);
    CHECK(found->limits[0].verdict == BudgetLimit::Verdict::over);
    CHECK(found->limits[1].verdict == BudgetLimit::Verdict::within);
    CHECK(found->limits[2].verdict == BudgetLimit::Verdict::within);  // certain: the point value
    CHECK(nlohmann::json::parse(json_of(*found))["failed"] == 1);
}

TEST_CASE("a percentile of what some draws do not have is not assessed") {
    const Folder folder;
    std::string text = scenario("{intensity: 500 gCO2e/kWh}", "1", "1000 kWh");
    const std::string requests = "requests: 1000 request";
    text.replace(
        text.find(requests), requests.size(),
        "requests: {value: 1000 request, uncertainty: {distribution: discrete, values: [0 request, 1000 "
        "request], weights: [1, 1]}}");
    folder.write("s.yaml", text);
    Session session(embedded_catalogue());
    const std::optional<BudgetCheck> found = check_budget(
        session, {.file = folder.write("budget.yaml",
                                       "lca_budget: 1\nscenario: s.yaml\nlimits: [{of: "
                                       "total.per_request, percentile: 95, at_most: 1 kgCO2e/request}]\n")});
    INFO(session.messages());
    REQUIRE(found);
    CHECK(found->limits[0].verdict == BudgetLimit::Verdict::not_assessed);
    CHECK(found->limits[0].reason.find("of the samples have no such figure") != std::string::npos);
}
