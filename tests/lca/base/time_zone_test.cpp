// Time zones: what instant a clock's time is. Against python3 for every zone: tests/command/zones.py.

#include "lca/base/time_zone.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "lca/base/file.hpp"

namespace {

using Kind = lca::TimeZone::Found::Kind;
using std::chrono::hours;
using std::chrono::seconds;

std::string big_endian(std::uint64_t value, int width) {
    std::string bytes;
    for (int i = width - 1; i >= 0; --i)
        bytes += static_cast<char>(value >> (8U * static_cast<unsigned>(i)) & 0xffU);
    return bytes;
}

/// A TZif file: changes by seconds since 1970 to offsets, then a rule.
std::string tzif(const std::vector<std::pair<std::int64_t, int>>& changes, int first, std::string_view rule,
                 char version = '2', std::uint64_t leaps = 0) {
    const auto header = [&](std::uint64_t times, std::uint64_t types, std::uint64_t leap_seconds) {
        return std::string("TZif") + version + std::string(15, '\0') + big_endian(0, 4) + big_endian(0, 4) +
               big_endian(leap_seconds, 4) + big_endian(times, 4) + big_endian(types, 4) + big_endian(4, 4);
    };
    const auto type = [](int ahead) {
        return big_endian(static_cast<std::uint64_t>(static_cast<std::int64_t>(ahead)), 4) +
               std::string(2, '\0');
    };
    std::string bytes = header(0, 1, 0) + type(0) + std::string("ABC\0", 4);
    bytes += header(changes.size(), changes.size() + 1, leaps);
    for (const auto& change : changes) bytes += big_endian(static_cast<std::uint64_t>(change.first), 8);
    for (std::size_t i = 0; i < changes.size(); ++i) bytes += static_cast<char>(i + 1);
    bytes += type(first);
    for (const auto& change : changes) bytes += type(change.second);
    bytes += std::string("ABC\0", 4);
    return bytes + '\n' + std::string(rule) + '\n';
}

lca::TimeZone zone(const std::string& bytes) {
    auto parsed = lca::TimeZone::from_tzif("made", bytes);
    REQUIRE(std::holds_alternative<lca::TimeZone>(parsed));
    return std::get<lca::TimeZone>(parsed);
}

lca::LocalTime clock(std::string_view text) {
    lca::WrittenTime time;
    REQUIRE(lca::read_time(text, lca::TimeForms::iso, time).empty());
    return time.clock;
}

lca::Instant instant(std::string_view text) {
    lca::WrittenTime time;
    REQUIRE(lca::read_time(text, lca::TimeForms::iso, time).empty());
    return *time.instant();
}

/// Central European time from 1996 on, by its rule alone.
lca::TimeZone central_europe() {
    return zone(tzif({{0, 3600}}, 1800, "CET-1CEST,M3.5.0,M10.5.0/3"));
}

}  // namespace

TEST_CASE("an offset is the same always") {
    const lca::TimeZone fixed = lca::TimeZone::fixed(hours(-5), "-05:00");
    const auto found = fixed.find(clock("2024-07-01T12:00"));
    CHECK(found.kind == Kind::unique);
    CHECK(found.first == instant("2024-07-01T17:00Z"));
}

TEST_CASE("the rule behind the table: summer time, the hour that is skipped, the one that is repeated") {
    const lca::TimeZone paris = central_europe();
    CHECK(paris.ahead_at(instant("2024-01-15T00:00Z")) == hours(1));
    CHECK(paris.ahead_at(instant("2024-07-15T00:00Z")) == hours(2));
    // The last Sunday of March 2024 is the 31st, of October the 27th; both changes are at 01:00 UTC.
    CHECK(paris.ahead_at(instant("2024-03-31T00:59:59Z")) == hours(1));
    CHECK(paris.ahead_at(instant("2024-03-31T01:00:00Z")) == hours(2));
    const auto skipped = paris.find(clock("2024-03-31T02:30"));
    CHECK(skipped.kind == Kind::skipped);
    CHECK(skipped.first == instant("2024-03-31T01:30Z"));
    CHECK(skipped.second == instant("2024-03-31T00:30Z"));
    const auto repeated = paris.find(clock("2024-10-27T02:30"));
    CHECK(repeated.kind == Kind::repeated);
    CHECK(repeated.first == instant("2024-10-27T00:30Z"));
    CHECK(repeated.second == instant("2024-10-27T01:30Z"));
    CHECK(paris.find(clock("2024-10-27T01:59:59")).kind == Kind::unique);
    CHECK(paris.find(clock("2024-10-27T03:00:00")).kind == Kind::unique);
    CHECK(paris.find(clock("2024-03-31T01:59:59")).kind == Kind::unique);
    CHECK(paris.find(clock("2024-03-31T03:00:00")).first == instant("2024-03-31T01:00Z"));
}

