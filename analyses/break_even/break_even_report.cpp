#include "analyses/break_even/break_even_report.hpp"

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

/// Four digits: draws support no more.
std::string rough(const BreakEven& found, double value) {
    const double shown = value / found.by.unit_factor;
    if (shown == 0 || !std::isfinite(shown)) return by_text(found, value);
    const double step = std::pow(10, std::floor(std::log10(std::fabs(shown))) - 3);
    return by_text(found, std::round(shown / step) * step * found.by.unit_factor);
}

std::string spread_text(const BreakEven& found, const RootSpread& spread) {
    const std::string draws = readable(static_cast<double>(spread.draws), 6) + " draws";
    std::string text = "by " + draws + ": ";
    if (spread.without > 0) {
        const double share = static_cast<double>(spread.without) / static_cast<double>(spread.draws);
        text = percent(share) + " of " + draws + " have none in the range";
        if (spread.without == spread.draws) return text;
        text += "; of the others: ";
    }
    return text + "median " + rough(found, spread.median) + ", 90 % interval " + rough(found, spread.p5) +
           " to " + rough(found, spread.p95);
}

std::string none_text(const BreakEven& found) {
    if (found.same) {
        return found.first + " and " + found.second + " are the same from " + by_text(found, found.low) +
               " to " + by_text(found, found.high) + ": no one value makes them equal.";
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
    if (found.roots.empty()) page.paragraph(none_text(found), Tone::strong);
    List list;
    for (const FoundRoot& one : found.roots) {
        List::Item item;
        item.tone = Tone::strong;
        item.text = std::string(found.by.path) + " = " + by_text(found, one.root.at);
        if (one.root.jump) {
            item.details.push_back("there they pass each other in one step, without being equal");
        } else {
            item.details.push_back("both are " + with_unit(one.value, found.dimension));
        }
        if (!one.impossible.empty())
            item.details.push_back("but the file may not hold it: " + one.impossible);
        if (one.spread) item.details.push_back(spread_text(found, *one.spread));
        list.items.push_back(std::move(item));
    }
    page.list(std::move(list));
    page.paragraph("Looked at: " + by_text(found, found.low) + " (" + sides(found, 0) + ") to " +
                       by_text(found, found.high) + " (" + sides(found, 1) + ").",
                   Tone::faint);
    return page;
}

Records records_of(const BreakEven& found) {
    Records records;
    records.columns = {"of",       "with",   "by", "unit", "value",        "jump",
                       "possible", "median", "p5", "p95",  "draws_without"};
    const double unit = found.by.unit_factor;
    for (const FoundRoot& one : found.roots) {
        std::vector<Records::Cell> row = {found.first,
                                          found.second,
                                          std::string(found.by.path),
                                          std::string(found.by.unit),
                                          one.root.at / unit,
                                          std::string(one.root.jump ? "true" : "false"),
                                          std::string(one.impossible.empty() ? "true" : "false")};
        row.resize(records.columns.size());
        if (one.spread && one.spread->without < one.spread->draws) {
            row[7] = one.spread->median / unit;
            row[8] = one.spread->p5 / unit;
            row[9] = one.spread->p95 / unit;
        }
        if (one.spread)
            row[10] = static_cast<double>(one.spread->without) / static_cast<double>(one.spread->draws);
        records.rows.push_back(std::move(row));
    }
    return records;
}

void write_root(JsonWriter& json, const BreakEven& found, const FoundRoot& one) {
    const double unit = found.by.unit_factor;
    json.begin_object().entry("value", one.root.at / unit).key("jump").truth(one.root.jump);
    json.key("possible").truth(one.impossible.empty()).entry_if("why_not", one.impossible);
    if (one.spread) {
        const RootSpread& spread = *one.spread;
        json.key("uncertainty").begin_object();
        json.key("draws").whole(spread.draws).key("draws_without").whole(spread.without);
        json.key("seed").whole(found.seed);
        if (spread.without < spread.draws) {
            json.entry("p5", spread.p5 / unit)
                .entry("p50", spread.median / unit)
                .entry("p95", spread.p95 / unit);
        }
        json.end_object();
    }
    json.end_object();
}

std::string json_of(const BreakEven& found) {
    JsonWriter json(3);
    json.begin_object().entry("schema_version", schema_version).entry("title", found.title);
    write_provenance(json, found.provenance);
    json.entry("of", found.first).entry("with", found.second).entry("by", found.by.path);
    json.entry("unit", found.by.unit).entry("now", found.by.value / found.by.unit_factor);
    json.entry("from", found.low / found.by.unit_factor).entry("to", found.high / found.by.unit_factor);
    json.key("roots").begin_array();
    for (const FoundRoot& one : found.roots) write_root(json, found, one);
    json.end_array();
    if (found.roots.empty()) json.entry("why_none", none_text(found));
    json.end_object();
    return std::move(json).take();
}

}  // namespace

Report break_even_report(const BreakEven& found) {
    return {[&found] { return page_of(found); }, [&found] { return records_of(found); },
            at_once([&found] { return json_of(found); })};
}

}  // namespace lca
