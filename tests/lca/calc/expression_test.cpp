// Expressions: what they mean, which dimensions they have, and what is said of wrong ones.

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "lca/calc/evaluate.hpp"
#include "lca/calc/expression.hpp"
#include "lca/calc/recorder.hpp"
#include "lca/units/quantity.hpp"

namespace {

using lca::Expression;
using lca::TextFault;

struct Value {
    double value = 0;
    lca::Dimension dimension;
};

const std::map<std::string, std::string, std::less<>> names = {
    {"x", "3"},
    {"gpu_time", "10 GPU*h"},
    {"lifetime", "6 yr"},
    {"stage.training.energy", "5 kWh"},
    {"inference.per_request", "2 kgCO2e/request"},
    {"metal", "4 kgSbe"},
    {"zero", "0"},
    {"nodes", "2.5 node"},
    {"min", "8"},
};

std::variant<Value, TextFault> run(std::string_view text) {
    auto parsed = Expression::parse(text);
    if (auto* fault = std::get_if<TextFault>(&parsed)) return *fault;
    lca::Recorder recorder;
    auto resolve = [&](Expression::Name name) -> lca::Parsed<lca::Term> {
        auto found = names.find(name.text);
        if (found == names.end()) return TextFault{0, 1, "unknown name"};
        auto quantity = std::get<lca::Quantity>(lca::parse_quantity(found->second));
        lca::Input input;
        input.value = quantity.value;
        return lca::Term{recorder.input(input), quantity.unit.dimension};
    };
    auto term = std::get<Expression>(parsed).record(recorder, resolve);
    if (auto* fault = std::get_if<TextFault>(&term)) return *fault;
    const auto& result = std::get<lca::Term>(term);
    return Value{recorder.value(result.step), result.dimension};
}

double value(std::string_view text) {
    auto result = run(text);
    if (auto* fault = std::get_if<TextFault>(&result)) FAIL(std::string(text) << ": " << fault->message);
    return std::get<Value>(result).value;
}

std::string dimension(std::string_view text) {
    auto result = run(text);
    if (auto* fault = std::get_if<TextFault>(&result)) FAIL(std::string(text) << ": " << fault->message);
    return name(std::get<Value>(result).dimension);
}

struct Row {
    const char* text;
    const char* culprit;
    const char* message;
    const char* help = "";
};

void check(const Row& row) {
    CAPTURE(std::string(row.text));
    auto result = run(row.text);
    REQUIRE(std::holds_alternative<TextFault>(result));
    const auto& fault = std::get<TextFault>(result);
    CHECK(fault.message == row.message);
    REQUIRE(fault.offset <= std::string_view(row.text).size());
    CHECK(std::string_view(row.text).substr(fault.offset, fault.length) == row.culprit);
    CHECK((fault.expected + " " + fault.hint).find(row.help) != std::string::npos);
}

}  // namespace

TEST_CASE("operators bind as the language says") {
    CHECK(value("1 + 2 * 3") == 7);
    CHECK(value("(1 + 2) * 3") == 9);
    CHECK(value("10 - 4 - 3") == 3);
    CHECK(value("100 / 10 / 5") == 2);
    CHECK(value("100 / 10 * 5") == 50);
    CHECK(value("-2^2") == -4);
    CHECK(value("(-2)^2") == 4);
    CHECK(value("2^3^2") == 512);
    CHECK(value("2^-1") == 0.5);
    CHECK(value("2^-2^2") == 0.0625);  // 2^(-(2^2))
    CHECK(value("-x^2") == -9);
    CHECK(value("2 * -3") == -6);
    CHECK(value("--2") == 2);
    CHECK(value("1 - -1") == 2);
    CHECK(value("x-1") == 2);
    CHECK(value("  ( x )\n+ .5 ") == 3.5);
    CHECK(value("1_000 + 1e3") == 2000);
}

TEST_CASE("functions") {
    CHECK(value("min(3, 1, 2)") == 1);
    CHECK(value("max(3, 1, 2)") == 3);
    CHECK(value("sqrt(16)") == 4);
    CHECK(value("exp(0)") == 1);
    CHECK(value("ln(1)") == 0);
    CHECK(value("log2(8)") == 3);
    CHECK(value("ceil(2.1)") == 3);
    CHECK(value("floor(-2.1)") == -3);
    CHECK(value("max(x, [3 GPU] / [1 GPU])") == 3);
    CHECK(value("min + 1") == 9);  // a name like a function, without a bracket
    CHECK(value("sqrt (16)") == 4);
}

