// A leaderboard as an HTML page.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "analyses/leaderboard/leaderboard.hpp"
#include "analyses/shared/evaluation.hpp"
#include "lca/base/text.hpp"
#include "lca/page/listing.hpp"
#include "lca/page/scale.hpp"
#include "models/results/measure.hpp"

namespace lca {
namespace {

constexpr std::string_view emissions = "emissions";

Listing::Cell cell(std::string text, std::string below = {}) {
    Listing::Cell made;
    made.text = std::move(text);
    made.below = std::move(below);
    return made;
}

Listing::Cell amount(std::optional<double> value, std::size_t index, double unit) {
    if (!value) return cell("not assessed");
    Listing::Cell made = cell(short_text(*value * unit, measure(index).dimension));
    made.number = value;
    return made;
}

/// A cell such as "★★★★☆ 4 of 5"; empty for 0.
Listing::Cell stars(int count) {
    if (count == 0) return {};
    std::string text;
    constexpr int max_stars = 5;
    for (int i = 0; i < max_stars; ++i) text += i < count ? "★" : "☆";
    Listing::Cell made = cell(text + " " + std::to_string(count) + " of 5");
    made.number = count;
    return made;
}

/// The last `count` parts of a path: "a/one.json" for "runs/a/one.json" and 2.
std::string last_parts(const std::string& path, std::size_t count) {
    std::size_t at = path.size();
    for (; count > 0 && at != std::string::npos && at > 0; --count) at = path.rfind('/', at - 1);
    return at == std::string::npos || at == 0 ? path : path.substr(at + 1);
}

/// By row: "", or, where rows share title and note, the shortest ends of their paths that tell them apart.
std::vector<std::string> files_of(const Leaderboard& board) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> called;
    for (std::size_t i = 0; i < board.rows.size(); ++i)
        called[{board.rows[i].entry.title, board.rows[i].entry.note}].push_back(i);
    std::vector<std::string> files(board.rows.size());
    constexpr std::size_t max_parts = 100;
    for (const auto& [name, rows] : called) {
        std::set<std::string> distinct;
        for (std::size_t parts = 1; distinct.size() < rows.size() && parts < max_parts; ++parts) {
            if (rows.size() == 1) break;
            distinct.clear();
            for (const std::size_t row : rows)
                distinct.insert(files[row] = last_parts(board.rows[row].entry.file, parts));
        }
    }
    return files;
}

Listing::Row row_of(const Leaderboard::Row& row, const std::string& file) {
    const LeaderboardEntry& entry = row.entry;
    const bool of_emissions = entry.kind == emissions;
    const double energy_unit = measure(energy_measure).unit_in_base / (of_emissions ? 1 : 1000);
    Listing::Row made;
    made.greyed = row.rank == 0;
    std::string note = entry.note;
    if (!file.empty()) note += (note.empty() ? "" : ", ") + shown(file);
    if (made.greyed) note += (note.empty() ? "not ranked: " : ". Not ranked: ") + row.reason;
    Listing::Cell rank = cell(made.greyed ? "–" : std::to_string(row.rank));
    if (!made.greyed) rank.number = static_cast<double>(row.rank);
    Listing::Cell value =
        of_emissions ? amount(entry.value, index_of::climate, measure(index_of::climate).unit_in_base)
                     : Listing::Cell{};
    if (!entry.per.empty() && of_emissions) value.below = "per " + entry.per;
    Listing::Cell energy = amount(entry.energy, energy_measure, energy_unit);
    if (!entry.per.empty() && entry.energy) energy.below = "per " + entry.per;
    made.cells = {cell(entry.title, note),
                  std::move(rank),
                  std::move(value),
                  std::move(energy),
                  stars(entry.stars),
                  cell(entry.boundary, entry.includes.empty() ? "" : "energy includes " + entry.includes),
                  cell(entry.basis),
                  cell(entry.hardware),
                  cell(entry.date)};
    if (!of_emissions) made.cells[5].below = entry.kind;
    return made;
}

std::string headline(const Leaderboard& board) {
    const auto count = static_cast<std::size_t>(std::count_if(
        board.rows.begin(), board.rows.end(), [](const Leaderboard::Row& row) { return row.rank > 0; }));
    std::string text = std::to_string(board.rows.size()) + (board.rows.size() == 1 ? " result" : " results");
    if (count == board.rows.size()) return text + ", all of them comparable.";
    return text + ", of which " + std::to_string(count) + " are comparable and ranked.";
}

}  // namespace

std::string html_of(const Leaderboard& board) {
    Listing listing;
    listing.title = "Leaderboard";
    listing.headline = headline(board);
    listing.about =
        "Lowest first. Ranked are the results that agree with the majority in kind, functional unit, "
        "boundary, what the energy includes and the basis of electricity; the others are listed below, with "
        "the reason.";
    Listing::Table table{"Results"};
    table.columns = {{"Result"},      {"Rank", true}, {"Emissions", true}, {"Electricity", true},
                     {"Stars", true}, {"Boundary"},   {"Basis"},           {"Hardware"},
                     {"Date"}};
    const std::vector<std::string> files = files_of(board);
    for (std::size_t i = 0; i < board.rows.size(); ++i) table.rows.push_back(row_of(board.rows[i], files[i]));
    for (std::size_t column = table.columns.size(); column-- > 1;) {  // drops columns that are always empty
        const auto says = [column](const Listing::Row& row) {
            return !row.cells[column].text.empty() || !row.cells[column].below.empty();
        };
        if (std::any_of(table.rows.begin(), table.rows.end(), says)) continue;
        const auto at = static_cast<std::ptrdiff_t>(column);
        table.columns.erase(table.columns.begin() + at);
        for (Listing::Row& row : table.rows) row.cells.erase(row.cells.begin() + at);
    }
    listing.tables.push_back(std::move(table));
    listing.footer = "lca " + std::string(version());
    return write_listing(listing);
}

}  // namespace lca
