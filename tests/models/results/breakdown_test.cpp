#include "models/results/breakdown.hpp"

#include <doctest/doctest.h>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/evaluate.hpp"
#include "models/results/scopes.hpp"

#include "models/compile/run_text.hpp"

using lca::BreakdownKey;
using lca::test::run;

namespace {

// A grid of 1 kgCO2e/kWh, PUE 1. A cluster of 2 nodes draws 1 kW idle over a period of 100 h: 100 kg. Two
// jobs take it for 30 h and 50 h: with `owner` they carry 30 and 50 kg, and 20 kg is unallocated. Drawn: 7
// and 11 kWh in lines of one name, and 5 kWh in another; embodied 13 kg stated once, the other job's is left
// open. A third job is in no sum.
constexpr std::string_view body = R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
systems:
  cluster: {site: here, nodes: 2 node, node: [{hardware: box}], lifetime: 5 yr, period: 100 h, idle: {power: 1 kW},
            allocate: owner}
hardware: {box: {kind: server}}
activities:
  first: {stage: training, system: cluster, node_time: 60 node*h, embodied: {value: 13 kgCO2e},
          dynamic: {chips: {energy: 7 kWh}, fans: {energy: 5 kWh}}}
  second: {stage: inference, system: cluster, node_time: 100 node*h, embodied: not_assessed,
           dynamic: {chips: {energy: 11 kWh}}}
  third: {stage: other, site: here, include: false, embodied: none, idle: none, dynamic: {energy: 1000 kWh}}
)";

/// A recording broken down, in base units.
struct BrokenDown : lca::Assessment {
    std::vector<lca::BreakdownItem> parts;
    std::vector<double> values;

    BrokenDown(const lca::Assessment& of, BreakdownKey by)
        : Assessment(of), parts(lca::break_down(*this, by)) {
        values = lca::evaluate(calculation);
    }
    const lca::Result* row(std::string_view name) const {
        for (const lca::BreakdownItem& part : parts) {
            if (part.name == name) return results.find(part.result);
        }
        return nullptr;
    }
    double kg(std::string_view name) const {
        const lca::Result* found = row(name);
        if (!found) return -2;
        const lca::StepId step = found->steps[lca::index_of::climate];
        return step == lca::no_step ? -1 : values[step];
    }
    double sum(std::size_t measure) const {
        double total = 0;
        for (const lca::BreakdownItem& part : parts) {
            const lca::StepId step = results.find(part.result)->steps[measure];
            if (step != lca::no_step) total += values[step];
        }
        return total;
    }
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const lca::BreakdownItem& part : parts) all.push_back(part.name);
        return all;
    }
};

// 365 kg a day in 2023 and none of it known otherwise; the days of 2024 are 366. `late` starts at 18:00 of
// its own zone on 31 December 2023 and lasts for a day: 6 h of 24 in 2023. `long` lasts from the start of
// 2023 for two years of 365 days, so that its last day is in 2024 and 30 December; `open` has no duration,
// `never` no start.
constexpr std::string_view dated = R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
activities:
  late: {stage: other, site: here, start: "2023-12-31T18:00:00+09:00", duration: 1 d, embodied: {value: 24 kgCO2e},
         idle: none, dynamic: {energy: 48 kWh}}
  long: {stage: other, site: here, start: "2023-01-01T00:00Z", duration: 730 d, embodied: none, idle: none,
         dynamic: {energy: 730 kWh}}
  open: {stage: other, site: here, start: "2023-01-01T00:00Z", embodied: none, idle: none, dynamic: {energy: 5 kWh}}
  never: {stage: other, site: here, duration: 1 d, embodied: not_assessed, idle: none, dynamic: {energy: 7 kWh}}
  out: {stage: other, site: here, include: false, start: "2020-01-01T00:00Z", duration: 1 d, embodied: none, idle: none,
        dynamic: {energy: 1000 kWh}}
)";

}  // namespace