TEST_CASE("literals carry their units, counts do not cancel by themselves") {
    CHECK(value("[400 W/GPU] * gpu_time") == 400.0 * 10 * 3600);
    CHECK(dimension("[400 W/GPU] * gpu_time") == "energy");
    CHECK(dimension("[400 W] * gpu_time") == "energy times accelerators");
    CHECK(dimension("[463 kgCO2e] / [1 GPU]") == "climate change impact per accelerator");
    CHECK(value("[85 %] * 2") == 1.7);
    CHECK(value("[1 d 12 h]") == 36 * 3600);
    CHECK(dimension("stage.training.energy / lifetime") == "power");
    CHECK(dimension("inference.per_request * [5 request]") == "climate change impact");
    CHECK(dimension("sqrt([4 m2])") == "length");
    CHECK(dimension("[4 m2]^0.5") == "length");
    CHECK(dimension("[4 m]^3") == "volume");
    CHECK(dimension("[4 m]^(1 + 1)") == "area");
    CHECK(dimension("[4 h]^-1") == "one per time");
    CHECK(dimension("[4 h]^0") == "no dimension");
    CHECK(value("ceil(nodes)") == 3);
    CHECK(dimension("ceil(nodes)") == "nodes");
    CHECK(value("ceil([90 min] / [1 h])") == 2);
    CHECK(value("x^x") == 27);
    CHECK(value("2^(1/2)") == doctest::Approx(1.4142135623730951).epsilon(1e-15));
}

TEST_CASE("names are reported as written, with their places") {
    std::string text = "a + b_2 * inference.per_request - max(a, outputs.c)";
    auto parsed = Expression::parse(text);
    REQUIRE(std::holds_alternative<Expression>(parsed));
    std::vector<std::string> found;
    for (const auto& name : std::get<Expression>(parsed).names()) {
        CHECK(text.substr(name.offset, name.text.size()) == name.text);
        found.emplace_back(name.text);
    }
    CHECK(found == std::vector<std::string>{"a", "b_2", "inference.per_request", "a", "outputs.c"});
}

TEST_CASE("faults of form point at their place") {
    const Row rows[] = {
        {"", "", "the expression is empty", "gpu_time"},
        {"  ", "  ", "the expression is empty", "gpu_time"},
        {"(1 + 2", "(", "the bracket is never closed", "`)`"},
        {"1 + 2)", ")", "`)` closes no bracket"},
        {"()", "()", "an empty bracket", "a value"},
        {"[400 W", "[", "the bracket is never closed", "`]`"},
        {"400 W", "400 W", "a value with a unit is written in square brackets", "`[400 W]`"},
        {"x * 5 %", "5 %", "a value with a unit is written in square brackets", "`[5 %]`"},
        {"2 x", "x", "an operator is missing before `x`", "`*`"},
        {"x 2", "2", "an operator is missing before `2`", "`*`"},
        {"x (2)", "x", "unknown function `x`", "min, max"},
        {"(x)(x)", "(", "an operator is missing before `(`", "`*`"},
        {"1 +", "+", "the expression ends after `+`", "a number"},
        {"* 2", "*", "`*` has nothing before it", "a number"},
        {"1 + + 2", "+", "`+` before a value is not allowed", "leave it out"},
        {"2 ** 3", "**", "`**` is not an operator", "`^`"},
        {"2 × 3", "×", "`×` has no meaning in an expression", "`*`"},
        {"2 − 3", "−", "`−` has no meaning in an expression", "hyphen"},
        {"1, 2", ",", "`,` is allowed only between the arguments of `min` and `max`"},
        {"log(2)", "log", "unknown function `log`", "`ln`"},
        {"sqroot(2)", "sqroot", "unknown function `sqroot`", "sqrt"},
        {"min(2)", "min(2)", "`min` has 1 argument", "two arguments or more"},
        {"min()", "min()", "`min` has 0 arguments", "two arguments or more"},
        {"sqrt(1, 2)", "sqrt(1, 2)", "`sqrt` has 2 arguments", "one argument"},
        {"min(1,)", ")", "`)` closes no bracket"},
        {"max(1, 2", "(", "the bracket is never closed", "`)`"},
        {"a..b", "a..b", "`a..b` is not a name", "single dots"},
        {"a.", "a.", "`a.` is not a name", "single dots"},
        {"nobody + 1", "nobody", "unknown name"},
        {"[3 kw]", "kw", "unknown unit `kw`", "`kW`"},
        {"x + [5 kgCO2e/GPU*h]", "*h", "more than one unit after `/`", "`kgCO2e/(GPU*h)`"},
        {"1 = 1", "=", "`=` has no meaning in an expression"},
    };
    for (const Row& row : rows) check(row);
    CHECK(std::holds_alternative<TextFault>(run("010")));
    CHECK(std::holds_alternative<TextFault>(run("1.2.3")));
    CHECK(std::holds_alternative<TextFault>(run("5.")));
    CHECK(std::holds_alternative<TextFault>(run("1e400")));
}

