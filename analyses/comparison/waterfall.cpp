// The waterfall of a difference: a bar for the base, for the effect of each change, and for the variant.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "analyses/comparison/texts.hpp"
#include "lca/base/text.hpp"

namespace lca::comparison {
namespace {

constexpr std::size_t max_shown = 20;  // changes with a bar of their own

/// Widths in characters. `bar`: of the longest bar; the other: of a path with its old and new value.
struct Widths {
    long bar = 24;
    std::size_t room = 40;
};
constexpr Widths beside_intervals = {14, 28};

std::string repeated(std::string_view sign, long count) {
    std::string text;
    for (long i = 0; i < count; ++i) text += sign;
    return text;
}

/// Draws bars on one axis, which includes zero.
class BarAxis {
public:
    BarAxis(const std::vector<double>& values, long width) : width_(width) {
        low_ = std::min(0.0, *std::min_element(values.begin(), values.end()));
        high_ = std::max(0.0, *std::max_element(values.begin(), values.end()));
    }

    std::string bar(double from, double to, std::string_view sign) const {
        if (!(high_ > low_) || from == to) return "";
        const long start = place(std::min(from, to)), end = place(std::max(from, to));
        const long begin = std::min(start, width_ - 1);
        return repeated("·", begin) + repeated(sign, std::max(1L, end - begin));
    }

private:
    long place(double value) const {
        return std::lround((value - low_) / (high_ - low_) * static_cast<double>(width_));
    }

    double low_ = 0, high_ = 0;
    long width_;
};

std::string words(const ComparedChanges::InputChange& change) {
    return (change.from.empty() ? "" : change.from + " ") + "→ " +
           (change.to.empty() ? "nothing" : change.to);
}

/// Adds a row: old and new value stand beside the path if they fit, else in a row below.
void add(Table& table, const ComparedChanges::InputChange& change, std::size_t room,
         std::vector<std::string> cells) {
    const std::string text = words(change);
    const bool fits = characters(change.path) + characters(text) + 2 <= room;
    cells.insert(cells.begin(), fits ? change.path + ": " + text : change.path);
    table.rows.push_back({std::move(cells), 0, Tone::plain, false});
    if (!fits) table.rows.push_back({{text}, 1, Tone::faint, false});
}

std::string interval_of(const ComparedChanges& changes, std::size_t change, std::size_t measure,
                        const Scale& scale) {
    const std::optional<ShareInterval>& one = changes.intervals[change][measure];
    if (!one) return "–";
    const double width = one->p95 - one->p5;
    constexpr double rounding = 1e-9;  // a relatively narrower interval is only rounding
    if (width <= rounding * std::fabs(one->p50)) return "does not vary";
    return signed_text(scale, one->p5) + " to " + signed_text(scale, one->p95);
}

}  // namespace

std::size_t shown_changes(const ComparedChanges& changes, std::size_t measure) {
    constexpr std::size_t few = 6;
    if (changes.changes.size() <= few) return changes.changes.size();
    std::size_t count = 0;
    for (std::size_t i = 0; i < changes.changes.size(); ++i) {
        const std::optional<double> share = changes.share(i, measure);
        if (share && *share != 0) ++count;
    }
    return count;
}

Table waterfall(const ComparedChanges& changes, std::size_t measure, const Scale& scale,
                const std::string& base, const std::string& variant) {
    Table table;
    const std::size_t total = measure * ComparedChanges::per_measure;
    const Attribution& attribution = *changes.attribution;
    if (!changes.share(0, measure)) return table;
    std::vector<std::size_t> order(changes.changes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::fabs(attribution.shares[a][total]) > std::fabs(attribution.shares[b][total]);
    });
    std::vector<double> levels = {attribution.from[total], attribution.to[total]};
    double level = attribution.from[total];
    for (const std::size_t i : order) levels.push_back(level += attribution.shares[i][total]);
    const bool sure = std::any_of(changes.intervals.begin(), changes.intervals.end(),
                                  [measure](const auto& of) { return of[measure].has_value(); });
    const Widths widths = sure ? beside_intervals : Widths{};
    const BarAxis axis(levels, widths.bar);
    const auto cells = [sure](std::string value, std::string interval, std::string bar) {
        std::vector<std::string> made = {std::move(value)};
        if (sure) made.push_back(std::move(interval));
        made.push_back(std::move(bar));
        return made;
    };
    const auto end = [&](const std::string& name, double value) {
        std::vector<std::string> made = cells(scale.text(value), "", axis.bar(0, value, "█"));
        made.insert(made.begin(), name);
        table.rows.push_back({std::move(made), 0, Tone::strong, false});
    };

    table.columns = {{"change", false, true}, {scale.unit, true}};
    if (sure) table.columns.push_back({"90 % interval", true, true});
    table.columns.push_back({""});
    end(base, levels[0]);
    table.rows.front().rule_above = true;
    level = levels[0];
    const std::size_t shown = std::min(shown_changes(changes, measure), max_shown);
    for (std::size_t n = 0; n < shown; ++n) {
        const double share = attribution.shares[order[n]][total];
        const std::string bar = axis.bar(level, level + share, share > 0 ? "▓" : "░");
        const std::string interval = sure ? interval_of(changes, order[n], measure, scale) : "";
        add(table, changes.changes[order[n]], widths.room, cells(signed_text(scale, share), interval, bar));
        level += share;
    }
    if (shown < order.size()) {
        const double rest = attribution.to[total] - level;
        const bool zero = attribution.shares[order[shown]][total] == 0;
        std::vector<std::string> made =
            cells(zero ? "0" : signed_text(scale, rest), "",
                  zero ? "" : axis.bar(level, level + rest, rest > 0 ? "▓" : "░"));
        made.insert(made.begin(), std::to_string(order.size() - shown) + (zero ? " more" : " smaller ones"));
        table.rows.push_back({std::move(made), 0, Tone::plain, false});
    }
    end(variant, levels[1]);
    return table;
}

}  // namespace lca::comparison
