#pragma once
// The closed table of units: each spelling has exactly one reading.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lca/units/dimension.hpp"

namespace lca {

/// One unit. Several spellings (`GPU`, `GPUs`; `kgCO2e`, `kgCO2eq`, `kgCO2-eq`) are one row each with the
/// same factor.
struct Unit {
    std::string_view spelling;
    std::string_view kind;  // "energy": the heading in `lca units`
    Dimension dimension;
    double factor;                // one of it in base units
    std::string_view canonical;   // the spelling used in output
    std::string_view definition;  // "3.6e6 J (exact)": where the factor comes from
    double multiple, divisor;     // factor = multiple / divisor, both exact: conversions round once
};

std::span<const Unit> unit_table();
const Unit* find_unit(std::string_view spelling);

/// Known spellings near `spelling`, for messages; knows the usual mix-ups (kg for kgCO2e, kw for kW, CO2 for
/// CO2e, GPUh for GPU*h).
std::string unit_hint(std::string_view spelling);

}  // namespace lca
