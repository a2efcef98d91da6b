// The table of units for people, grouped by kind; a unit with several spellings has one row.
#include "analyses/units/units.hpp"
#include "lca/base/number.hpp"

namespace lca {
namespace {

/// A unit, and its other spellings.
struct Entry {
    const Unit* unit;
    std::string also;
};

std::vector<Entry> entries(std::span<const Unit> units) {
    std::vector<Entry> found;
    for (const Unit& unit : units) {
        bool known = false;
        for (Entry& entry : found) {
            if (entry.unit->canonical != unit.canonical || entry.unit->dimension != unit.dimension) continue;
            entry.also += (entry.also.empty() ? "" : ", ") + std::string(unit.spelling);
            known = true;
        }
        if (!known) found.push_back({&unit, {}});
    }
    return found;
}

}  // namespace

Page page_of(const UnitList& list) {
    Page page;
    page.title = "All units. Letter case matters.";
    Table table;
    table.columns = {{"unit"}, {"is", false, true}, {"also written", false, true}};
    std::string_view kind;
    for (const Entry& entry : entries(list.units)) {
        if (entry.unit->kind != kind) {
            kind = entry.unit->kind;
            table.rows.push_back({{std::string(kind)}, 0, Tone::strong, true});
        }
        Table::Row row;
        row.cells = {std::string(entry.unit->spelling), std::string(entry.unit->definition), entry.also};
        row.indent = 1;
        table.rows.push_back(std::move(row));
    }
    page.table(std::move(table));
    page.paragraph(
        "Units multiply with `*`, `·` or a space, divide with `/`, raise with `^`; after `/` comes one unit "
        "or one bracket: kgCO2e/(GPU*h). `%` is a hundredth.");
    return page;
}

Page page_of(const Conversion& conversion) {
    Page page;
    // Fifteen digits are not affected by rounding in the conversion.
    page.title = readable(conversion.value, 15) + (conversion.unit.empty() ? "" : " " + conversion.unit);
    return page;
}

}  // namespace lca
