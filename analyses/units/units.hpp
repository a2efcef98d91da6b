#pragma once
// The units of the language as a closed table, and conversions between them.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lca/page/report.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// Every unit, in the order of the table.
struct UnitList {
    std::span<const Unit> units;
};
UnitList list_units();

struct Conversion {
    double value = 0;
    std::string unit;
};
/// Converts a value such as "57 gCO2e/kWh" to another unit; by default to the customary one of its dimension.
/// Throws InputError for a text that is not a value or unit, with a caret under the fault, and for units of
/// different dimensions.
Conversion convert(std::string_view value, const std::optional<std::string>& unit = std::nullopt);

/// The answers in every form; they refer to what they are made of.
Report report_of(const UnitList& list);
Page page_of(const UnitList& list);
Records records_of(const UnitList& list);
std::string json_of(const UnitList& list);

Report report_of(const Conversion& conversion);
Page page_of(const Conversion& conversion);
Records records_of(const Conversion& conversion);
std::string json_of(const Conversion& conversion);

}  // namespace lca
