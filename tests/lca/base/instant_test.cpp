// Dates and times as loggers write them.

#include "lca/base/instant.hpp"

#include <doctest/doctest.h>

#include <string>

using lca::Instant;
using lca::TimeForms;
using std::chrono::microseconds;
using std::chrono::seconds;

namespace {

/// "clock" or "clock+zone" of a text; what is wrong with it, in angle brackets.
std::string read(std::string_view text, TimeForms forms = TimeForms::logs) {
    lca::WrittenTime time;
    const std::string_view fault = lca::read_time(text, forms, time);
    if (!fault.empty()) return "<" + std::string(fault) + ">";
    return lca::to_text(time.clock) + (time.ahead ? lca::offset_text(*time.ahead) : "");
}

}  // namespace

TEST_CASE("the forms of dates and times") {
    CHECK(read("2022-03-11T10:00:00Z") == "2022-03-11T10:00:00+00:00");
    CHECK(read("2022-03-11 10:00") == "2022-03-11T10:00:00");
    CHECK(read("2024-03-15-20:24:16") == "2024-03-15T20:24:16");
    CHECK(read("2026/09/11 04:19:41.982") == "2026-09-11T04:19:41.982");
    CHECK(read("2024-02-29T23:59:59.1234567-05:30") == "2024-02-29T23:59:59.123456-05:30");
    CHECK(read("2024-03-31T00:00:00+00:00") == "2024-03-31T00:00:00+00:00");
    CHECK(read("0000-01-01T00:00+1400") == "0000-01-01T00:00:00+14:00");
}

TEST_CASE("a scenario takes ISO forms only") {
    CHECK(read("2024-03-15-20:24:16", TimeForms::iso) == "<there must be a `T` between date and time>");
    CHECK(read("2026/09/11 04:19:41", TimeForms::iso) == "<it does not start with a date>");
}

TEST_CASE("times that are none") {
    CHECK(read("12345-01-01T00:00") == "<its year has more than four digits>");
    CHECK(read("2023-02-29 00:00") == "<there is no such day>");
    CHECK(read("2023/13/01 00:00") == "<there is no such month>");
    CHECK(read("2023/01-01 00:00") == "<it does not start with a date>");
    CHECK(read("2023-01-01 24:00") == "<there is no such time of day>");
    CHECK(read("2023-01-01 10:00:00.") == "<its time of day is not hours, minutes and seconds>");
    CHECK(read("01/02/2023 10:00") == "<it does not start with a date>");
    CHECK(read("2023-01-01") == "<its time of day and zone are missing>");
    CHECK(read("2023-01-01 10:00 PM") == "<its zone is missing>");
    CHECK(read("2023-01-01T10:00+15:00") == "<there is no such zone>");
    CHECK(read("2023-01-01T10:00Z ") == "<something follows its zone>");
}

TEST_CASE("the instant of a time with a zone") {
    lca::WrittenTime time;
    // 2024-01-02 is 54 years of 365 days, 13 leap days and 1 day after 1970-01-01: 19,724 days.
    REQUIRE(lca::read_time("2024-01-02T03:00:00.25+09:00", TimeForms::iso, time).empty());
    CHECK(time.instant() == Instant(seconds(19'724LL * 86'400 - 6 * 3600) + microseconds(250'000)));
    REQUIRE(lca::read_time("2024-01-02T03:00", TimeForms::iso, time).empty());
    CHECK_FALSE(time.instant());
}

TEST_CASE("seconds and milliseconds since 1970, as their format says") {
    Instant instant;
    CHECK(lca::read_epoch_seconds("1709287200.5", instant).empty());
    CHECK(lca::to_text(instant) == "2024-03-01T10:00:00.5Z");
    CHECK(lca::read_epoch_seconds("0", instant).empty());
    CHECK(lca::to_text(instant) == "1970-01-01T00:00:00Z");
    CHECK(lca::read_epoch_milliseconds("1709287200500", instant).empty());
    CHECK(lca::to_text(instant) == "2024-03-01T10:00:00.5Z");
    CHECK(lca::read_epoch_seconds("1709287200500", instant) == "it lies beyond the year 9999");
    CHECK(lca::read_epoch_seconds("253402300799", instant).empty());
    CHECK(lca::read_epoch_seconds("253402300800", instant) == "it lies beyond the year 9999");
    CHECK(lca::read_epoch_milliseconds("99999999999999999999", instant) == "it lies beyond the year 9999");
    for (const std::string_view wrong : {"", "-5", "1e9", "5 s", "1.", ".5", "x"}) {
        CAPTURE(wrong);
        CHECK(lca::read_epoch_seconds(wrong, instant) == "it is not a number of seconds since 1970");
    }
    for (const std::string_view wrong : {"", "-5", "1.5", "5ms"}) {
        CAPTURE(wrong);
        CHECK(lca::read_epoch_milliseconds(wrong, instant) ==
              "it is not a whole number of milliseconds since 1970");
    }
}

TEST_CASE("fixed offsets") {
    CHECK(lca::read_offset("+01:00") == seconds(3600));
    CHECK(lca::read_offset("-0530") == seconds(-5 * 3600 - 1800));
    CHECK(lca::read_offset("+01") == seconds(3600));
    CHECK(lca::read_offset("Z") == seconds(0));
    CHECK(lca::read_offset("UTC") == seconds(0));
    for (const std::string_view wrong : {"", "1", "+1", "CET", "+25:00", "+01:00:00", "Zulu"}) {
        CAPTURE(wrong);
        CHECK_FALSE(lca::read_offset(wrong));
    }
}