TEST_CASE("faults of dimension name both sides") {
    const Row rows[] = {
        {"[1 kW] + [1 kWh]", "+", "`+` between power (W) and energy (kWh)", "divide it by a time"},
        {"x + gpu_time", "+", "`+` between no dimension and accelerator time (GPU*h)",
         "no unit is allowed here"},
        {"[1 h] - gpu_time", "-", "`-` between time (h) and accelerator time (GPU*h)",
         "expected a time without a count"},
        {"min([1 h], 2)", "min", "`min` between time (h) and no dimension", "expected a unit of time"},
        {"[1 kgCO2e] * metal", "*",
         "`*` between climate change impact (kgCO2e) and abiotic depletion (kgSbe) makes no sense",
         "one kind"},
        {"[1 kgCO2e] + metal", "+",
         "`+` between climate change impact (kgCO2e) and abiotic depletion (kgSbe)", "different kinds"},
        {"[2 h]^x", "^", "time (h) can only be raised to a fixed whole number, or to 0.5"},
        {"[2 h]^1.5", "^", "time (h) can only be raised to a fixed whole number, or to 0.5"},
        {"[2 h]^0.5", "^", "time (h) cannot be raised to this power"},
        {"[2 h]^100^2", "^", "time (h) can only be raised to a fixed whole number, or to 0.5"},
        {"[2 m2]^90", "^", "area (cm2) cannot be raised to this power"},
        {"2^[1 h]", "^", "the exponent is time (h)", "without dimension"},
        {"sqrt([2 h])", "sqrt", "time (h) has no square root", "a square"},
        {"exp([2 h])", "exp", "`exp` of time (h)", "without dimension"},
        {"ln(gpu_time)", "ln", "`ln` of accelerator time (GPU*h)", "without dimension"},
        {"ceil([2.5 h])", "ceil", "`ceil` of time (h) depends on the unit", "(x / [1 h])"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("a value that is not a finite number is a fault at its operation") {
    const Row rows[] = {
        {"1/0", "/", "division by zero"},
        {"0/0", "/", "division by zero"},
        {"1 + x / zero", "/", "division by zero"},
        {"sqrt(-1)", "sqrt", "the square root of a negative number"},
        {"ln(0)", "ln", "the logarithm of a number that is not positive"},
        {"log2(-x)", "log2", "the logarithm of a number that is not positive"},
        {"10^400", "^", "the result of `^` is out of range"},
        {"exp(1000)", "exp", "the result of `exp` is out of range"},
        {"1e300 * 1e300", "*", "the result of `*` is out of range"},
        {"(0 - 8)^(1/3)", "^", "the result of `^` is out of range"},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("depth and size have limits, and no stack is needed to say so") {
    auto message = [](const std::string& text) {
        auto result = run(text);
        return std::holds_alternative<TextFault>(result) ? std::get<TextFault>(result).message : "";
    };
    auto repeated = [](std::string_view text, int count) {
        std::string result;
        for (int i = 0; i < count; ++i) result += text;
        return result;
    };
    CHECK(message(repeated("(", 63) + "1" + repeated(")", 63)).empty());
    CHECK(message(repeated("(", 64) + "1" + repeated(")", 64)) ==
          "the expression is nested more than 64 deep");
    CHECK(message(repeated("(", 10'000)) == "the expression is nested more than 64 deep");
    CHECK(message(repeated("-", 10'000) + "1") == "the expression is nested more than 64 deep");
    CHECK(message(repeated("1^", 10'000) + "1") == "the expression is nested more than 64 deep");
    CHECK(message(repeated("min(1,", 10'000)) == "the expression is nested more than 64 deep");
    CHECK(message("1" + repeated("+1", 4999)).empty());  // 5000 numbers, 4999 sums
    CHECK(message("1" + repeated("+1", 5000)) == "more than 10,000 parts in one expression");
    CHECK(message(std::string(100'000, '1')) == "the expression is too long");
}

TEST_CASE("an expression is recorded, so that its value follows its inputs") {
    lca::Recorder recorder;
    auto parsed = Expression::parse("2 * a + a^2");
    lca::Input input;
    input.value = 3;
    lca::Step a = recorder.input(input);
    auto term =
        std::get<Expression>(parsed).record(recorder, [&](Expression::Name) -> lca::Parsed<lca::Term> {
            return lca::Term{a, {}};
        });
    lca::StepId wanted[] = {std::get<lca::Term>(term).step.id()};
    lca::Calculation calculation = std::move(recorder).finish();
    std::vector<double> values = {0, 1, 5};
    lca::Column column{0, values};
    CHECK(lca::evaluate(calculation, {&column, 1}, 3, wanted) == std::vector<double>{0, 3, 35});
}
