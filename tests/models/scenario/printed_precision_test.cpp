// Half a unit of the last digit as printed. Expected values follow from the digits by hand.

#include <doctest/doctest.h>

#include "models/scenario/printed_precision.hpp"

using lca::scenario::half_last_digit;

TEST_CASE("the examples of the language") {
    CHECK(half_last_digit("153.90") == 0.005);
    CHECK(half_last_digit("1.30e6") == 5e3);
    CHECK(half_last_digit("300") == 0.5);
}

TEST_CASE("units, underscores, percent and signs") {
    CHECK(half_last_digit("24.69 tCO2e") == doctest::Approx(5.0));   // 0.005 t in kg
    CHECK(half_last_digit("433196 kWh") == doctest::Approx(1.8e6));  // 0.5 kWh in J
    CHECK(half_last_digit("433_196 kWh") == half_last_digit("433196 kWh"));
    CHECK(half_last_digit("0.123_4") == 5e-5);
    CHECK(half_last_digit("48.9 %") == doctest::Approx(0.0005));
    CHECK(half_last_digit("-3.5") == 0.05);
    CHECK(half_last_digit("5e-3") == 5e-4);
    CHECK(half_last_digit("1.5E+2") == 5);
}

TEST_CASE("of several terms the last is the finest") {
    CHECK(half_last_digit("118 d 5 h 41 min") == 30);  // half a minute
    CHECK(half_last_digit("2 d 3.5 h") == 180);        // 0.05 h
}
