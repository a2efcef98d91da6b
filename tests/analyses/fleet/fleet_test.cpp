// Which columns give what, and what rows amount to. The command is tested in tests/command/fleet.py.
#include <doctest/doctest.h>

#include <limits>
#include <variant>

#include "analyses/fleet/fleet.hpp"
#include "analyses/fleet/row_source.hpp"
#include "analyses/fleet/totals.hpp"

using namespace lca;

TEST_CASE("fleet: --map names a column, a path and perhaps a unit") {
    const Parsed<FleetColumn> parsed = FleetColumn::parse("GPU time = activities.job.device_time [GPU*h]");
    REQUIRE(std::holds_alternative<FleetColumn>(parsed));
    const auto& column = std::get<FleetColumn>(parsed);
    CHECK(column.column == "GPU time");
    CHECK(column.path == "activities.job.device_time");
    CHECK(column.unit == "GPU*h");
    CHECK(std::get<FleetColumn>(FleetColumn::parse("grid=sites.here.grid")).unit.empty());
    for (const char* wrong : {"energy", "=a.b", "energy=", " = "})
        CHECK(std::holds_alternative<TextFault>(FleetColumn::parse(wrong)));
}

TEST_CASE("fleet: --by names a column, or the months of its dates") {
    CHECK(FleetKey::parse("start:month").column == "start");
    CHECK(FleetKey::parse("start:month").month);
    CHECK(FleetKey::parse("a:b").column == "a:b");
    CHECK_FALSE(FleetKey::parse("month").month);
}

TEST_CASE("fleet: the ten largest rows, of equal ones the first") {
    fleet::Largest largest;
    for (int i = 0; i < 30; ++i) largest.add(i % 15, "row " + std::to_string(i));
    REQUIRE(largest.rows().size() == 10);
    CHECK(largest.rows()[0] == std::pair<double, std::string>{14.0, "row 14"});
    CHECK(largest.rows()[1] == std::pair<double, std::string>{14.0, "row 29"});
    CHECK(largest.rows()[9] == std::pair<double, std::string>{10.0, "row 25"});
    CHECK_FALSE(largest.may_take(10.0));
}

TEST_CASE("fleet: columns in memory are rows of texts that are read as the same numbers") {
    const std::vector<double> numbers = {0.1, 100000000, -0.0, std::numeric_limits<double>::quiet_NaN(),
                                         1e300};
    FleetTable table("<table>",
                     {{.heading = "energy [kWh]", .numbers = numbers},
                      {.heading = "grid", .texts = {" FRA ", "", "DEU", "a,b", "\"q\""}, .is_text = true},
                      {.heading = "unread"}});
    Diagnostics diagnostics;
    const auto rows = fleet::open_rows(table, Pipes::read, 3, diagnostics);
    CHECK(rows->headings() == std::vector<std::string>{"energy [kWh]", "grid", "unread"});
    const std::vector<std::pair<std::string_view, std::string_view>> expected = {
        {"0.1", "FRA"}, {"100000000", ""}, {"-0", "DEU"}, {"", "a,b"}, {"1e+300", "\"q\""}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        REQUIRE(rows->next());
        CHECK(rows->cell(0) == expected[i].first);
        CHECK(rows->cell(1) == expected[i].second);
        CHECK(rows->cell(2).empty());
        CHECK(rows->place(1) == Place{3, static_cast<std::uint32_t>(i + 2), 2});
    }
    CHECK_FALSE(rows->next());
    CHECK(rows->whole());
}
