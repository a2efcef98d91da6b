#include "models/results/periods.hpp"

#include <doctest/doctest.h>

#include "lca/base/calendar.hpp"

using lca::day_number;

TEST_CASE("days since 1970, counted by hand") {
    CHECK(day_number(1970, 1, 1) == 0);
    CHECK(day_number(1969, 12, 31) == -1);
    CHECK(day_number(1971, 1, 1) == 365);
    CHECK(day_number(1973, 1, 1) == 3 * 365 + 1);        // 1972 has a leap day
    CHECK(day_number(2000, 3, 1) == 30 * 365 + 7 + 60);  // 1972, …, 1996 have; 2000 has, too: 31 + 29 days
    CHECK(day_number(2001, 1, 1) - day_number(1901, 1, 1) == 100 * 365 + 25);
    CHECK(day_number(2101, 1, 1) - day_number(2001, 1, 1) == 100 * 365 + 24);  // 2100 has none
    CHECK(day_number(400, 1, 1) - day_number(0, 1, 1) == 146'097);
}

TEST_CASE("the period of a time is the one it lies in, first second included") {
    using lca::Period;
    for (const Period kind : {Period::year, Period::month}) {
        for (const std::int64_t number : {1, 23'000, 24'288}) {
            const double start = lca::start_of_period(kind, number);
            CHECK(lca::period_at(kind, start) == number);
            CHECK(lca::period_at(kind, start - 1) == number - 1);
        }
    }
    CHECK(lca::period_name(Period::month, 2024 * 12 + 2) == "2024-03");
    CHECK(lca::period_name(Period::month, 2024 * 12 + 11) == "2024-12");
    CHECK(lca::period_name(Period::year, 987) == "0987");
    CHECK(lca::start_of_period(Period::year, 1971) == 365 * 86'400.0);
}
