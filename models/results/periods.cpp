#include "models/results/periods.hpp"

#include <chrono>

namespace lca {
namespace {

std::int64_t in_a_year(Period kind) {
    return kind == Period::year ? 1 : 12;
}

}  // namespace

double start_of_period(Period kind, std::int64_t number) {
    const std::int64_t parts = in_a_year(kind);
    const std::chrono::year year(static_cast<int>(number / parts));
    const std::chrono::month month(static_cast<unsigned>(number % parts) + 1);
    const std::chrono::sys_days first = year / month / 1;
    return std::chrono::duration<double>(first.time_since_epoch()).count();
}

std::int64_t period_at(Period kind, double seconds) {
    const std::chrono::sys_days day(
        std::chrono::floor<std::chrono::days>(std::chrono::duration<double>(seconds)));
    const std::chrono::year_month_day date(day);
    const std::int64_t year = static_cast<int>(date.year());
    if (kind == Period::year) return year;
    return year * 12 + static_cast<unsigned>(date.month()) - 1;
}

std::string period_name(Period kind, std::int64_t number) {
    const std::int64_t parts = in_a_year(kind);
    std::string year = std::to_string(number / parts);
    if (year.size() < 4) year.insert(0, 4 - year.size(), '0');
    if (kind == Period::year) return year;
    const std::string month = std::to_string(number % parts + 1);
    return year + (month.size() < 2 ? "-0" : "-") + month;
}

}  // namespace lca
