#include "lca/base/zoned_time.hpp"

#include <chrono>
#include <cstddef>

#include "lca/base/utf8.hpp"

namespace lca {
namespace {

/// Takes what it is asked for off the front of a text; `ok` stays false after the first thing that is not
/// there.
struct Front {
    std::string_view rest;
    bool ok = true;

    int number(std::size_t digits) {
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (rest.empty() || !is_digit(rest[0])) {
                ok = false;
                return 0;
            }
            value = value * 10 + (rest[0] - '0');
            rest.remove_prefix(1);
        }
        return value;
    }
    bool character(char c) {
        if (rest.empty() || rest[0] != c) return false;
        rest.remove_prefix(1);
        return true;
    }
    void need(char c) { ok = character(c) && ok; }
};

std::string_view fault_of_date(const std::chrono::year_month_day& date) {
    if (!date.month().ok()) return "there is no such month";
    return date.ok() ? std::string_view() : "there is no such day";
}

std::string_view fault_of_zone(Front& front, std::chrono::minutes& ahead) {
    if (front.character('Z')) return {};
    const bool behind = front.character('-');
    if (!behind && !front.character('+')) return "its zone is missing";
    const int hours = front.number(2);
    int minutes = 0;
    if (front.character(':') || !front.rest.empty()) {
        minutes = front.number(2);
        if (minutes > 59) return "there is no such zone";
    }
    if (!front.ok || hours > 14) return "there is no such zone";
    ahead = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    if (behind) ahead = -ahead;
    return {};
}

/// A time as it is written, and how far the clocks of its zone are ahead of UTC.
struct Written {
    std::chrono::year_month_day date = {};
    int hour = 0, minute = 0, second = 0;
    std::chrono::minutes ahead = {};
};

std::string_view read(std::string_view text, Written& time) {
    Front front{text};
    const std::chrono::year year(front.number(4));
    front.need('-');
    const std::chrono::month month(static_cast<unsigned>(front.number(2)));
    front.need('-');
    time.date = year / month / front.number(2);
    if (!front.ok) return "it does not start with a date";
    if (const std::string_view fault = fault_of_date(time.date); !fault.empty()) return fault;
    if (front.rest.empty()) return "its time of day and zone are missing";
    if (!front.character('T') && !front.character(' ')) return "between date and time stands a `T`";
    time.hour = front.number(2);
    front.need(':');
    time.minute = front.number(2);
    time.second = front.character(':') ? front.number(2) : 0;
    if (front.character('.')) {
        front.number(1);
        while (!front.rest.empty() && is_digit(front.rest[0])) front.rest.remove_prefix(1);
    }
    if (!front.ok) return "its time of day is not hours, minutes and seconds";
    if (time.hour > 23 || time.minute > 59 || time.second > 59) return "there is no such time of day";
    if (const std::string_view fault = fault_of_zone(front, time.ahead); !fault.empty()) return fault;
    return front.rest.empty() ? std::string_view() : "something stands behind its zone";
}

}  // namespace

std::string_view fault_of_time(std::string_view text) {
    Written time;
    return read(text, time);
}

double instant_of_time(std::string_view text) {
    Written time;
    read(text, time);
    return seconds_of_time(text) - static_cast<double>(std::chrono::seconds(time.ahead).count());
}

std::optional<int> year_of_time(std::string_view text) {
    Written time;
    if (!read(text, time).empty()) return std::nullopt;
    return static_cast<int>(time.date.year());
}

double seconds_of_time(std::string_view text) {
    Written time;
    read(text, time);
    const auto clock =
        std::chrono::hours(time.hour) + std::chrono::minutes(time.minute) + std::chrono::seconds(time.second);
    const std::chrono::sys_seconds seconds = std::chrono::sys_days(time.date) + clock;
    return static_cast<double>(seconds.time_since_epoch().count());
}

}  // namespace lca
