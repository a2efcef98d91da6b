#include "analyses/uncertainty/histogram.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace lca::uncertainty {
namespace {

constexpr std::size_t max_histograms = 4;
constexpr double max_bar = 40;
constexpr double tail = 0.005;

/// A bar of this many characters, in steps of an eighth: "██████▌".
std::string bar(double length) {
    constexpr std::array<std::string_view, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const auto all = static_cast<std::size_t>(std::lround(std::max(0.0, length) * 8));
    std::string text;
    for (std::size_t i = 0; i < all / 8; ++i) text += "█";
    text += eighths[all % 8];
    return text;
}

/// The width of an interval: 1, 2 or 5 times a power of ten, so that about `rows` of them make up `width`.
double round_step(double width, std::size_t rows) {
    const double min_width = width / static_cast<double>(rows);
    const double power = std::pow(10.0, std::floor(std::log10(min_width)));
    for (double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= min_width * 0.999) return factor * power;
    }
    return 10 * power;
}

}  // namespace

std::vector<NamedResult> shown_as_histograms(const Results& results, std::size_t measure_index,
                                             const std::vector<NamedResult>& requested, bool broken_down) {
    std::vector<NamedResult> shown;
    if (!broken_down) shown = requested;
    const Result* total = results.find("total");
    if (shown.empty() && total && !results.activities.empty()) {
        shown.push_back({"total", total->steps.at(measure_index), measure(measure_index).dimension});
    }
    if (shown.empty()) {
        for (const Output& output : results.outputs)
            shown.push_back({"outputs." + output.name, output.step, output.dimension});
    }
    std::erase_if(shown, [](const NamedResult& one) { return one.step == no_step; });
    if (shown.size() > max_histograms) shown.resize(max_histograms);
    return shown;
}

Table histogram(const Sketch& sketch, Scale scale, std::size_t rows) {
    constexpr std::array<double, 2> ends = {tail, 1 - tail};
    const std::vector<double> at = sketch.quantiles(ends);
    const double step = round_step(std::max((at[1] - at[0]) / scale.factor, 1e-300), rows);
    const double first = std::floor(at[0] / scale.factor / step) * step;
    const auto count = static_cast<std::size_t>(std::ceil((at[1] / scale.factor - first) / step + 1e-9));
    // The first element is for values below all intervals, the last for those above.
    std::vector<double> shares(count + 2, 0.0);
    const auto all = static_cast<double>(sketch.count());
    for (const Sketch::Bin& bin : sketch.bins()) {
        const double middle = (bin.low + bin.high) / 2 / scale.factor;
        const double place = std::floor((middle - first) / step) + 1;
        const auto index = static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(count + 1)));
        shares[index] += static_cast<double>(bin.count) / all;
    }
    scale.decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 12);
    const double largest = *std::max_element(shares.begin(), shares.end());
    Table table;
    table.columns = {{"from", true}, {"share", true}, {""}};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if ((i == 0 || i == count + 1) && shares[i] == 0) continue;
        const double from = first + (static_cast<double>(i) - 1) * step;
        const std::string label = i == 0 ? "below" : scale.text(from * scale.factor);
        table.rows.push_back(
            {{label, percent(shares[i]), bar(shares[i] / largest * max_bar)}, 0, Tone::plain, false});
    }
    return table;
}

}  // namespace lca::uncertainty
