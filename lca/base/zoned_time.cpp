#include "lca/base/zoned_time.hpp"

#include <cstddef>

#include "lca/base/calendar.hpp"

namespace lca {
namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

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

int days_in(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

std::string_view fault_of_date(int year, int month, int day) {
    if (month < 1 || month > 12) return "there is no such month";
    if (day < 1 || day > days_in(year, month)) return "there is no such day";
    return {};
}

std::string_view fault_of_zone(Front& front) {
    if (front.character('Z')) return {};
    if (!front.character('+') && !front.character('-')) return "its zone is missing";
    const int hours = front.number(2);
    if (front.character(':') || !front.rest.empty()) {
        if (front.number(2) > 59) return "there is no such zone";
    }
    if (!front.ok || hours > 14) return "there is no such zone";
    return {};
}

/// A time as it is written; the zone is looked at, not kept.
struct Written {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
};

std::string_view read(std::string_view text, Written& time) {
    Front front{text};
    time.year = front.number(4);
    front.need('-');
    time.month = front.number(2);
    front.need('-');
    time.day = front.number(2);
    if (!front.ok) return "it does not start with a date";
    if (const std::string_view fault = fault_of_date(time.year, time.month, time.day); !fault.empty())
        return fault;
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
    if (const std::string_view fault = fault_of_zone(front); !fault.empty()) return fault;
    return front.rest.empty() ? std::string_view() : "something stands behind its zone";
}

}  // namespace

std::string_view fault_of_time(std::string_view text) {
    Written time;
    return read(text, time);
}

double seconds_of_time(std::string_view text) {
    Written time;
    read(text, time);
    const double days = static_cast<double>(day_number(time.year, time.month, time.day));
    return ((days * 24 + time.hour) * 60 + time.minute) * 60 + time.second;
}

}  // namespace lca
