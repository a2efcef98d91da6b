// The quick writer of numbers against std::to_chars, byte by byte.

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <limits>
#include <random>
#include <string>

#include "lca/base/shortest.hpp"

namespace {

std::string standard(double value) {
    std::array<char, 32> text{};
    const auto [end, code] = std::to_chars(text.data(), text.data() + text.size(), value);
    REQUIRE(code == std::errc());
    return {text.data(), end};
}

/// "" where the quick writer leaves it to the other.
std::string quick(double value) {
    std::array<char, lca::base::max_shortest> text{};
    return {text.data(), lca::base::write_shortest(value, text.data())};
}

double of_bits(std::uint64_t exponent, std::uint64_t fraction) {
    return std::bit_cast<double>((exponent << 52) | fraction);
}

}  // namespace

TEST_CASE("shortest: what it writes are the bytes of std::to_chars") {
    constexpr std::uint64_t zero = 1023, hidden = std::uint64_t{1} << 52;
    std::mt19937_64 draw(7);
    std::size_t written = 0;
    const auto check = [&](double value) {
        const std::string text = quick(value);
        if (text.empty()) return;
        ++written;
        if (text != standard(value)) FAIL(text << " is no " << standard(value));
    };
    for (int i = 0; i < 300'000; ++i) {
        const std::uint64_t exponent = zero - 11 + draw() % 62;
        check(of_bits(exponent, draw() % hidden));
        check(of_bits(exponent, draw() % 64));  // next to a power of two
        check(of_bits(exponent, hidden - 1 - draw() % 64));
        check(static_cast<double>(draw() % 1'000'000'000'000));
        double digits = static_cast<double>(draw() % 100'000'000);
        for (auto places = draw() % 9; places > 0; --places) digits /= 10;
        check(digits);
        check(static_cast<double>(draw() % 1000) * 1e9);
    }
    CHECK(written > 1'500'000);
}

TEST_CASE("shortest: plain or with an exponent, as few bytes as may be") {
    CHECK(quick(0.1) == "0.1");
    CHECK(quick(1.0 / 3) == "0.3333333333333333");
    CHECK(quick(123456.75) == "123456.75");
    CHECK(quick(3) == "3");
    CHECK(quick(30000) == "30000");
    CHECK(quick(300000) == "3e+05");
    CHECK(quick(1234567) == "1234567");
    CHECK(quick(0.003) == "0.003");
    CHECK(quick(999999999999999) == "999999999999999");
}

TEST_CASE("shortest: what is left to std::to_chars") {
    const double infinite = std::numeric_limits<double>::infinity();
    for (const double value :
         {0.0, -1.5, 0.5, 4.0, 1e-4, 1e15, infinite, -infinite, std::numeric_limits<double>::quiet_NaN()})
        CHECK(quick(value).empty());
}
