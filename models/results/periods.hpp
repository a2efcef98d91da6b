#pragma once
// Years, months, days and hours of the Gregorian calendar as numbers, and where each begins.

#include <cstdint>
#include <string>

namespace lca::results {

enum class Period : unsigned char { year, month, day, hour };

/// The period that holds a time, in seconds since 1970 in the local time of one zone; consecutive periods
/// have consecutive numbers. Years 0 to 32,767.
std::int64_t period_at(Period kind, double seconds);
/// When a period begins, in seconds since 1970 as above.
double start_of_period(Period kind, std::int64_t number);
/// "2024", "2024-03", "2024-03-11", "2024-03-11 10:00".
std::string period_name(Period kind, std::int64_t number);

}  // namespace lca::results
