#include "lca/base/posix_zone.hpp"

#include <algorithm>
#include <chrono>

#include "lca/base/utf8.hpp"

namespace lca::base {

class PosixZoneParser {
public:
    explicit PosixZoneParser(std::string_view text) : rest_(text) {}

    std::optional<PosixZone> parse() {
        PosixZone zone;
        name();
        zone.standard_ = -hours(24);  // POSIX states what to add to local time to get UTC: the opposite sign
        zone.summer_ = zone.standard_ + 3600;
        if (ok_ && rest_.empty()) return zone;
        name();
        zone.changes_ = true;
        if (!rest_.starts_with(',')) zone.summer_ = -hours(24);
        need(',');
        zone.begin_ = day();
        need(',');
        zone.end_ = day();
        if (!ok_ || !rest_.empty()) return std::nullopt;
        return zone;
    }

private:
    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void need(char c) { ok_ = take(c) && ok_; }

    /// Parses the abbreviation of a zone: `CET` or `<+03>`.
    void name() {
        const bool quoted = take('<');
        std::size_t length = 0;
        while (length < rest_.size() && (quoted ? rest_[length] != '>' : is_letter(rest_[length]))) ++length;
        ok_ = ok_ && length >= 3;
        rest_.remove_prefix(length);
        if (quoted) need('>');
    }

    int number(int max) {
        int value = 0;
        std::size_t digits = 0;
        for (; digits < 3 && !rest_.empty() && is_digit(rest_[0]); ++digits, rest_.remove_prefix(1))
            value = value * 10 + (rest_[0] - '0');
        ok_ = ok_ && digits > 0 && value <= max;
        return value;
    }

    /// Parses `[+-]h[h[h]][:mm[:ss]]`; returns seconds.
    std::int32_t hours(int max_hours) {
        const bool negative = take('-');
        if (!negative) take('+');
        std::int32_t value = number(max_hours) * 3600;
        if (take(':')) value += number(59) * 60;
        if (take(':')) value += number(59);
        return negative ? -value : value;
    }

    PosixZone::Day day() {
        constexpr int max_hours = 167;
        PosixZone::Day day;
        if (take('M')) {
            day.month = number(12);
            need('.');
            day.week = number(5);
            need('.');
            day.day = number(6);
            ok_ = ok_ && day.month > 0 && day.week > 0;
        } else if (take('J')) {
            day.kind = PosixZone::Day::Kind::julian;
            day.day = number(365);
            ok_ = ok_ && day.day > 0;
        } else {
            day.kind = PosixZone::Day::Kind::of_year;
            day.day = number(365);
        }
        if (take('/')) day.time = hours(max_hours);
        return day;
    }

    std::string_view rest_;
    bool ok_ = true;
};

std::optional<PosixZone> PosixZone::parse(std::string_view text) {
    return PosixZoneParser(text).parse();
}

/// When a change happens, in seconds since 1970 by the zone's own clock.
std::int64_t PosixZone::local_seconds(const Day& day, int year) {
    using namespace std::chrono;
    const std::chrono::year of(year);
    sys_days date = of / January / 1;
    if (day.kind == Day::Kind::of_year) {
        date += days(day.day);
    } else if (day.kind == Day::Kind::julian) {  // 1 to 365: February 29 is never counted
        date += days(day.day - 1 + (of.is_leap() && day.day >= 60 ? 1 : 0));
    } else {
        const auto month = of / std::chrono::month(static_cast<unsigned>(day.month));
        const std::chrono::weekday wanted(static_cast<unsigned>(day.day));
        date = day.week == 5 ? sys_days(month / wanted[last])
                             : sys_days(month / wanted[static_cast<unsigned>(day.week)]);
    }
    return duration_cast<seconds>(date.time_since_epoch()).count() + day.time;
}

std::vector<std::pair<std::int64_t, std::int32_t>> PosixZone::changes_of(int year) const {
    if (!changes_) return {};
    std::vector<std::pair<std::int64_t, std::int32_t>> found = {
        {local_seconds(begin_, year) - standard_, summer_}, {local_seconds(end_, year) - summer_, standard_}};
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace lca::base
