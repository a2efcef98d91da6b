#include "models/results/periods.hpp"

#include <fmt/core.h>

#include <chrono>
#include <cmath>

namespace lca::results {
namespace {

constexpr double seconds_a_day = 86'400, seconds_an_hour = 3'600;

std::int64_t in_a_year(Period kind) {
    return kind == Period::year ? 1 : 12;
}

/// The length in s of periods that are all equally long (days, hours); 0 for years and months.
double length(Period kind) {
    if (kind == Period::day) return seconds_a_day;
    return kind == Period::hour ? seconds_an_hour : 0;
}

std::string date_name(double seconds) {
    const std::chrono::year_month_day date(
        std::chrono::sys_days(std::chrono::floor<std::chrono::days>(std::chrono::duration<double>(seconds))));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace

double start_of_period(Period kind, std::int64_t number) {
    if (length(kind) > 0) return static_cast<double>(number) * length(kind);
    const std::int64_t parts = in_a_year(kind);
    const std::chrono::year year(static_cast<int>(number / parts));
    const std::chrono::month month(static_cast<unsigned>(number % parts) + 1);
    const std::chrono::sys_days first = year / month / 1;
    return std::chrono::duration<double>(first.time_since_epoch()).count();
}

std::int64_t period_at(Period kind, double seconds) {
    if (length(kind) > 0) return static_cast<std::int64_t>(std::floor(seconds / length(kind)));
    const std::chrono::sys_days day(
        std::chrono::floor<std::chrono::days>(std::chrono::duration<double>(seconds)));
    const std::chrono::year_month_day date(day);
    const std::int64_t year = static_cast<int>(date.year());
    if (kind == Period::year) return year;
    return year * 12 + static_cast<unsigned>(date.month()) - 1;
}

std::string period_name(Period kind, std::int64_t number) {
    if (length(kind) > 0) {
        const double start = start_of_period(kind, number);
        if (kind == Period::day) return date_name(start);
        const double of_day = start - std::floor(start / seconds_a_day) * seconds_a_day;
        return fmt::format("{} {:02}:00", date_name(start), static_cast<int>(of_day / seconds_an_hour));
    }
    const std::int64_t parts = in_a_year(kind), year = number / parts;
    if (kind == Period::year) return fmt::format("{:04}", year);
    return fmt::format("{:04}-{:02}", year, number % parts + 1);
}

}  // namespace lca::results
