// A difference as bars: from the base, through what each change adds or takes away, to the variant.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "lca/base/text.hpp"
#include "lca/report/compare_report.hpp"

namespace lca {
namespace {

constexpr double width = 24;      // of the longest bar, in characters
constexpr std::size_t most = 20;  // changes shown one by one
constexpr std::size_t room = 40;  // for a path and what changed there

std::string repeated(std::string_view sign, long count) {
    std::string text;
    for (long i = 0; i < count; ++i) text += sign;
    return text;
}

/// Bars between two values on one axis, which holds zero.
class BarAxis {
public:
    explicit BarAxis(const std::vector<double>& values) {
        low_ = std::min(0.0, *std::min_element(values.begin(), values.end()));
        high_ = std::max(0.0, *std::max_element(values.begin(), values.end()));
    }

    std::string bar(double from, double to, std::string_view sign) const {
        if (!(high_ > low_) || from == to) return "";
        const long start = place(std::min(from, to)), end = place(std::max(from, to));
        const long begin = std::min(start, static_cast<long>(width) - 1);
        return repeated("·", begin) + repeated(sign, std::max(1L, end - begin));
    }

private:
    long place(double value) const { return std::lround((value - low_) / (high_ - low_) * width); }

    double low_ = 0, high_ = 0;
};

std::string words(const ComparedChanges::Change& change) {
    return (change.from.empty() ? "" : change.from + " ") + "→ " +
           (change.to.empty() ? "nothing" : change.to);
}

/// What changed stands beside its path where there is room, else below it.
void add(Table& table, const ComparedChanges::Change& change, const std::string& value,
         const std::string& bar) {
    const std::string text = words(change);
    const bool fits = characters(change.path) + characters(text) + 2 <= room;
    table.rows.push_back(
        {{fits ? change.path + ": " + text : change.path, value, bar}, 0, Tone::plain, false});
    if (!fits) table.rows.push_back({{text}, 1, Tone::faint, false});
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
    const BarAxis axis(levels);

    table.columns = {{"change", false, true}, {scale.unit, true}, {""}};
    table.rows.push_back(
        {{base, scale.text(attribution.from[total]), axis.bar(0, levels[0], "█")}, 0, Tone::strong, true});
    level = attribution.from[total];
    const std::size_t shown = std::min(shown_changes(changes, measure), most);
    for (std::size_t n = 0; n < shown; ++n) {
        const double share = attribution.shares[order[n]][total];
        add(table, changes.changes[order[n]], signed_text(scale, share),
            axis.bar(level, level + share, share > 0 ? "▓" : "░"));
        level += share;
    }
    if (shown < order.size()) {
        const double rest = attribution.to[total] - level;
        const bool nil = attribution.shares[order[shown]][total] == 0;
        table.rows.push_back({{std::to_string(order.size() - shown) + (nil ? " more" : " smaller ones"),
                               nil ? "0" : signed_text(scale, rest),
                               nil ? "" : axis.bar(level, level + rest, rest > 0 ? "▓" : "░")},
                              0,
                              Tone::plain,
                              false});
    }
    table.rows.push_back(
        {{variant, scale.text(attribution.to[total]), axis.bar(0, levels[1], "█")}, 0, Tone::strong, false});
    return table;
}

}  // namespace lca