TEST_CASE("the rule goes on for ever, and the table holds before it") {
    const lca::TimeZone paris = central_europe();
    CHECK(paris.ahead_at(instant("1969-12-31T23:00Z")) == seconds(1800));
    // 2400 begins on a Saturday, so that March 26 is its last Sunday; the calendar repeats every 400 years.
    for (const std::string year : {"2000", "2400", "2800", "9600"}) {
        CAPTURE(year);
        CHECK(paris.ahead_at(instant(year + "-03-26T00:59:59Z")) == hours(1));
        CHECK(paris.ahead_at(instant(year + "-03-26T01:00:00Z")) == hours(2));
    }
}

TEST_CASE("rules with negative times, days of the year and no end of summer time") {
    // Greenland's rule of 2023: the change is at 22:00 on the day before the last Sunday.
    const lca::TimeZone nuuk = zone(tzif({}, -7200, "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"));
    CHECK(nuuk.ahead_at(instant("2024-03-31T00:59:59Z")) == hours(-2));
    CHECK(nuuk.ahead_at(instant("2024-03-31T01:00:00Z")) == hours(-1));
    const lca::TimeZone always = zone(tzif({{0, -14400}}, -18000, "EST5EDT,0/0,J365/25"));
    CHECK(always.ahead_at(instant("2024-12-31T23:59:59Z")) == hours(-4));
    CHECK(always.ahead_at(instant("2025-01-01T05:00:00Z")) == hours(-4));
    // Day 60 of the year without February 29 is March 1.
    const lca::TimeZone julian = zone(tzif({{0, 0}}, 0, "AAA0BBB,J60/0,J300/0"));
    CHECK(julian.ahead_at(instant("2024-02-29T23:59:59Z")) == hours(0));
    CHECK(julian.ahead_at(instant("2024-03-01T00:00:00Z")) == hours(1));
    CHECK(julian.ahead_at(instant("2023-03-01T00:00:00Z")) == hours(1));
}

