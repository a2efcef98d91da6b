#include "models/results/periods.hpp"

#include <doctest/doctest.h>

namespace {

/// Days from the start of 1970 to the first of a month.
double day_number(std::int64_t year, std::int64_t month) {
    return lca::results::start_of_period(lca::results::Period::month, year * 12 + month - 1) / 86'400;
}

}  // namespace

TEST_CASE("days since 1970, counted by hand") {
    CHECK(day_number(1970, 1) == 0);
    CHECK(day_number(1969, 12) == -31);
    CHECK(day_number(1971, 1) == 365);
    CHECK(day_number(1973, 1) == 3 * 365 + 1);        // 1972 has a leap day
    CHECK(day_number(2000, 3) == 30 * 365 + 7 + 60);  // 1972, …, 1996 have; 2000 has, too: 31 + 29 days
    CHECK(day_number(2001, 1) - day_number(1901, 1) == 100 * 365 + 25);
    CHECK(day_number(2101, 1) - day_number(2001, 1) == 100 * 365 + 24);  // 2100 has none
    CHECK(day_number(400, 1) - day_number(0, 1) == 146'097);
    CHECK(day_number(12'000, 1) - day_number(2000, 1) == 25 * 146'097);  // years of five digits
}

TEST_CASE("the period of a time is the one it lies in, first second included") {
    using lca::results::Period;
    for (const Period kind : {Period::year, Period::month}) {
        for (const std::int64_t number : {1, 1970, 23'000, 24'288}) {
            const double start = lca::results::start_of_period(kind, number);
            CHECK(lca::results::period_at(kind, start) == number);
            CHECK(lca::results::period_at(kind, start + 0.5) == number);
            CHECK(lca::results::period_at(kind, start - 1) == number - 1);
            CHECK(lca::results::period_at(kind, start - 1e-3) == number - 1);
        }
    }
    CHECK(lca::results::period_name(Period::month, 2024 * 12 + 2) == "2024-03");
    CHECK(lca::results::period_name(Period::month, 2024 * 12 + 11) == "2024-12");
    CHECK(lca::results::period_name(Period::year, 987) == "0987");
    CHECK(lca::results::start_of_period(Period::year, 1971) == 365 * 86'400.0);
}
