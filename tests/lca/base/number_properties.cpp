// Numbers survive being written and read.

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>

#include "lca/base/number.hpp"

using namespace lca;

namespace {

/// Doubles of every size: made from bit patterns.
double any_finite() {
    const auto value = std::bit_cast<double>(*rc::gen::arbitrary<std::uint64_t>());
    RC_PRE(std::isfinite(value));
    return value;
}

}  // namespace

TEST_CASE("number: what exact() writes reads back to the same double") {
    CHECK(rc::check([] {
        const double value = any_finite();
        const Parsed<double> parsed = parse_number(exact(value));
        RC_ASSERT(std::holds_alternative<double>(parsed));
        RC_ASSERT(std::get<double>(parsed) == value);
    }));
}

TEST_CASE("number: a text is read to its end or refused, and the length agrees") {
    CHECK(rc::check([] {
        const auto text =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0012345.,_eE+-x in")));
        const bool whole = std::holds_alternative<double>(parse_number(text));
        RC_ASSERT(number_length(text) <= text.size());
        if (whole) RC_ASSERT(number_length(text) == text.size());
        if (whole) {
            std::string plain;
            for (const char c : text) {
                if (c != '_') plain += c;
            }
            double value = 0;
            const auto end = std::from_chars(plain.data(), plain.data() + plain.size(), value);
            RC_ASSERT(end.ptr == plain.data() + plain.size());
            RC_ASSERT(std::get<double>(parse_number(text)) == value);
        }
    }));
}

TEST_CASE("number: what is written for people is within half of its last digit") {
    CHECK(rc::check([] {
        const double mantissa = *rc::gen::inRange(-999'999'999, 999'999'999);
        const double value = mantissa * std::pow(10.0, *rc::gen::inRange(-12, 3));
        RC_PRE(value != 0);
        const int digits = *rc::gen::inRange(1, 9);
        std::string text = readable(value, digits);
        std::erase(text, ',');
        const double back = std::get<double>(parse_number(text));
        // half a unit of the last of `digits` significant digits, or of the last whole digit where that is
        // finer
        const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - digits + 1);
        RC_ASSERT(std::abs(back - value) <= 0.5000001 * unit);
    }));
}
