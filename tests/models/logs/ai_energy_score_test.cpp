#include "tests/models/logs/logs.hpp"

#include <doctest/doctest.h>

namespace {

constexpr const char* score_head =
    "model_name,task,total_prompts,total_duration_seconds,total_tokens,gpu_energy_wh,wh_per_1000_queries\n";

}  // namespace

TEST_CASE("AI Energy Score: Wh of all prompts, not those of a thousand") {
    const auto read =
        read_logs({{"s.csv", std::string(score_head) + "a/small,text_generation,500,100,60000,20,40\n"
                                                       "b/big,,500,900,,300,600\n"}});
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 2);
    CHECK(read.joules() == doctest::Approx(320 * 3600));
    CHECK(read.logs->runs[0].requests == 500);
    CHECK(read.logs->runs[0].tokens == 60'000);
    CHECK_FALSE(read.logs->runs[1].tokens);
    CHECK(read.logs->runs[0].title == "a/small, text_generation");
    CHECK(read.logs->runs[1].title == "b/big");
    CHECK_FALSE(read.logs->runs[0].has_host);
}

TEST_CASE("AI Energy Score: a last line that was cut is said") {
    const auto read = read_logs({{"s.csv", std::string(score_head) + "a,,500,100,6,20,4"}});
    REQUIRE(read.logs);
    CHECK(read.says("s.csv:2:1: warning: no line end follows the last row"));
}

TEST_CASE("AI Energy Score: what cannot be") {
    const auto says = [](const std::string& rows, std::string_view text) {
        return read_logs({{"s.csv", score_head + rows}}).says(text);
    };
    CHECK(says("", "no row of a model"));
    CHECK(says("a,,500,100,6,-20,40\n", "s.csv:2:14: error: column `gpu_energy_wh`: a negative amount"));
    CHECK(says("a,,many,100,6,20,40\n", "column `total_prompts`"));
}
