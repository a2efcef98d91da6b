#include "tests/models/logs/logs.hpp"

#include <doctest/doctest.h>

namespace {

constexpr const char* zeus_head = "start_time,window_name,elapsed_time,gpu0_energy,gpu1_energy\n";

}  // namespace

TEST_CASE("zeus: a window within another one is counted by that one") {
    const auto read = read_logs({{"z.csv", std::string(zeus_head) + "1700000001,warm_up,10,1000,1100\n"
                                                                    "1700000000,all,100,20000,21000\n"
                                                                    "1700000200,later,50,5000,6000\n"}});
    REQUIRE(read.logs);
    CHECK(read.logs->runs.size() == 2);
    CHECK(read.joules() == doctest::Approx(20'000 + 21'000 + 5'000 + 6'000));
    CHECK(read.notes("row 2", "`warm_up` is within `all` of row 3"));
    CHECK(read.logs->runs[0].seconds == 100);
    CHECK(read.logs->runs[0].devices[0].count == 2);
    CHECK_FALSE(read.logs->runs[0].has_host);
}

TEST_CASE("zeus: processors and memory are the host") {
    const auto read = read_logs({{"z.csv",
                                  "start_time,window_name,elapsed_time,gpu0_energy,cpu0_energy,dram0_energy\n"
                                  "1700000000,all,100,20000,3000,400\n"}});
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(23'400));
    CHECK(read.logs->runs[0].has_host);
}

TEST_CASE("zeus: a last line that was cut may end in a number that is too small") {
    const auto read = read_logs({{"z.csv", std::string(zeus_head) + "1700000000,all,100,20000,21"}});
    REQUIRE(read.logs);
    CHECK(read.says("z.csv:2:1: warning: no line end follows the last row"));
}

TEST_CASE("zeus: windows that overlap in part would count twice") {
    const auto two = [](const std::string& second) {
        return read_logs({{"z.csv", std::string(zeus_head) + "1700000000,all,100,20000,21000\n" + second}});
    };
    const auto part = two("1700000099.5,late,1,300,300\n");
    CHECK_FALSE(part.logs);
    CHECK(part.says("z.csv:3:1: error: `late` begins within `all` of row 2 and ends after it"));
    // Clocks are read one after the other: a window that follows may begin a few milliseconds before the end.
    CHECK(two("1700000099.995,next,1,300,300\n").logs);
    CHECK(two("1700000099,inner,1.005,300,300\n").logs->runs.size() == 1);
}

TEST_CASE("zeus: a last number that is none was cut, and its row does not count") {
    const auto read = read_logs(
        {{"z.csv", std::string(zeus_head) + "1700000000,all,100,20000,21000\n1700000200,b,9,5,1."}});
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(41'000));
    CHECK(read.says("z.csv:3:18: warning: the file is cut off in the middle of a number"));
}

TEST_CASE("zeus: what cannot be") {
    const auto says = [](const std::string& rows, std::string_view text) {
        return read_logs({{"z.csv", zeus_head + rows}}).says(text);
    };
    CHECK(says("", "z.csv:1:1: error: no window of measurement"));
    CHECK(says("1700000000,all,100,-5,1\n", "z.csv:2:20: error: column `gpu0_energy`: a negative amount"));
    CHECK(says("1700000000,all,-1,5,1\n", "column `elapsed_time`: a negative amount"));
    CHECK(says("soon,all,1,5,1\n", "column `start_time`"));
    CHECK(read_logs({{"z.csv", "start_time,window_name,elapsed_time\n1700000000,all,100\n"}})
              .says("there is no column `gpu0_energy`"));
}
