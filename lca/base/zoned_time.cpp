#include "lca/base/zoned_time.hpp"

#include <chrono>

#include "lca/base/instant.hpp"

namespace lca {
namespace {

double in_seconds(std::chrono::microseconds time) {
    return static_cast<double>(std::chrono::floor<std::chrono::seconds>(time).count());
}

}  // namespace

std::string_view fault_of_time(std::string_view text) {
    WrittenTime time;
    const std::string_view fault = read_time(text, TimeForms::iso, time);
    if (!fault.empty()) return fault;
    return time.ahead ? std::string_view() : "its zone is missing";
}

double instant_of_time(std::string_view text) {
    WrittenTime time;
    read_time(text, TimeForms::iso, time);
    return in_seconds(time.clock.time_since_epoch() - time.ahead.value_or(std::chrono::seconds(0)));
}

std::optional<int> year_of_time(std::string_view text) {
    if (!fault_of_time(text).empty()) return std::nullopt;
    WrittenTime time;
    read_time(text, TimeForms::iso, time);
    const std::chrono::local_days day = std::chrono::floor<std::chrono::days>(time.clock);
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

double seconds_of_time(std::string_view text) {
    WrittenTime time;
    read_time(text, TimeForms::iso, time);
    return in_seconds(time.clock.time_since_epoch());
}

}  // namespace lca
