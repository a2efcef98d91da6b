#pragma once
// A published figure beside the computed one, and whether they agree.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// One entry of `expect`.
struct Expectation {
    enum class Kind : unsigned char { value, at_least, at_most };
    enum class ComparisonForm : unsigned char { quantity, share, per };
    Place place;
    std::string of;  // a result, output or activity figure by name
    ComparisonForm as = ComparisonForm::quantity;
    std::string per;      // "request", "token", "functional_unit"
    std::string what_if;  // "" for the base
    std::string where;    // "Table 3"
    Kind kind = Kind::value;
    std::string written;     // "24.69"
    std::string unit;        // "tCO2e", "%"
    double value = 0;        // base units
    double unit_factor = 1;  // one `unit` in base units
    Dimension dimension;
    Place unit_place = {};  // of the unit, or of the figure where it is bare
    std::uint32_t unit_width = 1;
    double last_digit = 0;  // half a unit of the last digit as written, in base units: `153.90` ± 0.005
    std::optional<double> tolerance;  // relative, of the value
    std::string because;              // why the tolerance, or why it is truncated
    bool truncate = false;
    std::string inconsistent;  // the reason; "" if it should agree
    std::string note;
};

enum class Verdict : unsigned char { exact, within, off, inconsistent };
std::string_view to_string(Verdict verdict);

/// An expectation compared with the computed figure.
struct Check {
    Expectation expected;
    std::optional<double> computed;  // base units; none: not assessed, which is `off`
    double deviation = 0;            // computed / published - 1
    Verdict verdict = Verdict::off;
    bool agrees_now = false;  // marked inconsistent, but it agrees
    /// Inputs of the result that were chosen to reproduce a published figure (`status: fitted`): path and
    /// note.
    std::vector<std::pair<std::string, std::string>> fitted = {};
};

/// exact: agrees at the published last digit (ends included), or is truncated to it; within: a stated
/// tolerance or a bound holds; inconsistent: marked so in the file; off: none of these. A comparison allows 4
/// units in the last place of a double for the arithmetic of the half digit itself.
Check check(const Expectation& expected, std::optional<double> computed);

}  // namespace lca
