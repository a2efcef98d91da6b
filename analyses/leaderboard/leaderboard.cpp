#include "analyses/leaderboard/leaderboard.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <tuple>

namespace lca {
namespace {

/// A field that entries must have in common to be ranked together; name: as a page shows it.
struct Circumstance {
    std::string_view name;
    std::string LeaderboardEntry::*of;
};
constexpr std::array<Circumstance, 5> circumstances = {
    {{"kind", &LeaderboardEntry::kind},
     {"functional unit", &LeaderboardEntry::per},
     {"boundary", &LeaderboardEntry::boundary},
     {"what its energy includes", &LeaderboardEntry::includes},
     {"basis of electricity", &LeaderboardEntry::basis}}};

using Circumstances = std::array<std::string, circumstances.size()>;

Circumstances circumstances_of(const LeaderboardEntry& entry) {
    Circumstances all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = entry.*circumstances[i].of;
    return all;
}

/// The circumstances that most entries with a value share; of equally frequent ones the first by text.
Circumstances usual(std::span<const LeaderboardEntry> entries) {
    std::map<Circumstances, std::size_t> counts;
    for (const LeaderboardEntry& entry : entries) {
        if (entry.value) ++counts[circumstances_of(entry)];
    }
    const auto commonest = std::max_element(counts.begin(), counts.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
    return commonest == counts.end() ? Circumstances{} : commonest->first;
}

std::string in_words(const std::string& circumstance) {
    return circumstance.empty() ? "none" : "“" + circumstance + "”";
}

/// Why an entry is not ranked: the circumstances that differ; only the kind if that does. "" if it is ranked.
std::string reason_of(const LeaderboardEntry& entry, const Circumstances& wanted) {
    if (!entry.value) return "not assessed";
    const Circumstances own = circumstances_of(entry);
    std::string reason;
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (own[i] == wanted[i]) continue;
        reason += (reason.empty() ? "" : "; ") + std::string(circumstances[i].name) + ": " +
                  in_words(own[i]) + ", while most results have " + in_words(wanted[i]);
        if (i == 0) break;
    }
    return reason;
}

bool comes_first(const Leaderboard::Row& a, const Leaderboard::Row& b) {
    const auto key = [](const Leaderboard::Row& row) {
        const LeaderboardEntry& e = row.entry;
        constexpr double last = std::numeric_limits<double>::infinity();
        return std::tuple(!row.reason.empty(), e.value.value_or(last),
                          std::tie(e.title, e.note, e.kind, e.per),
                          std::tie(e.boundary, e.includes, e.basis, e.hardware, e.date),
                          e.energy.value_or(last), e.stars, std::string_view(e.file));
    };
    return key(a) < key(b);
}

}  // namespace

Leaderboard ranked(std::span<const LeaderboardEntry> entries) {
    const Circumstances wanted = usual(entries);
    Leaderboard board;
    for (const LeaderboardEntry& entry : entries) board.rows.push_back({entry, 0, reason_of(entry, wanted)});
    std::sort(board.rows.begin(), board.rows.end(), comes_first);
    for (std::size_t i = 0; i < board.rows.size() && board.rows[i].reason.empty(); ++i) {
        const bool equal = i > 0 && board.rows[i].entry.value == board.rows[i - 1].entry.value;
        board.rows[i].rank = equal ? board.rows[i - 1].rank : i + 1;
    }
    return board;
}

}  // namespace lca
