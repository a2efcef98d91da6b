// Texts that are not a quantity: each with its own words, at its place in the text (RELIABILITY group C and
// D).

#include <doctest/doctest.h>

#include <string>

#include "lca/units/quantity.hpp"

namespace {

struct Row {
    const char* text;
    const char* culprit;  // what the fault points at
    const char* message;
    const char* help;  // a part of what was expected or of the hint
};

void check(const Row& row) {
    CAPTURE(std::string(row.text));
    auto parsed = lca::parse_quantity(row.text);
    REQUIRE(std::holds_alternative<lca::TextFault>(parsed));
    const auto& fault = std::get<lca::TextFault>(parsed);
    CHECK(fault.message == row.message);
    REQUIRE(fault.offset <= std::string(row.text).size());
    CHECK(std::string(row.text).substr(fault.offset, fault.length) == row.culprit);
    CHECK((fault.expected + " " + fault.hint).find(row.help) != std::string::npos);
}

}  // namespace

TEST_CASE("grammar of units") {
    const Row rows[] = {
        {"4 kgCO2e/GPU*h", "*h", "more than one unit after `/`", "write `kgCO2e/(GPU*h)`"},
        {"4 kgCO2e/GPU h", " h", "more than one unit after `/`", "write `kgCO2e/(GPU*h)`"},
        {"4 kgCO2e/kWh/h", "/h", "only one `/` is allowed", "write `kgCO2e/(kWh*h)`"},
        {"4 kgCO2e / kWh / h", " / h", "only one `/` is allowed", "one unit or one bracket after `/`"},
        {"3 kg*", "*", "the multiplication sign has nothing after it", "a unit"},
        {"3 kg/", "/", "`/` has nothing after it", "a unit"},
        {"3 /h", "/", "`/` has nothing before it", "`h^-1`"},
        {"3 *h", "*", "the multiplication sign has nothing before it", "a unit"},
        {"3 (kg", "(", "the bracket is never closed", "`)`"},
        {"3 kg)", ")", "`)` closes no bracket", ""},
        {"3 ()", "()", "an empty bracket", "a unit in the bracket"},
        {"3 kWh kWh", "kWh", "the unit `kWh` appears twice", "`kWh^2`"},
        {"3 GPU(h)", "(", "an operator is missing before the bracket", "`*` or `/`"},
        {"3 m**2", "**", "`**` is not an operator of units", "`m^2`"},
        {"3 GPU×h", "×", "`×` is not an operator of units", "`*`"},
        {"3 m^", "^", "`^` has no exponent after it", "`^2`"},
        {"3 m^x", "^", "`^` has no exponent after it", "`^2`"},
        {"3 m^0", "^0", "the exponent of a unit is out of range", "from 1 to 9"},
        {"3 m^10", "^10", "the exponent of a unit is out of range", "from 1 to 9"},
        {"3 m^99999999999999999999", "^99999999999999999999", "the exponent of a unit is out of range",
         "from 1 to 9"},
        {"3 m^0.5", "^0", "the exponent of a unit is out of range", "whole"},
        {"3 m^2^3", "^", "exponents cannot be nested", "a single exponent"},
        {"3 ^2", "^", "`^` follows no unit that it could raise", ""},
        {"5 m/2", "2", "a number inside the unit", "`h^-1`"},
        {"3 kgCO2e*kgSbe", "kgCO2e*kgSbe",
         "the unit multiplies impacts of different kinds, or has an exponent above 100", ""},
        {"3 kg & m", "&", "`&` has no meaning in a unit", "kWh"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("unknown units say what may have been meant") {
    const Row rows[] = {
        {"3 kw", "kw", "unknown unit `kw`", "case matters: write `kW`"},
        {"3 GPUh", "GPUh", "unknown unit `GPUh`", "write `GPU*h`"},
        {"3 GPU hours", "hours", "unknown unit `hours`", "write `GPU h`"},
        {"3 kgCO2", "kgCO2", "unknown unit `kgCO2`", "CO2 is one gas, CO2e all greenhouse gases"},
        {"3 kg CO2e", "CO2e", "unknown unit `CO2e`", "without a space: write `kgCO2e`"},
        {"57 g CO2e/kWh", "CO2e", "unknown unit `CO2e`", "write `gCO2e/kWh`"},
        {"166 gCO2/kWh", "gCO2", "unknown unit `gCO2`", "write `gCO2e/kWh` if equivalents are meant"},
        {"166 t CO2/yr", "CO2", "unknown unit `CO2`", "write `tCO2e/yr` if equivalents are meant"},
        {"130 gCO2e/M tokens", "M", "unknown unit `M`", "write `gCO2e/Mtokens`"},
        {"4 kgCO2e/GPUh", "GPUh", "unknown unit `GPUh`", "write `kgCO2e/(GPU*h)`"},
        {"3 gCO2e/kWhh", "kWhh", "unknown unit `kWhh`", "write `gCO2e/(kWh*h)`"},
        {"3 tons", "tons", "unknown unit `tons`", "907.18474 kg (US)"},
        {"3 M", "M", "unknown unit `M`", "a prefix alone is not a unit"},
        {"3 mo", "mo", "unknown unit `mo`", "`30 d`"},
        {"3 m²", "m²", "unknown unit `m²`", "`m2`"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("numbers, spaces and percent") {
    const Row rows[] = {
        {"", "", "the value is missing", "a number and a unit"},
        {"kg 3", "kg", "the unit comes before its number", "the number first"},
        {"%5", "%", "`%` comes before its number", "the number first"},
        {"5 %%", "%%", "`%` appears twice", "a single `%`"},
        {"5 % h", "%", "`%` is written once, right after its number, without another unit", ""},
        {"5  kg", " ", "a space too many in the unit", "one space or none"},
        {"5 kg ", " ", "a space after the unit", ""},
        {"5 ", " ", "a space after the number", ""},
        {" 5 kg", " ", "white space before the number", "a number and a unit"},
        {"5\tkg", "\t", "white space other than an ordinary space: U+0009 (tab)", "an ordinary space"},
        {"high", "high", "`high` is not a number", ""},
        {"1 000 kg", " ", "a space inside a number, or a unit is missing", "`_`"},
        // A prefix with nothing after it, found by fuzzing: the metre is not meant.
        {"5 milli", "milli", "unknown unit `milli`", ""},
        {"118 d milli", "milli", "unknown unit `milli`", ""},
        {"5 kilo/s", "kilo", "unknown unit `kilo`", ""},
        {"1e308 TWh", "1e308 TWh", "the value is out of range: too large", "J"},
        {"1e-300 nm^9", "1e-300 nm^9", "the value is out of range: too small", ""},
        // A square of it, or a sum of a billion of it, must be a number, too.
        {"1.1e100 J", "1.1e100 J", "the value is out of range: too large", "1e-100 to 1e100 J"},
        {"-1.1e100", "-1.1e100", "the value is out of range: too large", "0, or a magnitude"},
        {"0.9e-100 J", "0.9e-100 J", "the value is out of range: too small", "1e-100 to 1e100 J"},
    };
    for (const Row& row : rows) check(row);
    auto no_break = lca::parse_quantity("5\xC2\xA0kg");
    REQUIRE(std::holds_alternative<lca::TextFault>(no_break));
    CHECK(std::get<lca::TextFault>(no_break).message.find("white space other than an ordinary space") == 0);
    CHECK(std::get<lca::TextFault>(no_break).length == 2);
    for (const char* text :
         {"inf kg", "nan", ".inf W", "1e400 W", "0x10 kg", "010 kg", "1,5 kg", "1e-400 W", "--1 W"}) {
        CAPTURE(text);
        CHECK(std::holds_alternative<lca::TextFault>(lca::parse_quantity(text)));
    }
}

TEST_CASE("durations") {
    const Row rows[] = {
        {"5 kg 3 kg", "kg", "only times are written in several terms", "one number and one unit"},
        {"1 d 2 kWh", "kWh", "only times are written in several terms", "one number and one unit"},
        {"1 h 1 h", "h", "a unit appears twice in this duration", "each unit once"},
        {"2 d 3 h 1 d", "d", "a unit appears twice in this duration", "each unit once"},
        {"1 d 12", "1", "this number has no unit", "terms with units"},
        {"1 d -2 h", "-", "a sign inside a duration of several terms", "without signs"},
        {"1:30", "1:30", "`1:30` may be hours and minutes or minutes and seconds", "terms with units"},
        {"P1D", "P1D", "a duration is not written `P1D` here", "terms with units"},
        {"PT12H", "PT12H", "a duration is not written `PT12H` here", "terms with units"},
        {"1d12h", "1d12h", "terms of a duration are separated by a space", "terms with units"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("limits hold before any work is done") {
    auto fault = [](const std::string& text) {
        auto parsed = lca::parse_unit(text);
        REQUIRE(std::holds_alternative<lca::TextFault>(parsed));
        return std::get<lca::TextFault>(parsed).message;
    };
    CHECK(fault(std::string(100'000, 'h')) == "the unit text is too long (100000 bytes)");
    CHECK(fault(std::string(20'000, '(')) == "the unit text is too long (20000 bytes)");
    CHECK(fault(std::string(9, '(') + "W" + std::string(9, ')')) == "brackets more than 8 deep in a unit");
    CHECK(fault("m*kg*s*GPU*node*request*token*image*user*FLOP*B*W*J*km*g*h*d") ==
          "more than 16 factors in a unit");
    CHECK(fault("TB^9*PB^9*GB^9") == "the unit is out of range");
    auto quantity = lca::parse_quantity("5 " + std::string(1'000'000, '('));
    REQUIRE(std::holds_alternative<lca::TextFault>(quantity));
    CHECK(std::get<lca::TextFault>(quantity).message == "the value is too long (1000002 bytes)");
}