TEST_CASE("parts of the total by each key") {
    const auto done = run(body);
    REQUIRE_MESSAGE(done.result, done.messages);
    const lca::Assessment& whole = done.result->assessment();
    const BrokenDown activities(whole, BreakdownKey::activity);
    CHECK(activities.parts.size() == 3);
    CHECK(activities.kg("first") == doctest::Approx(13 + 30 + 12));
    CHECK(activities.kg("second") == doctest::Approx(50 + 11));
    CHECK(activities.kg("unallocated") == doctest::Approx(20));
    const BrokenDown stages(whole, BreakdownKey::stage);
    CHECK(stages.kg("training") == doctest::Approx(55));
    CHECK(stages.kg("inference") == doctest::Approx(61));
    CHECK(stages.kg("unallocated") == doctest::Approx(20));
    const BrokenDown phases(whole, BreakdownKey::phase);
    CHECK(phases.parts.size() == 3);
    CHECK(phases.kg("embodied") == doctest::Approx(13));
    CHECK(phases.kg("idle") == doctest::Approx(100));
    CHECK(phases.kg("dynamic") == doctest::Approx(23));
    const BrokenDown lines(whole, BreakdownKey::line);
    CHECK(lines.kg("dynamic.chips") == doctest::Approx(18));
    CHECK(lines.kg("dynamic.fans") == doctest::Approx(5));
    CHECK(lines.kg("embodied") == doctest::Approx(13));
    CHECK(lines.kg("idle") == doctest::Approx(80));
    CHECK(lines.kg("idle.unallocated") == doctest::Approx(20));
    const BrokenDown years(whole, BreakdownKey::year);
    CHECK(years.names() == std::vector<std::string>{"undated"});
    CHECK(years.kg("undated") == doctest::Approx(136));
}

TEST_CASE("the parts of a shared system over its period add up to the total, by any key") {
    const auto done = run(body);
    REQUIRE_MESSAGE(done.result, done.messages);
    for (const BreakdownKey by :
         {BreakdownKey::activity, BreakdownKey::stage, BreakdownKey::phase, BreakdownKey::line,
          BreakdownKey::life_cycle_stage, BreakdownKey::year, BreakdownKey::month}) {
        const BrokenDown parts(done.result->assessment(), by);
        CHECK(parts.sum(lca::index_of::climate) == doctest::Approx(136).epsilon(1e-14));
        CHECK(parts.sum(lca::energy_measure) == doctest::Approx(123 * 3.6e6).epsilon(1e-14));
    }
}

TEST_CASE("a part of which something is not assessed says so") {
    const auto done = run(body);
    REQUIRE_MESSAGE(done.result, done.messages);
    const BrokenDown lines(done.result->assessment(), BreakdownKey::line);
    const lca::Results& results = lines.results;
    CHECK(results.has_gap(*lines.row("embodied"), lca::index_of::climate));
    CHECK_FALSE(results.has_gap(*lines.row("dynamic.chips"), lca::index_of::climate));
    CHECK(results.gaps_of(*lines.row("embodied"), lca::index_of::climate).size() == 1);
    CHECK(lines.row("embodied")->steps[lca::index_of::water] == lca::no_step);
    lca::Assessment copy = done.result->assessment();
    CHECK_THROWS_AS(lca::break_down(copy, BreakdownKey::impact), std::logic_error);
}

