// The answer for people: the break-even values and how uncertain they are, or that there is none and why.
#include "analyses/break_even/break_even.hpp"

#include <cmath>

#include "lca/base/number.hpp"
#include "lca/calc/written_unit.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

std::string by_text(const BreakEven& found, double value) {
    return in_written_unit(value, found.by, 5);
}

std::string sides(const BreakEven& found, std::size_t end) {
    return found.first + " " + with_unit(found.first_at[end], found.dimension) + ", " + found.second + " " +
           with_unit(found.second_at[end], found.dimension);
}

/// A value of the input with four digits: samples support no more.
std::string rough(const BreakEven& found, double value) {
    const double shown = value / found.by.unit_factor;
    if (shown == 0 || !std::isfinite(shown)) return by_text(found, value);
    const double step = std::pow(10, std::floor(std::log10(std::fabs(shown))) - 3);
    return by_text(found, std::round(shown / step) * step * found.by.unit_factor);
}

std::string spread_text(const BreakEven& found, const RootSpread& spread) {
    const std::string draws = readable(static_cast<double>(spread.draws), 6) + " samples";
    std::string text = "in " + draws + ": ";
    if (spread.without > 0) {
        const double share = static_cast<double>(spread.without) / static_cast<double>(spread.draws);
        text = "in " + percent(share) + " of " + draws + " there is none in the range";
        if (spread.without == spread.draws) return text;
        text += "; in the others: ";
    }
    return text + "median " + rough(found, spread.median) + ", 90 % interval " + rough(found, spread.p5) +
           " to " + rough(found, spread.p95);
}

}  // namespace

std::string reason_without_roots(const BreakEven& found) {
    if (found.same) {
        return found.first + " and " + found.second + " are equal at every value from " +
               by_text(found, found.low) + " to " + by_text(found, found.high) +
               ": there is no single break-even.";
    }
    const bool above = found.first_at[0] > found.second_at[0];
    return "None: from " + by_text(found, found.low) + " to " + by_text(found, found.high) + ", " +
           found.first + " stays " + (above ? "above " : "below ") + found.second + ".";
}

Page page_of(const BreakEven& found) {
    Page page;
    page.title = found.title;
    page.paragraph(found.first + " = " + found.second + ", by " + std::string(found.by.path) + " (now " +
                   by_text(found, found.by.value) + ")");
    if (found.roots.empty()) page.paragraph(reason_without_roots(found), Tone::strong);
    List list;
    for (const FoundRoot& one : found.roots) {
        List::Item item;
        item.tone = Tone::strong;
        item.text = std::string(found.by.path) + " = " + by_text(found, one.at);
        if (one.jump) {
            item.details.push_back("there they cross in one step, without being equal");
        } else {
            item.details.push_back("both are " + with_unit(one.value, found.dimension));
        }
        if (!one.invalid_reason.empty())
            item.details.push_back("but this value is not allowed: " + one.invalid_reason);
        if (one.spread) item.details.push_back(spread_text(found, *one.spread));
        list.items.push_back(std::move(item));
    }
    page.list(std::move(list));
    for (const bool first : {true, false}) {
        if (first ? found.first_partial : found.second_partial)
            page.paragraph((first ? found.first : found.second) +
                               " counts only what is assessed: `lca evaluate` lists the gaps",
                           Tone::faint);
        if (found.first == found.second) break;
    }
    page.paragraph("Range searched: " + by_text(found, found.low) + " (" + sides(found, 0) + ") to " +
                       by_text(found, found.high) + " (" + sides(found, 1) + ").",
                   Tone::faint);
    if (!found.note.empty()) page.paragraph(found.note, Tone::faint);
    return page;
}

}  // namespace lca
