#include "lca/base/zoned_time.hpp"

#include <doctest/doctest.h>

#include <string>

using lca::fault_of_time;

TEST_CASE("times that are right") {
    for (const std::string text :
         {"2022-03-11T10:00:00Z", "2022-03-11T10:00Z", "2022-03-11 10:00:00.25+01:00",
          "2024-02-29T23:59:59-0330", "2000-02-29T00:00+14"}) {
        CAPTURE(text);
        CHECK(fault_of_time(text).empty());
    }
}

TEST_CASE("times that are wrong are never put right") {
    CHECK(fault_of_time("2022-03-11") == "its time of day and zone are missing");
    CHECK(fault_of_time("2022-03-11T10:00:00") == "its zone is missing");
    CHECK(fault_of_time("2023-02-29T10:00Z") == "there is no such day");
    CHECK(fault_of_time("1900-02-29T10:00Z") == "there is no such day");
    CHECK(fault_of_time("2022-13-01T10:00Z") == "there is no such month");
    CHECK(fault_of_time("2022-00-01T10:00Z") == "there is no such month");
    CHECK(fault_of_time("2022-04-31T10:00Z") == "there is no such day");
    CHECK(fault_of_time("2022-04-00T10:00Z") == "there is no such day");
    CHECK(fault_of_time("2022-99-99T10:00Z") == "there is no such month");
    CHECK(fault_of_time("2022-03-11T24:00Z") == "there is no such time of day");
    CHECK(fault_of_time("2022-03-11T10:00:60Z") == "there is no such time of day");
    CHECK(fault_of_time("2022-03-11T10:00+25:00") == "there is no such zone");
    CHECK(fault_of_time("2022-03-11T10:00Zulu") == "something follows its zone");
    CHECK(fault_of_time("11.03.2022 10:00Z") == "it does not start with a date");
    CHECK(fault_of_time("") == "it does not start with a date");
    CHECK(fault_of_time("2022-03-11T1:00Z") == "its time of day is not hours, minutes and seconds");
    CHECK(fault_of_time("2022-03-11T10:00:00.Z") == "its time of day is not hours, minutes and seconds");
}

TEST_CASE("a time as seconds in the local time of its own zone") {
    CHECK(lca::seconds_of_time("1970-01-02T01:02:03Z") == 86'400 + 3723);
    CHECK(lca::seconds_of_time("1970-01-02 01:02:03.75+09:00") == 86'400 + 3723);
    CHECK(lca::seconds_of_time("1969-12-31T23:59Z") == -60);
    // Years 0 to 1999 are five times 400 years of 146,097 days; 2000 begins 30 x 365 + 7 days after 1970.
    CHECK(lca::seconds_of_time("0000-01-01T00:00Z") == (30 * 365 + 7 - 5 * 146'097) * 86'400.0);
    CHECK(lca::seconds_of_time("9999-12-31T23:59:59Z") == (30 * 365 + 7 + 20 * 146'097) * 86'400.0 - 1);
}

TEST_CASE("a time as an instant: noon in Tokyo is 03:00 in UTC and 22:00 of the day before in New York") {
    const double noon = *lca::instant_of_time("2024-01-02T12:00+09:00");
    CHECK(noon == lca::instant_of_time("2024-01-02T03:00Z"));
    CHECK(noon == lca::instant_of_time("2024-01-01T22:00-05"));
    CHECK(noon == lca::instant_of_time("2024-01-02T08:30:00+0530"));
    CHECK(*lca::seconds_of_time("2024-01-02T12:00+09:00") - noon == 9 * 3600);
}
