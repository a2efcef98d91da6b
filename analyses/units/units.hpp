#pragma once
// All units of the scenario language, and conversions between them.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lca/page/report.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// Every unit that exists, in the order of the program's table.
struct UnitList {
    std::span<const Unit> units;
};
UnitList list_units();

struct Conversion {
    double value = 0;
    std::string unit;
};
/// Converts a value such as "57 gCO2e/kWh" to another unit, by default to the customary one of its dimension.
/// Throws InputError if a text is not a value or a unit, with a caret below the error, or if dimensions
/// differ.
Conversion convert(std::string_view value, const std::optional<std::string>& unit = std::nullopt);

/// The answers in every output form; they refer to their argument.
Report report_of(const UnitList& list);
Page page_of(const UnitList& list);
Records records_of(const UnitList& list);
std::string json_of(const UnitList& list);

Report report_of(const Conversion& conversion);
Page page_of(const Conversion& conversion);
Records records_of(const Conversion& conversion);
std::string json_of(const Conversion& conversion);

}  // namespace lca
