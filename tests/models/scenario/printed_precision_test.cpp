// Half a unit of the last digit as printed. Expected values follow from the digits by hand.

#include <doctest/doctest.h>

#include "models/scenario/printed_precision.hpp"

using lca::scenario::printed_precision;

TEST_CASE("the examples of the language") {
    CHECK(printed_precision("153.90") == 0.005);
    CHECK(printed_precision("1.30e6") == 5e3);
    CHECK(printed_precision("300") == 0.5);
}

TEST_CASE("units, underscores, percent and signs") {
    CHECK(printed_precision("24.69 tCO2e") == doctest::Approx(5.0));   // 0.005 t in kg
    CHECK(printed_precision("433196 kWh") == doctest::Approx(1.8e6));  // 0.5 kWh in J
    CHECK(printed_precision("433_196 kWh") == printed_precision("433196 kWh"));
    CHECK(printed_precision("0.123_4") == 5e-5);
    CHECK(printed_precision("48.9 %") == doctest::Approx(0.0005));
    CHECK(printed_precision("-3.5") == 0.05);
    CHECK(printed_precision("5e-3") == 5e-4);
    CHECK(printed_precision("1.5E+2") == 5);
}

TEST_CASE("of several terms the last is the finest") {
    CHECK(printed_precision("118 d 5 h 41 min") == 30);  // half a minute
    CHECK(printed_precision("2 d 3.5 h") == 180);        // 0.05 h
}
