#include "analyses/units/units.hpp"

#include <algorithm>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/units/quantity.hpp"

namespace lca {
namespace {

/// Throws InputError with the text, a caret below the position of the error, and what was expected.
[[noreturn]] void refuse(std::string_view text, const TextFault& fault) {
    std::string message = fault.message + "\n  " + shown(text, 200) + "\n  ";
    message += std::string(characters(text.substr(0, std::min(fault.offset, text.size()))), ' ') + "^";
    if (!fault.expected.empty()) message += "\nexpected: " + fault.expected;
    if (!fault.hint.empty()) message += "\n" + fault.hint;
    throw InputError(message);
}

template <class T>
T parsed(std::string_view text, const Parsed<T>& result) {
    if (const auto* fault = std::get_if<TextFault>(&result)) refuse(text, *fault);
    return std::get<T>(result);
}

[[noreturn]] void refuse_dimension(std::string_view value, const Dimension& from, std::string_view unit,
                                   const Dimension& to) {
    std::string message = in_quotes(value) + " is of dimension " + name(from) + ", `" + shown(unit) +
                          "` of dimension " + name(to);
    const std::string hint = mix_up(to, from);
    throw InputError(hint.empty() ? message : message + "\n" + hint);
}

}  // namespace

UnitList list_units() {
    return {unit_table()};
}

Conversion convert(std::string_view value, const std::optional<std::string>& unit) {
    const Quantity quantity = parsed(value, parse_quantity(value));
    const std::string target = unit ? *unit : customary_unit(quantity.unit.dimension);
    const UnitText read = parsed(target, parse_unit(target));
    if (read.dimension != quantity.unit.dimension)
        refuse_dimension(value, quantity.unit.dimension, target, read.dimension);
    return {quantity.value / read.factor, target};
}

Records records_of(const UnitList& list) {
    Records records;
    records.columns = {"unit", "kind", "dimension", "factor", "base", "canonical", "definition"};
    for (const Unit& unit : list.units) {
        records.rows.push_back({std::string(unit.spelling), std::string(unit.kind), name(unit.dimension),
                                unit.factor, coherent_unit(unit.dimension), std::string(unit.canonical),
                                std::string(unit.definition)});
    }
    return records;
}

Records records_of(const Conversion& conversion) {
    return {{"value", "unit"}, {{conversion.value, conversion.unit}}};
}

Report report_of(const UnitList& list) {
    return in_every_form(list);
}

Report report_of(const Conversion& conversion) {
    return in_every_form(conversion);
}

}  // namespace lca
