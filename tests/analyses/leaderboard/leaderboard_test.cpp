// Which results are ranked beside each other.

#include "analyses/leaderboard/leaderboard.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace lca;

namespace {

LeaderboardEntry entry(std::string title, std::optional<double> value, std::string boundary = "dynamic") {
    LeaderboardEntry made;
    made.title = std::move(title);
    made.kind = "emissions";
    made.value = value;
    made.boundary = std::move(boundary);
    return made;
}

}  // namespace

TEST_CASE("a leaderboard ranks what most results count, equals alike, and greys the others") {
    std::vector<LeaderboardEntry> entries = {entry("c", 3), entry("b", 2), entry("a", 2),
                                             entry("open", std::nullopt),
                                             entry("whole", 1, "embodied, dynamic")};
    const Leaderboard board = ranked(entries);
    REQUIRE(board.rows.size() == 5);
    CHECK(board.rows[0].entry.title == "a");
    CHECK(board.rows[0].rank == 1);
    CHECK(board.rows[1].entry.title == "b");
    CHECK(board.rows[1].rank == 1);
    CHECK(board.rows[2].rank == 3);
    CHECK(board.rows[3].entry.title == "whole");
    CHECK(board.rows[3].rank == 0);
    CHECK(board.rows[3].reason == "boundary: “embodied, dynamic”, while most results have “dynamic”");
    CHECK(board.rows[4].reason == "not assessed");
    const std::string page = html_of(board);
    std::reverse(entries.begin(), entries.end());
    CHECK(html_of(ranked(entries)) == page);
}

TEST_CASE(
    "of equally many the first in the order of their letters are ranked, whatever the order they come in") {
    const std::vector<LeaderboardEntry> one = {entry("a", 1, "x"), entry("b", 2, "y")},
                                        other = {one[1], one[0]};
    CHECK(ranked(one).rows[0].entry.title == "a");
    CHECK(ranked(other).rows[0].entry.title == "a");
    CHECK(ranked(other).rows[1].rank == 0);
    CHECK(ranked({}).rows.empty());
}
