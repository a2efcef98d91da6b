#pragma once
// A published figure, compared with the computed one.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// One published figure from an entry of `expect`.
struct Expectation {
    enum class Kind : unsigned char { value, at_least, at_most };
    enum class ComparisonForm : unsigned char { quantity, share, per };
    Place place;
    std::string of;  // name of a result, output or figure of an activity
    ComparisonForm as = ComparisonForm::quantity;
    std::string per;      // "request", "token", "functional_unit"
    std::string what_if;  // "" for the base
    std::string where;    // "Table 3"
    Kind kind = Kind::value;
    std::string written;     // "24.69"
    std::string unit;        // "tCO2e", "%"
    double value = 0;        // in base units
    double unit_factor = 1;  // one `unit` in base units
    Dimension dimension;
    Place unit_place = {};  // of the unit; without a unit, of the figure
    std::uint32_t unit_width = 1;
    double printed_precision = 0;     // half a unit of the last digit, in base units: `153.90` ± 0.005
    std::optional<double> tolerance;  // relative to the value
    std::string because;              // reason for the tolerance or truncation
    bool truncate = false;
    std::string inconsistent;  // why the figure cannot be reproduced; "" if it should agree
    std::string note;
};

enum class Verdict : unsigned char { exact, within, off, inconsistent };
std::string_view to_string(Verdict verdict);

/// The outcome of comparing a published figure with the computed one.
struct Check {
    Expectation expected;
    std::optional<double> computed;  // in base units; empty: not assessed, which counts as `off`
    double deviation = 0;            // computed / published - 1
    Verdict verdict = Verdict::off;
    bool agrees_now = false;  // whether it is marked inconsistent but agrees
    /// Path and note of inputs of the result that were chosen to reproduce a published figure (`status:
    /// fitted`).
    std::vector<std::pair<std::string, std::string>> fitted = {};
};

/// exact: agrees at the published last digit (with both ends of the interval), or is truncated to it; within:
/// a stated tolerance or a bound holds; inconsistent: the file says so; off: none of these. Differences of up
/// to 4 units in the last place of a double are accepted, as half a digit is computed in floating point.
Check check(const Expectation& expected, std::optional<double> computed);

}  // namespace lca
