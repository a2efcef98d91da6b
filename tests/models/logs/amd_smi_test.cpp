#include "tests/models/logs/logs.hpp"

#include <doctest/doctest.h>

namespace {

constexpr const char* amd_head = "timestamp,gpu,gfx_activity,vcn_activity,socket_power\n";

}  // namespace

TEST_CASE("amd-smi: quoted lists, a blank line between scrapes, seconds since 1970") {
    // Two boards: (200 + 220)/2 × 10 s + (220 + 240)/2 × 10 s = 4,400 J, and 300 W for 20 s = 6,000 J.
    const auto read =
        read_logs({{"a.csv", std::string(amd_head) + "1700000000,0,5,\"['N/A', 'N/A']\",200\n"
                                                     "1700000000,1,5,\"['N/A', 'N/A']\",300\n"
                                                     "\n"
                                                     "1700000010,0,5,\"['N/A', 'N/A']\",220\n"
                                                     "1700000010,1,5,\"['N/A', 'N/A']\",N/A\n"
                                                     "\n"
                                                     "1700000020,0,5,\"['N/A', 'N/A']\",240\n"
                                                     "1700000020,1,5,\"['N/A', 'N/A']\",300\n"}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(10'400));
    CHECK(read.logs->runs[0].seconds == 20);
    CHECK(read.notes("row 6", "no power reading"));
}

TEST_CASE("amd-smi: what cannot be") {
    const auto says = [](const std::string& rows, std::string_view text) {
        return read_logs({{"a.csv", amd_head + rows}}).says(text);
    };
    CHECK(says("1700000000,0,5,x,-200\n1700000010,0,5,x,200\n", "a.csv:2:18: error: column `socket_power`"));
    CHECK(says("1700000010,0,5,x,200\n1700000000,0,5,x,200\n", "the time is earlier than row 2"));
    CHECK(says("1700000000,0,5,x,200\n", "energy needs two"));
}