TEST_CASE("years and months: time as the clocks of each activity count it") {
    const auto done = run(dated);
    REQUIRE_MESSAGE(done.result, done.messages);
    const lca::Assessment& whole = done.result->assessment();
    const BrokenDown years(whole, BreakdownKey::year);
    CHECK(years.names() == std::vector<std::string>{"2023", "2024", "undated"});
    CHECK(years.kg("2023") == doctest::Approx(72 * 0.25 + 365).epsilon(1e-14));
    CHECK(years.kg("2024") == doctest::Approx(72 * 0.75 + 365).epsilon(1e-14));
    CHECK(years.kg("undated") == doctest::Approx(12).epsilon(1e-14));
    const lca::Results& results = years.results;
    CHECK(results.has_gap(*years.row("undated"), lca::index_of::climate));
    CHECK_FALSE(results.has_gap(*years.row("2023"), lca::index_of::climate));
    const BrokenDown months(whole, BreakdownKey::month);
    CHECK(months.parts.size() == 25);
    CHECK(months.kg("2023-02") == doctest::Approx(28).epsilon(1e-14));
    CHECK(months.kg("2024-02") == doctest::Approx(29).epsilon(1e-14));
    CHECK(months.kg("2024-12") == doctest::Approx(30).epsilon(1e-14));  // the leap day took one
    CHECK(months.sum(lca::index_of::climate) == doctest::Approx(72 + 730 + 12).epsilon(1e-13));
    // The rows of the recording itself keep their values.
    const std::vector<double> before = lca::evaluate(whole.calculation);
    CHECK(std::equal(before.begin(), before.end(), years.values.begin()));
}

TEST_CASE("years: an uncertain duration may end after the last year") {
    const auto done = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
activities:
  job: {stage: other, site: here, start: "2023-07-02T00:00Z", embodied: none, idle: none, dynamic: {energy: 100 kWh},
        duration: {value: 183 d, uncertainty: {distribution: uniform, low: 100 d, high: 400 d}}}
)");
    REQUIRE_MESSAGE(done.result, done.messages);
    const BrokenDown years(done.result->assessment(), BreakdownKey::year);
    CHECK(years.names() == std::vector<std::string>{"2023", "later"});
    CHECK(years.kg("2023") == 100);  // 2 July to 31 December: 183 days
    CHECK(years.kg("later") == 0);
    std::size_t input = 0;
    while (years.calculation.inputs()[input].path != "activities.job.duration") ++input;
    const std::vector<double> lengths = {100 * 86'400.0, 366 * 86'400.0};
    const std::vector<lca::Column> columns = {{input, lengths}};
    const std::vector<lca::StepId> steps = {years.row("2023")->steps[0], years.row("later")->steps[0]};
    const std::vector<double> found = lca::evaluate(years.calculation, columns, 2, steps);
    CHECK(found[0] == doctest::Approx(100));
    CHECK(found[1] == doctest::Approx(50));  // half of 366 days
    CHECK(found[2] == 0);
    CHECK(found[3] == doctest::Approx(50));
}

TEST_CASE("years: so many that nobody would read them are refused") {
    const auto done = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
activities:
  job: {stage: other, site: here, start: "2023-07-02T00:00Z", embodied: none, idle: none, dynamic: {energy: 100 kWh},
        duration: 150 yr}
)");
    REQUIRE_MESSAGE(done.result, done.messages);
    lca::Assessment copy = done.result->assessment();
    CHECK_THROWS_AS(lca::break_down(copy, BreakdownKey::month), lca::InputError);
    copy = done.result->assessment();
    CHECK(lca::break_down(copy, BreakdownKey::year).size() == 151);
}

