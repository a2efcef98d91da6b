#include "lca/base/zoned_time.hpp"

#include <chrono>
#include <cmath>

#include "lca/base/instant.hpp"

namespace lca {
namespace {

double in_seconds(std::chrono::microseconds time) {
    return static_cast<double>(std::chrono::floor<std::chrono::seconds>(time).count());
}

std::string_view read_zoned(std::string_view text, WrittenTime& time) {
    const std::string_view fault = read_time(text, TimeForms::iso, time);
    if (!fault.empty()) return fault;
    return time.ahead ? std::string_view() : "its zone is missing";
}

std::optional<WrittenTime> zoned(std::string_view text) {
    WrittenTime time;
    return read_zoned(text, time).empty() ? std::optional(time) : std::nullopt;
}

}  // namespace

std::string_view fault_of_time(std::string_view text) {
    WrittenTime time;
    return read_zoned(text, time);
}

std::optional<double> seconds_of_time(std::string_view text) {
    const std::optional<WrittenTime> time = zoned(text);
    return time ? std::optional(in_seconds(time->clock.time_since_epoch())) : std::nullopt;
}

std::optional<double> instant_of_time(std::string_view text) {
    const std::optional<DatedInstant> time = dated_instant(text);
    return time ? std::optional(time->instant) : std::nullopt;
}

std::optional<int> year_of_time(std::string_view text) {
    const std::optional<DatedInstant> time = dated_instant(text);
    return time ? std::optional(time->year) : std::nullopt;
}

std::optional<DatedInstant> dated_instant(std::string_view text) {
    const std::optional<WrittenTime> time = zoned(text);
    if (!time) return std::nullopt;
    const std::chrono::local_days day = std::chrono::floor<std::chrono::days>(time->clock);
    return DatedInstant{in_seconds(time->instant()->time_since_epoch()),
                        static_cast<int>(std::chrono::year_month_day(day).year())};
}

std::string utc_text(double seconds) {
    std::string text = to_text(LocalTime(std::chrono::seconds(std::llround(seconds))));
    text[text.find('T')] = ' ';
    if (text.ends_with(":00")) text.resize(text.size() - 3);
    return text + " UTC";
}

}  // namespace lca
