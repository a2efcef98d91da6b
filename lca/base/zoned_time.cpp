#include "lca/base/zoned_time.hpp"

#include <fmt/core.h>

#include <chrono>
#include <cmath>

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

std::string utc_text(double seconds) {
    const std::chrono::sys_seconds at(std::chrono::seconds(std::llround(seconds)));
    const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(at - day);
    std::string text = fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                   clock.hours().count(), clock.minutes().count());
    if (clock.seconds().count() != 0) text += fmt::format(":{:02}", clock.seconds().count());
    return text + " UTC";
}

double seconds_of_time(std::string_view text) {
    WrittenTime time;
    read_time(text, TimeForms::iso, time);
    return in_seconds(time.clock.time_since_epoch());
}

}  // namespace lca