TEST_CASE("a zone that skips a day") {
    // Samoa went from 10 hours behind UTC to 14 ahead of it on 2011-12-30, 10:00 UTC.
    const lca::TimeZone apia = zone(tzif({{1'325'239'200, 14 * 3600}}, -10 * 3600, ""));
    CHECK(apia.find(clock("2011-12-30T12:00")).kind == Kind::skipped);
    CHECK(apia.find(clock("2011-12-29T23:59")).first == instant("2011-12-30T09:59Z"));
    CHECK(apia.find(clock("2011-12-31T00:00")).first == instant("2011-12-30T10:00Z"));
}

TEST_CASE("many times of one log: the same as one by one") {
    const lca::TimeZone paris = central_europe();
    lca::LocalClock log(paris);
    for (lca::LocalTime time = clock("2023-12-01T00:00"); time < clock("2025-02-01T00:00");
         time += std::chrono::minutes(17)) {
        const auto quick = log.find(time), slow = paris.find(time);
        REQUIRE(quick.kind == slow.kind);
        REQUIRE(quick.first == slow.first);
    }
}

TEST_CASE("files that are none of a zone") {
    const std::string good = tzif({{0, 3600}}, 0, "CET-1CEST,M3.5.0,M10.5.0/3");
    const auto is_none = [](const std::string& bytes) {
        return std::holds_alternative<lca::TextFault>(lca::TimeZone::from_tzif("made", bytes));
    };
    CHECK_FALSE(is_none(good));
    for (std::size_t length = 0; length < good.size(); ++length) CHECK(is_none(good.substr(0, length)));
    CHECK(is_none(tzif({}, 0, "CET-1", '\0')));
    CHECK(is_none(tzif({}, 0, "CET-1", '2', 27)));
    CHECK(is_none(tzif({{5, 0}, {5, 3600}}, 0, "CET-1")));
    for (const std::string_view rule :
         {"C-1", "CET", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M1.1.1",
          "CET-1CEST,M3.5.0,M10.5.0/200", "CET-1CEST,M3.5.0,M10.5.0x"}) {
        CAPTURE(rule);
        CHECK(is_none(tzif({}, 0, rule)));
    }
}

TEST_CASE("zones by name: what leads out of the folder is none, and an offset is offered") {
    const auto message = [](std::string_view name, const std::string& folder = "/usr/share/zoneinfo") {
        const auto found = lca::find_zone(name, folder);
        const auto* fault = std::get_if<lca::TextFault>(&found);
        if (fault == nullptr) return std::string();
        CHECK(fault->expected == "a zone such as `Europe/Paris`, or a fixed offset such as `+01:00`");
        return fault->message;
    };
    CHECK(message("+02:00").empty());
    CHECK(message("Z").empty());
    for (const std::string_view name :
         {"", "/etc/passwd", "../passwd", "Europe/../../passwd", "Europe//Paris", "Europe/", "Europe/Paris\n",
          "localtime", "Europe/Paris.txt"}) {
        CAPTURE(name);
        CHECK(message(name).find("is not a time zone") != std::string::npos);
    }
    CHECK(message("Europe/Atlantis") ==
          "this machine knows no time zone `Europe/Atlantis` (there is no file "
          "`/usr/share/zoneinfo/Europe/Atlantis`)");
    CHECK(message("CMakeLists", "tests").find("knows no time zone") != std::string::npos);
    CHECK(message("command", "tests").find("knows no time zone") != std::string::npos);
}

/// Lines of "zone instant-or-clock number offsets…", written by tests/command/zones.py with what python3
/// says.
TEST_CASE("zones as python3 knows them" * doctest::skip(std::getenv("LCA_ZONE_CASES") == nullptr)) {
    const char* const path = std::getenv("LCA_ZONE_CASES");
    REQUIRE(path != nullptr);
    const std::string text = lca::read_file(path, 1'000'000'000);
    lca::TimeZone zone = lca::TimeZone::fixed({}, {});
    std::size_t cases = 0, wrong = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        if (line.starts_with("zone ")) {
            const auto found = lca::find_zone(line.substr(5));
            REQUIRE_MESSAGE(std::holds_alternative<lca::ZoneFile>(found), line);
            zone = std::get<lca::ZoneFile>(found).zone;
            continue;
        }
        ++cases;
        const auto numbers = line.substr(2);
        char* rest = nullptr;
        const long long first = std::strtoll(numbers.c_str(), &rest, 10),
                        second = std::strtoll(rest, &rest, 10);
        bool right = false;
        if (line[0] == 'u') {
            right = zone.ahead_at(lca::Instant(seconds(first))) == seconds(second);
        } else {
            const long long third = std::strtoll(rest, &rest, 10);
            const auto found = zone.find(lca::LocalTime(seconds(first)));
            const Kind kind = second == third  ? Kind::unique
                              : second < third ? Kind::repeated
                                               : Kind::skipped;
            right = found.kind == kind && found.first == lca::Instant(seconds(second)) &&
                    (kind == Kind::unique || found.second == lca::Instant(seconds(third)));
        }
        if (right) continue;
        if (++wrong <= 20) MESSAGE(zone.name() << ": " << line);
    }
    MESSAGE(cases << " cases");
    CHECK(cases > 0);
    CHECK(wrong == 0);
}
