#include "lca/units/last_unit.hpp"

#include "lca/units/quantity.hpp"

namespace lca {

std::vector<std::string> with_last_unit(std::vector<std::string> items) {
    if (items.empty()) return items;
    const Parsed<Quantity> last = parse_quantity(items.back());
    const Quantity* unit = std::get_if<Quantity>(&last);
    if (unit == nullptr || unit->bare || unit->terms != 1) return items;
    const std::string text(unit->unit.text);  // copied: it is a view into an item that the loop may change
    for (std::string& item : items) {
        const Parsed<Quantity> parsed = parse_quantity(item);
        const Quantity* number = std::get_if<Quantity>(&parsed);
        if (number != nullptr && number->bare) item += " " + text;
    }
    return items;
}

}  // namespace lca
