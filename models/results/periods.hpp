#pragma once
// Years, months, days and hours of the Gregorian calendar, identified by numbers, and the times they begin.

#include <cstdint>
#include <string>

namespace lca::results {

enum class Period : unsigned char { year, month, day, hour };

/// The number of the period that contains a time, which is in s since 1970 in local time. Consecutive periods
/// have consecutive numbers. For years 0 to 32,767.
std::int64_t period_at(Period kind, double seconds);
/// The begin of a period, in s since 1970 in local time.
double start_of_period(Period kind, std::int64_t number);
/// The name of a period: "2024", "2024-03", "2024-03-11", "2024-03-11 10:00".
std::string period_name(Period kind, std::int64_t number);

}  // namespace lca::results
