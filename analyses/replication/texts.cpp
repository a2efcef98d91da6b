#include "analyses/replication/texts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "lca/base/number.hpp"
#include "lca/page/scale.hpp"

namespace lca::replication {

std::string figure_name(const Expectation& expected) {
    std::string name = expected.of;
    if (expected.as == Expectation::ComparisonForm::share) name += ", share";
    if (expected.as == Expectation::ComparisonForm::per) name += " per " + expected.per;
    if (!expected.what_if.empty()) name += ", what if " + expected.what_if;
    return name;
}

std::string computed_text(const Check& check) {
    if (!check.computed) return "not assessed";
    const Expectation& expected = check.expected;
    if (std::fabs(*check.computed) >= 1e9 * expected.unit_factor) {
        return readable(*check.computed / expected.unit_factor, 6);
    }
    Scale scale{expected.unit, expected.unit_factor, 2};
    const double digit = 2 * expected.printed_precision / expected.unit_factor;
    if (digit > 0) scale.decimals = std::clamp(2 - static_cast<int>(std::lround(std::log10(digit))), 0, 12);
    return scale.text(*check.computed);
}

std::string published_text(const Expectation& expected) {
    switch (expected.kind) {
        case Expectation::Kind::at_least:
            return "≥ " + expected.written;
        case Expectation::Kind::at_most:
            return "≤ " + expected.written;
        case Expectation::Kind::value:
            break;
    }
    return expected.written;
}

std::string percent_off(double deviation) {
    const double share = 100 * deviation;
    if (std::fabs(share) < 0.0005) return "0.000 %";
    const int decimals = std::fabs(share) < 10 ? 3 : 1;
    return fmt::format("{:+.{}f} %", share, decimals);
}

std::string deviation_text(const Check& check) {
    if (!check.computed || check.expected.value == 0) return "–";
    return percent_off(check.deviation);
}

}  // namespace lca::replication
