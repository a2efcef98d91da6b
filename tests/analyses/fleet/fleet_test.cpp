// Which columns give what, and what rows amount to. The command is tested in tests/command/fleet.py.
#include <doctest/doctest.h>

#include <variant>

#include "analyses/fleet/fleet.hpp"
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