TEST_CASE(
    "by life-cycle stage: electricity is the use, and what is not broken down by stage is an item of its "
    "own") {
    // A period of a fifth of the lives, of which nobody carries half: the box 16 + 4, the fan 6 of one stage,
    // the rack 10; 100 bought. 17 kWh drawn, and 4 kWh idle.
    const auto done = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware:
  box: {kind: server, lifetime: 10 h, embodied: {manufacturing: 80 kgCO2e, transport: 20 kgCO2e}}
  fan: {kind: other, lifetime: 10 h, embodied: {manufacturing: 30 kgCO2e}}
  rack: {kind: other, lifetime: 10 h, embodied: 50 kgCO2e}
systems:
  cluster: {site: here, nodes: 1 node, node: [{hardware: box}, {hardware: fan}, {hardware: rack}], period: 2 h,
            idle: {power: 2 kW}, allocate: owner}
activities:
  bought: {stage: other, site: here, embodied: {value: 100 kgCO2e}, dynamic: none, idle: none}
  job: {stage: training, system: cluster, node_time: 1 node*h, dynamic: {energy: 17 kWh}}
  apart: {stage: other, system: cluster, node_time: 0 node*h, include: false, dynamic: {energy: 9 kWh}}
)");
    REQUIRE_MESSAGE(done.result, done.messages);
    const BrokenDown stages(done.result->assessment(), BreakdownKey::life_cycle_stage);
    CHECK(stages.names() == std::vector<std::string>{"manufacturing", "transport", "use", "end_of_life",
                                                     "embodied.not_by_stage"});
    CHECK(stages.kg("manufacturing") == doctest::Approx(16 + 6));
    CHECK(stages.kg("transport") == doctest::Approx(4));
    CHECK(stages.kg("use") == doctest::Approx(17 + 4));
    CHECK(stages.kg("end_of_life") == -1);  // not assessed
    CHECK(stages.kg("embodied.not_by_stage") == doctest::Approx(110));
    CHECK(stages.sum(lca::index_of::climate) == doctest::Approx(done.kg("total")).epsilon(1e-14));
    const lca::Results& results = stages.results;
    CHECK_FALSE(results.has_gap(*stages.row("manufacturing"), lca::index_of::climate));
    CHECK(results.has_gap(*stages.row("transport"), lca::index_of::climate));  // the fan's
}

namespace {

// One grid of 0.5 kg by place and 0.1 kg by contract. 40 kWh dynamic and 10 kWh idle: 20 kg and 5 kg, 4 kg
// and 1 kg by contract; made 30 kg. The excluded activity is in no sum.
constexpr std::string_view scoped = R"(
sites: {here: {grid: {intensity: 500 gCO2e/kWh}, market_intensity: 100 gCO2e/kWh}}
activities:
  job: {stage: training, site: here, embodied: {value: 30 kgCO2e}, dynamic: {energy: 40 kWh}, idle: {energy: 10 kWh}}
  apart: {stage: other, site: here, include: false, embodied: none, idle: none, dynamic: {energy: 7 kWh}}
)";

}  // namespace

TEST_CASE("by scope: an owner's electricity is scope 2, what was made scope 3, category 2") {
    const auto done = run("role: owner" + std::string(scoped));
    REQUIRE_MESSAGE(done.result, done.messages);
    const BrokenDown scopes(done.result->assessment(), BreakdownKey::scope);
    CHECK(scopes.names() == std::vector<std::string>{"scope_2", "scope_3.category_2"});
    CHECK(scopes.kg("scope_2") == doctest::Approx(25));
    CHECK(scopes.kg("scope_3.category_2") == doctest::Approx(30));
    CHECK(scopes.sum(lca::index_of::climate) == doctest::Approx(done.kg("total")));
    CHECK(scopes.sum(lca::market_measure) == doctest::Approx(5 + 30));  // beside it, not in it
}

TEST_CASE("by scope: to a customer all of it is scope 3, category 1") {
    const auto done = run("role: customer" + std::string(scoped));
    REQUIRE_MESSAGE(done.result, done.messages);
    const BrokenDown scopes(done.result->assessment(), BreakdownKey::scope);
    CHECK(scopes.names() == std::vector<std::string>{"scope_3.category_1"});
    CHECK(scopes.kg("scope_3.category_1") == doctest::Approx(55));
}

TEST_CASE("by scope: without a role there are no scopes") {
    const auto done = run(scoped);
    REQUIRE_MESSAGE(done.result, done.messages);
    lca::Assessment copy = done.result->assessment();
    CHECK_THROWS_AS(lca::break_down(copy, BreakdownKey::scope), lca::InputError);
}

