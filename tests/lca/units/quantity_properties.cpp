// Properties of quantities over random units and values.

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <string>

#include "lca/units/quantity.hpp"

namespace {

/// A random unit text of the grammar: up to three factors above, none, one or a bracket below.
std::string random_unit() {
    auto word = [] {
        auto table = lca::unit_table();
        std::string text(table[*rc::gen::inRange<std::size_t>(0, table.size())].spelling);
        int exponent = *rc::gen::weightedElement<int>({{8, 1}, {1, 2}, {1, -1}});
        return exponent == 1 ? text : text + "^" + std::to_string(exponent);
    };
    auto product = [&](int factors) {
        std::string text = word();
        for (int i = 1; i < factors; ++i) text += *rc::gen::element<std::string>("*", " ", "·") + word();
        return text;
    };
    std::string text = product(*rc::gen::inRange(1, 4));
    int below = *rc::gen::inRange(0, 3);
    if (below == 1) text += "/" + word();
    if (below == 2) text += "/(" + product(2) + ")";
    return text;
}

bool check(const char* what, const std::function<void()>& property) {
    return rc::check(what, property);
}

}  // namespace

TEST_CASE("to_text reads back to the same bits") {
    CHECK(check("round trip", [] {
        std::string unit = random_unit();
        auto parsed = lca::parse_unit(unit);
        RC_PRE(std::holds_alternative<lca::UnitText>(parsed));
        const auto& read = std::get<lca::UnitText>(parsed);
        double number = *rc::gen::arbitrary<double>() * std::pow(10, *rc::gen::inRange(-12, 13));
        double value = number * read.factor;
        RC_PRE(std::isfinite(value) && std::fabs(value) > 1e-290);
        auto again = lca::parse_quantity(lca::to_text(value, read));
        RC_ASSERT(std::holds_alternative<lca::Quantity>(again));
        RC_ASSERT(std::get<lca::Quantity>(again).value == value);
        RC_ASSERT(std::get<lca::Quantity>(again).unit.dimension == read.dimension);
    }));
}

TEST_CASE("any bytes give a quantity or a fault inside of them") {
    CHECK(check("offsets", [] {
        auto alphabet =
            rc::gen::weightedOneOf<char>({{4, rc::gen::elementOf(std::string("kWhGPUgCO2e/()*^ .-%d"))},
                                          {2, rc::gen::inRange('0', ':')},
                                          {1, rc::gen::arbitrary<char>()}});
        std::string text = *rc::gen::container<std::string>(alphabet);
        auto parsed = lca::parse_quantity(text);
        if (auto* fault = std::get_if<lca::TextFault>(&parsed)) {
            RC_ASSERT(fault->offset <= text.size());
            RC_ASSERT(fault->offset + fault->length <= text.size() + 1);
            RC_ASSERT(!fault->message.empty());
        } else {
            RC_ASSERT(std::isfinite(std::get<lca::Quantity>(parsed).value));
        }
    }));
}

TEST_CASE(
    "the same value in another unit of its kind is the same quantity within two units in the last place") {
    CHECK(check("other units", [] {
        auto table = lca::unit_table();
        const lca::Unit& a = table[*rc::gen::inRange<std::size_t>(0, table.size())];
        const lca::Unit& b = table[*rc::gen::inRange<std::size_t>(0, table.size())];
        RC_PRE(a.dimension == b.dimension);
        double number = *rc::gen::inRange(1, 1'000'000) / 64.0;
        double value = std::get<lca::Quantity>(
                           lca::parse_quantity(std::to_string(number) + " " + std::string(a.spelling)))
                           .value;
        lca::UnitText other = std::get<lca::UnitText>(lca::parse_unit(b.spelling));
        double again = std::get<lca::Quantity>(lca::parse_quantity(lca::to_text(value, other))).value;
        RC_ASSERT(std::fabs(again - value) <= 4.5e-16 * value);
    }));
}
