#include "lca/calc/written_unit.hpp"

#include <doctest/doctest.h>

TEST_CASE("a number of an input stands in the unit that it was written in") {
    const lca::Input power{.path = "p", .value = 27'000, .written = 27, .unit = "kW", .unit_factor = 1000};
    CHECK(lca::in_written_unit(-3200, power) == "-3.2 kW");
    CHECK(lca::in_written_unit(27'123.4, power, 3) == "27.1 kW");
    CHECK(lca::with_written_unit("27", power) == "27 kW");
    const lca::Input bare{.path = "pue", .value = 1.2, .written = 1.2};
    CHECK(lca::in_written_unit(1.2, bare) == "1.2");
}
