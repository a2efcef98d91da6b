// Logs of nvidia-smi: the trapezoid per board, readings that are missing, gaps, rows written twice.

#include <doctest/doctest.h>
#include <fmt/core.h>

#include "models/logs/board_energy.hpp"
#include "tests/models/logs/logs.hpp"

namespace {

const std::string head = "timestamp, index, name, power.draw [W], utilization.gpu [%]\n";

std::string row(std::string_view time, int board, std::string_view watts) {
    return fmt::format("2026/01/02 {}, {}, NVIDIA H100 PCIe, {}, 90 %\n", time, board, watts);
}

}  // namespace

TEST_CASE("nvidia-smi: the trapezoid of each board from its first to its last reading") {
    const auto read =
        read_logs({{"p.csv", head + row("10:00:00.000", 0, "100.00 W") + row("10:00:00.010", 1, "200.00 W") +
                                 row("10:00:02.000", 0, "300.00 W") + row("10:00:02.010", 1, "[N/A]") +
                                 row("10:00:04.000", 0, "100.00 W") + row("10:00:04.010", 1, "250.00 W") +
                                 row("10:00:04.010", 1, "250.00 W")}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 1);
    const lca::LoggedRun& run = read.logs->runs[0];
    REQUIRE(run.energies.size() == 2);
    // Board 0: (100 + 300) / 2 * 2 s + (300 + 100) / 2 * 2 s = 800 J. Board 1, over the missing reading: (200
    // + 250) / 2 * 4 s.
    CHECK(run.energies[0].value == 800);
    CHECK(run.energies[1].value == 900);
    CHECK(run.energies[1].unit == "J");
    CHECK(run.seconds == 4);
    CHECK_FALSE(run.device_seconds);
    CHECK_FALSE(run.has_host);
    CHECK(run.rows == "rows 2 to 8");
    CHECK(run.devices.size() == 2);
    CHECK(run.devices[0].name == "NVIDIA H100 PCIe");
    CHECK(read.notes("row 5", "no power reading of board 1 in these rows: interpolated"));
    CHECK(read.notes("row 8", "repeats the reading above it: counted once"));
}

TEST_CASE("nvidia-smi: without units in cells, with another column of power, without index or name") {
    const auto read = read_logs(
        {{"p.csv",
          "timestamp, power.draw.instant [W]\n2026/01/02 10:00:00.000, 50\n2026/01/02 10:00:10.000, 150\n"}});
    REQUIRE(read.logs);
    CHECK(read.joules() == 1000);  // (50 + 150) / 2 * 10 s
    CHECK(read.logs->runs[0].devices[0].name.empty());
}

TEST_CASE("nvidia-smi: a step of more than ten medians is a gap and is left out") {
    std::string text = head;
    for (int second = 0; second < 30; ++second)
        text += row(fmt::format("10:00:{:02}.000", second), 0, "100 W");
    text += row("10:01:00.000", 0, "100 W") + row("10:01:01.000", 0, "100 W");
    const auto read = read_logs({{"p.csv", text}});
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(3000));  // 29 s and 1 s of 100 W; not the 31 s between them
    CHECK(read.notes("rows 31 and 32", "board 0: no reading for 31 s between them"));
    REQUIRE_FALSE(read.logs->runs[0].remarks.empty());
    CHECK(read.logs->runs[0].remarks[0] == "board 0: 1 gaps, 31 s of 61 s, are excluded from its energy");
}

TEST_CASE("a step of exactly ten medians is none, whatever the order of lengths") {
    lca::BoardEnergy board;
    double now = 0;
    std::uint32_t line = 1;
    const auto add = [&](double step) {
        now += step;
        board.add(
            lca::Instant(std::chrono::round<std::chrono::microseconds>(std::chrono::duration<double>(now))),
            10, ++line);
    };
    for (const double step : {0.0, 1.0, 10.0, 1.0, 1.0, 10.1, 1.0}) add(step);
    const auto result = board.result();
    CHECK(result.median_step == 1);
    CHECK(result.gaps == 1);
    CHECK(result.gap_seconds == doctest::Approx(10.1));
    CHECK(result.joules == doctest::Approx(140));  // 14 s of 10 W
    REQUIRE(result.widest_gaps.size() == 1);
    CHECK(result.widest_gaps[0].from == 6);
    CHECK(result.widest_gaps[0].to == 7);
}

