#include "lca/base/instant.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "lca/base/utf8.hpp"

namespace lca {
namespace {

using std::chrono::microseconds;
using std::chrono::seconds;

constexpr std::int64_t end_of_9999 = 253'402'300'800;  // start of the year 10000, in seconds since 1970
constexpr int max_hours_ahead = 14;

/// Parses a text from its front, part by part; `ok` is false from the first unexpected character on.
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

/// The decimals of a second (".25"), in microseconds; those beyond the sixth are dropped.
microseconds fraction(Front& front) {
    constexpr int digits = 6;
    std::int64_t value = 0;
    int count = 0;
    for (; !front.rest.empty() && is_digit(front.rest[0]); front.rest.remove_prefix(1), ++count) {
        if (count < digits) value = value * 10 + (front.rest[0] - '0');
    }
    front.ok = front.ok && count > 0;
    for (; count < digits; ++count) value *= 10;
    return microseconds(value);
}

std::string_view fault_of_zone(Front& front, std::optional<seconds>& ahead) {
    if (front.rest.empty()) return {};
    if (front.character('Z')) {
        ahead = seconds(0);
        return {};
    }
    const bool behind = front.character('-');
    if (!behind && !front.character('+')) return "its zone is missing";
    const int hours = front.number(2);
    int minutes = 0;
    if (front.character(':') || !front.rest.empty()) {
        minutes = front.number(2);
        if (minutes > 59) return "there is no such zone";
    }
    if (!front.ok || hours > max_hours_ahead) return "there is no such zone";
    ahead = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    if (behind) ahead = -*ahead;
    return {};
}

std::string_view read_date(Front& front, TimeForms forms, std::chrono::year_month_day& date) {
    const std::chrono::year year(front.number(4));
    if (front.ok && !front.rest.empty() && is_digit(front.rest[0]))
        return "its year has more than four digits";
    const char between = forms == TimeForms::logs && front.rest.starts_with('/') ? '/' : '-';
    front.need(between);
    const std::chrono::month month(static_cast<unsigned>(front.number(2)));
    front.need(between);
    date = year / month / front.number(2);
    if (!front.ok) return "it does not start with a date";
    if (!date.month().ok()) return "there is no such month";
    return date.ok() ? std::string_view() : "there is no such day";
}

std::string_view read_clock(Front& front, microseconds& of_day) {
    const int hour = front.number(2);
    front.need(':');
    const int minute = front.number(2);
    const int second = front.character(':') ? front.number(2) : 0;
    const microseconds part = front.character('.') ? fraction(front) : microseconds(0);
    if (!front.ok) return "its time of day is not hours, minutes and seconds";
    if (hour > 23 || minute > 59 || second > 59) return "there is no such time of day";
    of_day = std::chrono::hours(hour) + std::chrono::minutes(minute) + seconds(second) + part;
    return {};
}

std::string_view read_clock_and_date(Front& front, TimeForms forms, microseconds& clock) {
    std::chrono::year_month_day date{};
    if (const std::string_view fault = read_date(front, forms, date); !fault.empty()) return fault;
    if (front.rest.empty()) return "its time of day and zone are missing";
    const bool dash = forms == TimeForms::logs && front.character('-');
    if (!dash && !front.character('T') && !front.character(' '))
        return "there must be a `T` between date and time";
    microseconds of_day{};
    if (const std::string_view fault = read_clock(front, of_day); !fault.empty()) return fault;
    clock = std::chrono::sys_days(date).time_since_epoch() + of_day;
    return {};
}

/// The number that two digits make; more than 99 if a character is not a digit.
unsigned two_digits(const char* at) {
    const unsigned tens = static_cast<std::uint8_t>(at[0]) - unsigned{'0'};
    const unsigned ones = static_cast<std::uint8_t>(at[1]) - unsigned{'0'};
    return tens > 9 || ones > 9 ? 100 : 10 * tens + ones;
}

/// Parses the commonest form of timestamp, "2022-03-11T10:00:00" with or without decimals, faster than the
/// general parser. False if the text has another form or is invalid: then the general parser decides.
bool take_usual(Front& front, TimeForms forms, microseconds& clock) {
    constexpr std::size_t length = 19;
    const char* const at = front.rest.data();
    if (front.rest.size() < length || at[13] != ':' || at[16] != ':' || at[4] != at[7]) return false;
    if (at[4] != '-' && (forms != TimeForms::logs || at[4] != '/')) return false;
    if (at[10] != ' ' && at[10] != 'T') return false;
    const unsigned century = two_digits(at), year = two_digits(at + 2), month = two_digits(at + 5),
                   day = two_digits(at + 8);
    const unsigned hour = two_digits(at + 11), minute = two_digits(at + 14), second = two_digits(at + 17);
    if (century > 99 || year > 99 || hour > 23 || minute > 59 || second > 59) return false;
    const auto date = std::chrono::year(static_cast<int>(100 * century + year)) / std::chrono::month(month) /
                      std::chrono::day(day);
    if (!date.ok()) return false;
    clock = std::chrono::sys_days(date).time_since_epoch() + std::chrono::hours(hour) +
            std::chrono::minutes(minute) + seconds(second);
    front.rest.remove_prefix(length);
    if (front.character('.')) clock += fraction(front);
    return front.ok;
}

/// Date and time of day as text: "2022-03-11T10:00:00.5".
std::string clock_text(std::chrono::sys_time<microseconds> time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::int64_t of_day = (time - day).count(), second = of_day / 1'000'000;
    std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                   second / 3600, second / 60 % 60, second % 60);
    if (of_day % 1'000'000 == 0) return text;
    text += fmt::format(".{:06}", of_day % 1'000'000);
    while (text.back() == '0') text.pop_back();
    return text;
}

}  // namespace

