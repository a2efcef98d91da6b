#include "models/results/expectation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lca {
namespace {

/// The largest difference that rounding can cause between two equal numbers of this size.
double slack(double a, double b) {
    return 4 * std::numeric_limits<double>::epsilon() * std::max(std::fabs(a), std::fabs(b));
}

/// Whether `computed`, truncated towards zero at the last digit of the published figure, equals that
/// figure.
bool truncates_to(double published, double digit, double computed) {
    const double sign = published < 0 ? -1 : 1;
    const double from = sign * published;
    const double found = sign * computed;
    const double room = slack(published, computed);
    return found >= from - room && found < from + digit - room;
}

bool agrees_as_printed(const Expectation& expected, double computed) {
    if (expected.truncate) return truncates_to(expected.value, 2 * expected.printed_precision, computed);
    return std::fabs(computed - expected.value) <=
           expected.printed_precision + slack(expected.value, computed);
}

bool bound_holds(const Expectation& expected, double computed) {
    const double room =
        expected.tolerance.value_or(0) * std::fabs(expected.value) + slack(expected.value, computed);
    switch (expected.kind) {
        case Expectation::Kind::at_least:
            return computed >= expected.value - room;
        case Expectation::Kind::at_most:
            return computed <= expected.value + room;
        case Expectation::Kind::value:
            return expected.tolerance && std::fabs(computed - expected.value) <= room;
    }
    return false;
}

}  // namespace

std::string_view to_string(Verdict verdict) {
    static constexpr std::array<std::string_view, 4> words = {"exact", "within", "off", "inconsistent"};
    return words.at(static_cast<std::size_t>(verdict));
}

Check check(const Expectation& expected, std::optional<double> computed) {
    Check result{expected, computed, 0, Verdict::off, false, {}};
    if (computed) {
        if (expected.value != 0) result.deviation = *computed / expected.value - 1;
        if (expected.kind == Expectation::Kind::value && agrees_as_printed(expected, *computed)) {
            result.verdict = Verdict::exact;
        } else if (bound_holds(expected, *computed)) {
            result.verdict = Verdict::within;
        }
    }
    if (!expected.inconsistent.empty()) {
        result.agrees_now = result.verdict != Verdict::off;
        result.verdict = Verdict::inconsistent;
    }
    return result;
}

}  // namespace lca