TEST_CASE("nvidia-smi: a board with one reading beside others has no energy, and that is said") {
    const auto read =
        read_logs({{"p.csv", head + row("10:00:00.000", 0, "100 W") + row("10:00:01.000", 1, "300 W") +
                                 row("10:00:02.000", 0, "90 W")}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 1);
    CHECK(read.logs->runs[0].energies.size() == 1);
    CHECK(read.joules() == 190);  // (100 + 90) / 2 * 2 s
    CHECK(read.notes("row 3", "board 1 has only one power reading"));
    const auto unnamed =
        read_logs({{"p.csv", "timestamp, index, power.draw [W]\n2026/01/02 10:00:00.000, nan, 5\n"}});
    CHECK(unnamed.says("no board is named"));
}

TEST_CASE("nvidia-smi: what cannot be") {
    const auto messages = [](const std::string& rows) {
        return read_logs({{"p.csv", head + rows}}).messages;
    };
    const auto has = [](const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    };
    CHECK(has(
        messages(row("10:00:00.000", 0, "100 W") + row("10:00:00.000", 0, "110 W")),
        "p.csv:3:47: error: column `power.draw [W]`: board `0` has another power at the same time in row 2"));
    CHECK(has(messages(row("10:00:05.000", 0, "100 W") + row("10:00:04.000", 0, "100 W")),
              "the time is earlier than row 2 of the same board"));
    CHECK(has(messages(row("10:00:05.000", 0, "-1 W")), "a negative power"));
    CHECK(has(messages(row("10:00:05.000", 0, "100 mW")), "column `power.draw [W]`: a power in `mW`"));
    CHECK(has(messages(row("10:00:05.000", 0, "1e400 W")), "is out of range"));
    CHECK(has(messages(row("10:00:05.000", 0, "[N/A]")), "no row has a power reading"));
    CHECK(has(messages("12345/01/02 10:00:00, 0, X, 5 W, 1 %\n"), "its year has more than four digits"));
    CHECK(has(read_logs({{"p.csv", "timestamp, power.draw [kJ]\n2026/01/02 10:00:00.000, 50\n"}}).messages,
              "the power is in `kJ`"));
    CHECK(has(read_logs({{"p.csv", "timestamp; power.draw [W]\n2026/01/02 10:00:00.000; 50,5\n"}}).messages,
              "this looks like nvidia-smi, but is separated by semicolons"));
}

TEST_CASE("nvidia-smi: two logs of one time are refused, unless their boards are others") {
    const auto log = [](const std::string& board) {
        return "timestamp, uuid, power.draw [W]\n2026/01/02 10:00:00.000, " + board +
               ", 50 W\n2026/01/02 10:00:10.000, " + board + ", 50 W\n";
    };
    CHECK_FALSE(read_logs({{"a.csv", log("GPU-1")}, {"b.csv", log("GPU-1") + "\n"}}).logs);
    const auto apart = read_logs({{"a.csv", log("GPU-1")}, {"b.csv", log("GPU-2")}});
    REQUIRE(apart.logs);
    CHECK(apart.joules() == 1000);
    CHECK(read_logs({{"a.csv", log("GPU-1")}, {"b.csv", log("GPU-1")}}).says("the same content as"));
}

TEST_CASE("nvidia-smi: in the repeated hour readings go on in the order of the file") {
    const auto found = lca::find_zone("Europe/Paris");
    if (!std::holds_alternative<lca::ZoneFile>(found)) return;  // a machine without tzdata
    const lca::TimeZone paris = std::get<lca::ZoneFile>(found).zone;
    // 2024-10-27: 02:59:59 CEST is followed by 02:00:00 CET.
    std::string text = head;
    for (const std::string time :
         {"01:59:59.000", "02:59:59.000", "02:00:00.000", "02:59:59.000", "03:00:00.000"})
        text += "2024/10/27 " + time + ", 0, X, 1 W, 0 %\n";
    const auto read = read_logs({{"p.csv", text}}, {.zone = &paris});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    CHECK(read.logs->runs[0].seconds == 7201);       // 1 h, 1 s, 59 min 59 s and 1 s
    CHECK_FALSE(read_logs({{"p.csv", text}}).logs);  // without the zone the clock goes back
}
