#pragma once
// Days, months and years of the Gregorian calendar as numbers.

#include <cstdint>

namespace lca {

/// Days since 1 January 1970, of a date that exists in a year from 0 on. (The count of days up to a month
/// follows from a year that begins in March: 365 y + y/4 - y/100 + y/400 days up to year y, (153 m + 2) / 5
/// up to month m.)
constexpr std::int64_t day_number(std::int64_t year, std::int64_t month, std::int64_t day) {
    const std::int64_t from_march = (month + 9) % 12, of_march = 400 + (month <= 2 ? year - 1 : year);
    const std::int64_t before = 365 * of_march + of_march / 4 - of_march / 100 + of_march / 400;
    constexpr std::int64_t day_of_1970 = 719'468 + 146'097;  // from 1 March 400 years before year 0
    return before + (153 * from_march + 2) / 5 + day - 1 - day_of_1970;
}

}  // namespace lca
