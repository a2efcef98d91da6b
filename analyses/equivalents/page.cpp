// The table of equivalents: number of things, factor of one, and its source.
#include <cmath>

#include "analyses/equivalents/equivalents.hpp"
#include "lca/base/number.hpp"

namespace lca {
namespace {

/// A number with three digits: "0.884", "207,000".
std::string three_digits(double value) {
    if (!(value > 0)) return readable(value, 3);
    const double place = std::pow(10, std::floor(std::log10(value)) - 2);
    return readable(value >= 1000 ? std::round(value / place) * place : value, 3);
}

/// The number with its 90 % interval: "0.884 (0.849 to 0.945)".
std::string text_of(const Equivalent& one) {
    std::string value = three_digits(one.value);
    if (!one.low || !one.high) return value;
    return value + " (" + three_digits(*one.low) + " to " + three_digits(*one.high) + ")";
}

}  // namespace

void add_equivalents(Page& page, const Equivalents& equivalents) {
    page.heading("The total in everyday terms");
    if (equivalents.items.empty()) {
        page.paragraph("No equivalents: " + equivalents.reason + ".", Tone::faint);
        return;
    }
    Table table;
    table.columns = {{"", true}, {"", false, true}};
    List sources;
    for (const Equivalent& one : equivalents.items) {
        table.rows.push_back({{text_of(one), std::string(one.unit)}});
        const EquivalentSource& source = *one.source;
        sources.items.push_back({std::string(one.unit) + ": " + std::string(one.one) + "; " +
                                     std::string(source.publisher) + " (" + std::to_string(source.year) +
                                     "), " + std::string(source.access),
                                 {},
                                 Tone::faint});
    }
    page.table(std::move(table));
    page.list(std::move(sources));
}

}  // namespace lca