TEST_CASE("by scope: what nobody carries of an owner's system is in the same scopes") {
    const auto done = run("role: owner" + std::string(body));
    REQUIRE_MESSAGE(done.result, done.messages);
    const BrokenDown scopes(done.result->assessment(), BreakdownKey::scope);
    CHECK(scopes.kg("scope_2") == doctest::Approx(100 + 7 + 5 + 11));  // idle: all 100 kg
    CHECK(scopes.kg("scope_3.category_2") == doctest::Approx(13));
}

namespace {

// 95 kWh delivered at 400 g, of what is generated 5 % is lost: 95 x 0.4 / 0.95 = 40 kg, 2 kg of them lost.
std::string with_losses(const std::string& basis, const std::string& upstream) {
    return "role: owner\nsites: {hall: {grid: {intensity: 400 gCO2e/kWh, basis: " + basis + ", losses: 5 %}" +
           upstream + R"(, market_intensity: 100 gCO2e/kWh}}
activities:
  job: {stage: training, site: hall, embodied: {value: 30 kgCO2e}, idle: none,
        dynamic: {chips: {energy: 90 kWh}, fans: {energy: 5 kWh}}}
)";
}

}  // namespace

TEST_CASE("by scope: what an owner's grid loses is category 3, and the scopes add up to the total") {
    const auto done = run(with_losses("combustion", ", upstream_intensity: 60 gCO2e/kWh"));
    REQUIRE_MESSAGE(done.result, done.messages);
    const BrokenDown scopes(done.result->assessment(), BreakdownKey::scope);
    CHECK(scopes.names() == std::vector<std::string>{"scope_2", "scope_3.category_2", "scope_3.category_3"});
    CHECK(scopes.kg("scope_2") == doctest::Approx(38));
    CHECK(scopes.kg("scope_3.category_2") == doctest::Approx(30));
    CHECK(scopes.kg("scope_3.category_3") == doctest::Approx(2));
    CHECK(scopes.sum(lca::index_of::climate) == doctest::Approx(done.kg("total")));
    CHECK(scopes.sum(lca::energy_measure) == doctest::Approx(95 * 3.6e6));
    CHECK(scopes.row("scope_3.category_3")->steps[lca::market_measure] == lca::no_step);
    // Upstream of combustion are 95 × 0.06 = 5.7 kg that the total does not contain.
    CHECK(*lca::results::upstream_beside_total(*done.result) == doctest::Approx(5.7));
}

TEST_CASE("by scope: a life-cycle intensity contains what its site states as upstream") {
    const auto done = run(with_losses("life_cycle", ", upstream_intensity: 60 gCO2e/kWh"));
    REQUIRE_MESSAGE(done.result, done.messages);
    const BrokenDown scopes(done.result->assessment(), BreakdownKey::scope);
    CHECK(scopes.kg("scope_2") == doctest::Approx(38 - 5.7));
    CHECK(scopes.kg("scope_3.category_3") == doctest::Approx(2 + 5.7));
    CHECK(scopes.sum(lca::index_of::climate) == doctest::Approx(done.kg("total")));
    CHECK_FALSE(lca::results::upstream_beside_total(*done.result));
}

TEST_CASE("the basis that all grids share") {
    const auto of = [](const std::vector<lca::GridBasis>& bases) {
        const lca::results::CommonBasis found = lca::results::common_basis(bases);
        return found.basis + (found.differ ? " differ" : "");
    };
    const lca::GridBasis burnt{"a", "combustion", "average", "CO2e"},
        whole{"b", "life_cycle", "average", "CO2e"}, unsaid{"c", "unstated", "average", "CO2e"};
    CHECK(of({burnt, burnt}) == "combustion");
    CHECK(of({whole}) == "life_cycle");
    CHECK(of({burnt, whole}) == " differ");
    CHECK(of({burnt, unsaid, whole}) == " differ");
    CHECK(of({burnt, unsaid}).empty());
    CHECK(of({}).empty());
}
