// What is not a log, and files that are none.

#include "models/logs/read_logs.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/models/logs/logs.hpp"

TEST_CASE("files of no known log") {
    const auto read = read_logs({{"x.csv", "a,b\n1,2\n"}});
    CHECK_FALSE(read.logs);
    CHECK(read.messages ==
          "x.csv:1: error: no known log looks like this file\n"
          "  expected: ai-energy-score, amd-smi, boamps, carbontracker, codecarbon, dcgm, kepler, ml-energy, "
          "mlperf-power, nvidia-smi, prometheus, sacct or zeus\n"
          "  hint: with `--from FORMAT` the file is read as that format, and its errors are shown\n");
    CHECK(read_logs({{"x.csv", ""}}).says("the file is empty"));
    CHECK(read_logs({{"x.csv", "a,b\n1,2\n"}}, {.format = "codecarbon"})
              .says("there is no column `timestamp`"));
    CHECK(read_logs({{"x.csv", "timestamp\tduration\temissions\tenergy_consumed\n"}})
              .says("codecarbon, but is separated by tabs"));
}

TEST_CASE("hostile files are refused in bounded memory") {
    CHECK(read_logs({{"x.csv", std::string("timestamp,power.draw [W]\n2026\0,5\n", 34)}}).says("a NUL byte"));
    CHECK(read_logs({{"x.csv", "timestamp,power.draw [W]," + std::string(100'000, ',') + "\n"}})
              .says("too many columns"));
    CHECK(read_logs({{"x.csv", "timestamp,power.draw [W]\n" + std::string(3'000'000, 'x')}})
              .says("a line of more than 1000000 bytes"));
    CHECK(read_logs({{"x.json", "{\"measures\": " + std::string(200'000, '[')}}).says("nested too deep"));
}

TEST_CASE("a directory, a pipe and a file that is not there") {
    const lca::test::Folder folder;
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    for (const std::string& path : {folder.path(), folder / "pipe", folder / "none"}) {
        CAPTURE(path);
        CHECK_THROWS_AS(lca::read_logs({.files = {path}}, sources, diagnostics), lca::FileError);
    }
}

TEST_CASE("rows as people say them") {
    CHECK(lca::rows_text({7}) == "row 7");
    CHECK(lca::rows_text({2, 3}) == "rows 2 and 3");
    CHECK(lca::rows_text({2, 3, 4, 7, 9, 10}) == "rows 2 to 4, 7, 9 and 10");
}