std::string_view read_time(std::string_view text, TimeForms forms, WrittenTime& time) {
    Front front{text};
    microseconds clock{};
    if (!take_usual(front, forms, clock)) {
        front = Front{text};
        if (const std::string_view fault = read_clock_and_date(front, forms, clock); !fault.empty())
            return fault;
    }
    time.clock = LocalTime(clock);
    time.ahead.reset();
    if (const std::string_view fault = fault_of_zone(front, time.ahead); !fault.empty()) return fault;
    return front.rest.empty() ? std::string_view() : "something follows its zone";
}

std::string_view read_epoch_seconds(std::string_view text, Instant& instant) {
    Front front{text};
    const std::size_t point = std::min(text.find('.'), text.size());
    std::int64_t whole = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + point, whole);
    if (text.empty() || !is_digit(text[0]) || end != text.data() + point ||
        code == std::errc::invalid_argument)
        return "it is not a number of seconds since 1970";
    if (code != std::errc() || whole >= end_of_9999) return "it lies beyond the year 9999";
    front.rest.remove_prefix(point);
    const microseconds part = front.character('.') ? fraction(front) : microseconds(0);
    if (!front.ok || !front.rest.empty()) return "it is not a number of seconds since 1970";
    instant = Instant(seconds(whole) + part);
    return {};
}

std::string_view read_epoch_milliseconds(std::string_view text, Instant& instant) {
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || !is_digit(text[0]) || end != text.data() + text.size() ||
        code == std::errc::invalid_argument)
        return "it is not a whole number of milliseconds since 1970";
    const std::optional<Instant> read = code == std::errc() ? instant_of_milliseconds(value) : std::nullopt;
    if (!read) return "it lies beyond the year 9999";
    instant = *read;
    return {};
}

std::optional<Instant> instant_of_milliseconds(std::int64_t milliseconds) {
    if (milliseconds < 0 || milliseconds / 1000 >= end_of_9999) return std::nullopt;
    return Instant(std::chrono::milliseconds(milliseconds));
}

std::optional<seconds> read_offset(std::string_view text) {
    std::optional<seconds> ahead;
    if (text == "UTC" || text == "GMT") return seconds(0);
    Front front{text};
    if (text.empty() || !fault_of_zone(front, ahead).empty() || !front.rest.empty()) return std::nullopt;
    return ahead;
}

std::string to_text(Instant instant) {
    return clock_text(instant) + 'Z';
}

std::string to_text(LocalTime clock) {
    return clock_text(Instant(clock.time_since_epoch()));
}

std::string offset_text(seconds ahead) {
    const std::int64_t size = std::abs(ahead.count());
    std::string text =
        fmt::format("{}{:02}:{:02}", ahead.count() < 0 ? '-' : '+', size / 3600, size / 60 % 60);
    if (size % 60 != 0) text += fmt::format(":{:02}", size % 60);
    return text;
}

}  // namespace lca
