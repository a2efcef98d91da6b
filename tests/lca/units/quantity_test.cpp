// Units and quantities that are read, and to what.

#include <doctest/doctest.h>

#include <string>

#include "lca/units/quantity.hpp"

namespace {

lca::Quantity read(std::string_view text) {
    auto parsed = lca::parse_quantity(text);
    if (auto* fault = std::get_if<lca::TextFault>(&parsed)) FAIL(std::string(text) << ": " << fault->message);
    return std::get<lca::Quantity>(parsed);
}

lca::Dimension dimension(std::string_view unit) {
    auto parsed = lca::parse_unit(unit);
    if (auto* fault = std::get_if<lca::TextFault>(&parsed)) FAIL(std::string(unit) << ": " << fault->message);
    return std::get<lca::UnitText>(parsed).dimension;
}

}  // namespace

TEST_CASE("a number and a unit give the value in base units") {
    CHECK(read("400 W").value == 400);
    CHECK(read("27 kW").value == 27000);
    CHECK(read("1 kWh").value == 3.6e6);
    CHECK(read("6 yr").value == 6.0 * 365 * 24 * 3600);
    CHECK(read("1082990 GPU*h").value == 1082990.0 * 3600);
    CHECK(read("1_082_990 GPU*h").value == 1082990.0 * 3600);
    CHECK(read("826 mm2").value == 826e-6);
    CHECK(read("1.5 TB").value == 1.5e12);
    CHECK(read("312 TFLOP/s").value == 3.12e14);
    CHECK(read("3 lb").value == doctest::Approx(1.36077711).epsilon(1e-15));
    CHECK(read("24.69 tCO2e").value == 24690);
    CHECK(read("-5 kgCO2e").value == -5);
    CHECK(read("5.1e-3 kgSbe").value == 5.1e-3);
}

TEST_CASE("conversions round once") {
    // 57 g per 3.6e6 J is 57 / 3.6e9 kg/J; the nearest double of that quotient, not of a product of rounded
    // factors.
    CHECK(read("57 gCO2e/kWh").value == 57.0 / 3.6e9);
    CHECK(read("29 %").value == 0.29);
    CHECK(read("57 %").value == 0.57);
    CHECK(read("7 g").value == 0.007);
    CHECK(read("1.1 mL").value == 1.1e-6);
    CHECK(read("57 gCO2e/kWh").value == read("0.057 kgCO2e/kWh").value);
}

TEST_CASE("what was written is kept") {
    lca::Quantity q = read("57 gCO2e/kWh");
    CHECK(q.written == 57);
    CHECK(q.unit.text == "gCO2e/kWh");
    CHECK(q.unit.factor == 1 / 3.6e9);
    CHECK(q.terms == 1);
    CHECK_FALSE(q.bare);
    CHECK_FALSE(q.unit.percent);
    q = read("85 %");
    CHECK(q.unit.percent);
    CHECK(q.value == 0.85);
    CHECK(q.unit.dimension.dimensionless());
    CHECK_FALSE(q.bare);
    q = read("1.2");
    CHECK(q.bare);
    CHECK(q.value == 1.2);
    CHECK(q.unit.text.empty());
    CHECK(q.unit.factor == 1);
}

TEST_CASE("one space or none stands between number and unit") {
    CHECK(read("400W").value == 400);
    CHECK(read("85%").value == 0.85);
    CHECK(read("1e3W").value == 1000);
    CHECK(read("1.5e-3kgCO2e").value == 1.5e-3);
}

TEST_CASE("times are written in several terms") {
    lca::Quantity q = read("118 d 5 h 41 min");
    CHECK(q.value == 118 * 86400 + 5 * 3600 + 41 * 60);
    CHECK(q.terms == 3);
    CHECK(q.unit.text == "d");
    CHECK(q.written == doctest::Approx(118.23680555555556));
    CHECK(read("1 yr 2 wk 3 d 4 h 5 min 6.5 s").value ==
          31536000.0 + 2 * 604800 + 3 * 86400 + 4 * 3600 + 5 * 60 + 6.5);
    CHECK(read("0 d 5 h").value == 18000);
    CHECK(read("5 h 1 d").value == 29 * 3600);
}

TEST_CASE("units multiply, divide and are raised") {
    CHECK(dimension("GPU*h") == dimension("GPU h"));
    CHECK(dimension("GPU*h") == dimension("GPU·h"));
    CHECK(dimension("GPU*h") == dimension("GPU * h"));
    CHECK(dimension("gCO2e/kWh") == dimension("gCO2e / kWh"));
    CHECK(dimension("m^2") == dimension("m2"));
    CHECK(dimension("m2^2") == dimension("m^4"));
    CHECK(dimension("kg*m^2/s^2") == dimension("J"));
    CHECK(dimension("kg*m^2*s^-2") == dimension("J"));
    CHECK(dimension("(kg*m^2)/(s^3)") == dimension("W"));
    CHECK(dimension("((W))") == dimension("W"));
    CHECK(dimension("(m/s)^2") == dimension("m^2/s^2"));
    CHECK(dimension("kgCO2e/(GPU*h)") == dimension("kgCO2e*GPU^-1*h^-1"));
    CHECK(dimension("kgCO2-eq/kWh") == dimension("gCO2e/J"));
    CHECK(dimension("L/L").dimensionless());
    CHECK(dimension("").dimensionless());
    CHECK(dimension("%").dimensionless());
    CHECK(std::get<lca::UnitText>(lca::parse_unit("km^-2")).factor == 1e-6);
    CHECK(std::get<lca::UnitText>(lca::parse_unit("%")).percent);
}

TEST_CASE("sixteen factors and eight brackets are read") {
    CHECK(
        dimension("m*kg*s*GPU*node*request*token*image*user*FLOP*B*W*J*km*g*h").exponent(lca::Base::length) ==
        6);
    CHECK(dimension("((((((((W))))))))") == dimension("W"));
}

TEST_CASE("a value is written in its unit, as short as reads back") {
    auto text = [](std::string_view quantity) {
        return lca::to_text(read(quantity).value, read(quantity).unit);
    };
    CHECK(text("57 gCO2e/kWh") == "57 gCO2e/kWh");
    CHECK(text("0.1 kWh") == "0.1 kWh");
    CHECK(text("85%") == "85 %");
    CHECK(text("1.20") == "1.2");
    CHECK(text("0 kg") == "0 kg");
    CHECK(text("-4.6 tCO2e") == "-4.6 tCO2e");
    CHECK(text("1_082_990 GPU*h") == "1082990 GPU*h");
    CHECK(read(lca::to_text(1.0 / 3, read("1 lb").unit)).value == 1.0 / 3);
    CHECK(text("1.7976931348623157e99") == "1.7976931348623157e+99");
}
