#include "tests/models/logs/logs.hpp"

#include <doctest/doctest.h>

namespace {

std::string row(const std::string& second, const std::string& watts, const std::string& mark = "s_testing") {
    return "Time,01-05-2026 08:00:" + second + ",Watts," + watts + ",Volts,230.1,Amps,0.5,PF,0.9,Mark," +
           mark + "\n";
}

std::string entry(const std::string& key, const std::string& second) {
    return ":::MLLOG {\"key\": \"" + key + "\", \"value\": \"01-05-2026 08:00:" + second +
           "\", \"time_ms\": 1.5, \"namespace\": \"mlperf::logging\"}\n";
}

/// 100 W, 200 W, 200 W and 400 W, ten seconds apart.
const std::string meter =
    row("00.000", "100") + row("10.000", "200") + row("20.000", "200") + row("30.000", "400");

}  // namespace

TEST_CASE("MLPerf Power: the window of the benchmark, cut on straight lines") {
    // From 150 W at 5 s: 5 × 175 + 10 × 200 + 5 × 250 (200 to 300 W) J.
    const auto read =
        read_logs({{"detail.txt", ":::MLLOG {\"key\": \"loadgen_version\", \"value\": \"3\"}\n" +
                                      entry("power_begin", "05.000") + entry("power_end", "25.000")},
                   {"spl.txt", meter}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 1);
    const lca::LoggedRun& run = read.logs->runs[0];
    CHECK(read.joules() == doctest::Approx(875 + 2000 + 1250));
    CHECK(run.seconds == 20);
    CHECK(lca::to_text(run.begin->at) == "2026-01-05T08:00:05Z");
    CHECK_FALSE(run.begin->is_instant);  // the meter's clock
    CHECK(run.has_host);
    CHECK_FALSE(run.pue);
    CHECK(run.remarks[0].find("from `power_begin` to `power_end`") == 0);
}

TEST_CASE("MLPerf Power: without a window all readings count, and that is said") {
    const auto read = read_logs({{"spl.txt", meter}});
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(1500 + 2000 + 3000));
    CHECK(read.logs->runs[0].remarks[0].find("all readings") == 0);
    CHECK(read.logs->runs[0].rows == "rows 1 to 4");
}

TEST_CASE("MLPerf Power: ranging is not added, and what is 0 W or less is bridged") {
    const auto read =
        read_logs({{"ranging.txt", row("01.000", "500", "s_ranging") + row("02.000", "500", "s_ranging")},
                   {"spl.txt", row("10.000", "100") + row("11.000", "-1") + row("12.000", "0") +
                                   row("13.000", "NaN") + row("14.000", "100") + row("14.000", "100")}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    CHECK(read.logs->runs.size() == 1);
    CHECK(read.joules() == doctest::Approx(400));
    CHECK(read.notes("rows 1 and 2", "finds the meter's ranges"));
    CHECK(read.notes("rows 2 to 4", "0 W or less"));
    CHECK(read.notes("row 6", "repeats"));
}

TEST_CASE("MLPerf Power: a window that the meter read in part") {
    const auto read = read_logs(
        {{"spl.txt", meter}, {"detail.txt", entry("power_begin", "20.000") + entry("power_end", "59.000")}});
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(3000));
    CHECK(read.logs->runs[0].remarks[0].find("only partly covered by the meter") != std::string::npos);
}

TEST_CASE("MLPerf Power: what cannot be") {
    const auto says = [](const std::string& text, std::string_view words) {
        return read_logs({{"spl.txt", text}}).says(words);
    };
    CHECK(says(meter + row("25.000", "1"), "spl.txt:5:6: error: the time is not after that of row 4"));
    CHECK(says(meter + row("40.000", "much"), "spl.txt:5:36: error: `much`: "));
    CHECK(says(meter + row("40.000", "1e400"), "spl.txt:5:36: error: `1e400`: "));
    CHECK(says(meter + row("40.000", "1", "t_testing"), "another run than `s_testing`"));
    CHECK(says(meter + "Time,01-05-12026 08:00:40.000,Watts,1,Mark,s_testing\n", "spl.txt:5:6: error: "));
    CHECK(says(meter + "Time,13-05-2026 08:00:40.000,Watts,1,Mark,s_testing\n", "there is no such month"));
    CHECK(says(meter + "x\n", "spl.txt:5:1: error: this line is neither a reading of a meter"));
    CHECK(says(row("00.000", "1"), "only one reading"));
    CHECK(says(row("00.000", "0"), "no reading above 0 W"));
    CHECK(read_logs({{"detail.txt", entry("power_begin", "05.000")}})
              .says("no time from `power_begin` to `power_end`"));
    CHECK(read_logs({{"spl.txt", meter + "Time,01-05-2026 08:00:40.000,Watts,4"}})
              .notes("row 5", "cut off while it was written"));
}
