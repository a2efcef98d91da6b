#include "models/results/periods.hpp"

#include <cmath>

#include "lca/base/calendar.hpp"

namespace lca {
namespace {

constexpr double day = 86'400;
constexpr double mean_year = 365.2425 * day;

std::int64_t in_a_year(Period kind) {
    return kind == Period::year ? 1 : 12;
}

}  // namespace

double start_of_period(Period kind, std::int64_t number) {
    const std::int64_t parts = in_a_year(kind);
    return day * static_cast<double>(day_number(number / parts, number % parts + 1, 1));
}

std::int64_t period_at(Period kind, double seconds) {
    const double guess = (1970 + seconds / mean_year) * static_cast<double>(in_a_year(kind));
    auto number = static_cast<std::int64_t>(std::floor(guess));
    while (start_of_period(kind, number) > seconds) --number;
    while (start_of_period(kind, number + 1) <= seconds) ++number;
    return number;
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
