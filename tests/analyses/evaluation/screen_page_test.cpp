// The page that fits on a screen, of scenarios worked out by hand.
#include <doctest/doctest.h>

#include <algorithm>

#include "analyses/evaluation/evaluation.hpp"
#include "models/catalog/embedded.hpp"

using namespace lca;

namespace {

/// 100 kWh, uniform from 90 to 110, at 1 kgCO2e/kWh; 50 kg embodied, 50 kWh idle.
constexpr const char* uncertain = R"(lca: 1
title: Uncertain
parameters: {used: {value: 100 kWh, uncertainty: {distribution: uniform, low: 90 kWh, high: 110 kWh}}}
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}
activities:
  run: {stage: training, site: s, dynamic: {energy: =used}, idle: {energy: 50 kWh}, embodied: {value: 50 kgCO2e}}
outputs: {half: =total / 2}
)";

std::string screen(const char* text) {
    Session session(embedded_catalogue());
    const auto found = evaluate(session, {.path = "t.yaml", .text = text}, {});
    REQUIRE_MESSAGE(found, session.messages());
    return write_text(page_of(*found), {});
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// The file with so many activities of 1 kg, 2 kg, … each.
std::string with_activities(int count) {
    std::string text =
        "lca: 1\ntitle: t\nsites: {s: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}\nactivities:\n";
    for (int i = 1; i <= count; ++i) {
        text += "  a" + std::to_string(i) +
                ": {stage: training, site: s, idle: none, embodied: none, dynamic: {energy: " +
                std::to_string(i) + " kWh}}\n";
    }
    return text;
}

}  // namespace

TEST_CASE("the headline: total, 90 % interval, electricity, and what electricity alone would be") {
    const std::string page = screen(uncertain);
    INFO(page);
    // P5 and P95 of a uniform are 91 and 109 kWh; with 100 kg that do not vary 191 and 209, by draws with a
    // standard error of 20 sqrt(0.05 * 0.95 / 4096) = 0.07.
    CHECK(holds(page, "\n200 kgCO2e (191 to 209), 150 kWh, 2 × the training electricity alone\n"));
    CHECK(holds(page, "\ns: 1000 gCO2e/kWh, PUE 1\n"));
    CHECK(holds(page, "1 uncertain: --details lists them with sources\n"));
    CHECK(holds(page, "half  100 kgCO2e\n"));
    // Half of the total each; the longest bar is 24 characters.
    CHECK(holds(page, "embodied      50  25.0 %    0  ████████████\n"));
    CHECK(holds(page, "dynamic      100  50.0 %  100  ████████████████████████\n"));
}

TEST_CASE("three digits, and more where the interval supports them") {
    std::string text = uncertain;
    const auto put = [&text](const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    };
    put("low: 90 kWh", "low: 99.9 kWh");
    put("high: 110 kWh", "high: 100.1 kWh");
    // 199.91 to 200.09: half of it is 0.09, a tenth of that 0.009, so hundredths.
    CHECK(holds(screen(text.c_str()), "\n200.00 kgCO2e (199.91 to 200.09), 150 kWh"));
}

TEST_CASE("many activities: the largest few, and the others in one row") {
    const std::string page = screen(with_activities(9).c_str());
    INFO(page);
    // 1 + 2 + … + 9 = 45; the others are 1 + 2 + 3 + 4 = 10 of them.
    CHECK(holds(page, "\n45 kgCO2e, 45 kWh\n"));
    CHECK(holds(page, "\na9  "));
    CHECK(holds(page, "\na5  "));
    CHECK_FALSE(holds(page, "\na4  "));
    CHECK(holds(page, "4 others"));
    CHECK(holds(page, " 22.2 %"));
}

TEST_CASE("what is not assessed: said once in the headline, and one line a reason") {
    const std::string page = screen(R"(lca: 1
title: t
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}
activities: {run: {stage: training, site: s, dynamic: {energy: 10 kWh}, embodied: none, idle: not_assessed}}
)");
    INFO(page);
    CHECK(holds(page, "\n10 kgCO2e, counting only what is assessed, 10 kWh"));
    CHECK(holds(page, "idle      not assessed"));
    CHECK(holds(page, "Not assessed\n  run.idle"));
    const std::string said = "only what is assessed";
    CHECK(page.find(said) == page.rfind(said));
    CHECK_FALSE(holds(page, " *"));
}

TEST_CASE("the page of a study fits in 24 lines of 80 columns") {
    Session session(embedded_catalogue());
    const auto found = evaluate(session, {.path = "scenarios/papers/bloom/training.yaml"}, {});
    REQUIRE_MESSAGE(found, session.messages());
    const std::string page = write_text(page_of(*found), {});
    INFO(page);
    CHECK(std::count(page.begin(), page.end(), '\n') <= 24);
    CHECK(holds(page, "50.5 tCO2e (48.5 to 54.0), 690 MWh, 2.05 × the training electricity alone\n"));
    CHECK(holds(page, "idris: 57 gCO2e/kWh, PUE 1 · 48 nodes of 8 × A100 SXM4 80GB · 6 yr, 85 % in use\n"));
}
