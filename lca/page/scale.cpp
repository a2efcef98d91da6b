#include "lca/page/scale.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "lca/base/number.hpp"
#include "lca/units/impact.hpp"
#include "lca/units/quantity.hpp"

namespace lca {
namespace {

/// Units of one dimension for people, the smallest first; that one is also used for smaller values. Units of
/// impacts are in the table of impacts instead.
using Ladder = std::array<std::string_view, 4>;

constexpr Ladder ladders[] = {
    {"Wh", "kWh", "MWh", "GWh"},
    {"W", "kW", "MW"},
    {"s", "min", "h"},
    {"gCO2e/kWh"},
    {"gCO2e/request", "kgCO2e/request"},
    {"Wh/request", "kWh/request"},
    {"gCO2e/token"},
    {"Wh/token"},
};

UnitText unit_of(std::string_view text) {
    const Parsed<UnitText> parsed = parse_unit(text);
    const UnitText* unit = std::get_if<UnitText>(&parsed);
    return unit ? *unit : UnitText{};
}

/// Units for short texts. The first `small` of them, for values below usual totals, are used from 0.1 on.
struct ShortLadder {
    std::array<std::string_view, 6> units;
    std::size_t small;  // number of the small units
};
constexpr ShortLadder short_ladders[] = {{{"ugCO2e", "mgCO2e", "gCO2e", "kgCO2e", "tCO2e"}, 3},
                                         {{"uWh", "mWh", "Wh", "kWh", "MWh", "GWh"}, 3}};

/// The smallest value for which a unit is used: one of it, but for MWh and GWh 10,000 of them.
double threshold(std::string_view unit, double factor) {
    return unit == "MWh" || unit == "GWh" ? 10'000 * factor : factor;
}

std::span<const std::string_view> ladder_of(Dimension dimension) {
    for (const ImpactCategory& impact : impacts()) {
        if (impact.dimension == dimension) return impact.units_shown;
    }
    for (const Ladder& ladder : ladders) {
        if (unit_of(ladder[0]).dimension == dimension) return ladder;
    }
    return {};
}

Scale choose(Dimension dimension, double largest) {
    const std::span<const std::string_view> ladder = ladder_of(dimension);
    if (ladder.empty() || ladder[0].empty()) {
        const std::string unit = customary_unit(dimension);
        return {unit, unit.empty() ? 1 : unit_of(unit).factor, 0};
    }
    Scale scale{std::string(ladder[0]), unit_of(ladder[0]).factor, 0};
    for (const std::string_view unit : ladder) {
        if (unit.empty()) break;
        const double factor = unit_of(unit).factor;
        if (largest * (1 + 1e-12) >= threshold(unit, factor)) scale = {std::string(unit), factor, 0};
    }
    return scale;
}

Scale choose_short(Dimension dimension, double largest) {
    for (const ShortLadder& ladder : short_ladders) {
        if (unit_of(ladder.units[0]).dimension != dimension) continue;
        if (largest == 0) break;
        std::string_view chosen = ladder.units[0];
        for (std::size_t i = 0; i < ladder.units.size() && !ladder.units[i].empty(); ++i) {
            const double threshold = i < ladder.small ? 0.1 : 1;
            if (largest * (1 + 1e-12) >= threshold * unit_of(ladder.units[i]).factor)
                chosen = ladder.units[i];
        }
        std::string shown(chosen);
        if (shown.front() == 'u') shown.replace(0, 1, "µ");
        return {shown, unit_of(chosen).factor, 0};
    }
    return choose(dimension, largest);
}

int digits_before_point(double value) {
    return static_cast<int>(std::floor(std::log10(value))) + 1;
}

std::string fixed(double value, int decimals) {
    if (decimals < 0) {
        const double unit = std::pow(10.0, -decimals);
        value = std::round(value / unit) * unit;
    }
    std::string text = fmt::format("{:.{}f}", value, std::max(decimals, 0));
    const std::size_t start = text[0] == '-' ? 1 : 0;
    std::size_t at = std::min(text.find('.'), text.size());
    while (at > start + 3) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

}  // namespace

std::string Scale::text(double value) const {
    const double shown = value / factor;
    if (shown == 0) return "0";
    const double smallest = std::pow(10.0, -decimals);
    if (std::fabs(shown) < smallest / 2) {
        return (shown < 0 ? ">-" : "<") + fixed(smallest, decimals);
    }
    return fixed(shown, decimals);
}

std::string Scale::text(std::optional<double> value) const {
    return value ? text(*value) : "–";
}

Scale scale_for(Dimension dimension, std::span<const double> values) {
    double largest = 0;
    double smallest = 0;  // of the values other than zero
    for (const double value : values) {
        const double size = std::fabs(value);
        largest = std::max(largest, size);
        if (size > 0 && (smallest == 0 || size < smallest)) smallest = size;
    }
    Scale scale = choose(dimension, largest);
    if (largest == 0) return scale;
    const int before = digits_before_point(largest / scale.factor);
    scale.decimals = std::clamp(4 - before, 0, 9);
    // Up to two more decimals for the smallest value, but not if the largest has many digits already.
    if (before < 5) {
        const int wanted = 2 - digits_before_point(smallest / scale.factor);
        scale.decimals = std::max(scale.decimals, std::clamp(wanted, 0, 2));
    }
    return scale;
}

Scale short_scale(Dimension dimension, std::span<const double> values) {
    constexpr int digits = 3;
    double largest = 0;
    for (const double value : values) largest = std::max(largest, std::fabs(value));
    Scale scale = choose_short(dimension, largest);
    if (largest > 0) scale.decimals = std::min(digits - digits_before_point(largest / scale.factor), 9);
    return scale;
}

std::string short_text(double value, Dimension dimension, int digits) {
    const Scale scale = choose_short(dimension, std::fabs(value));
    const std::string number = readable(value / scale.factor, digits);
    return scale.unit.empty() ? number : number + " " + scale.unit;
}

std::string with_unit(double value, Dimension dimension, int digits) {
    const Scale scale = choose(dimension, std::fabs(value));
    const std::string number = readable(value / scale.factor, digits);
    return scale.unit.empty() ? number : number + " " + scale.unit;
}

InUnit in_customary_unit(std::optional<double> value, Dimension dimension) {
    const std::string unit = customary_unit(dimension);
    const double factor = unit.empty() ? 1 : unit_of(unit).factor;
    return {value ? std::optional(*value / factor) : std::nullopt, unit, factor};
}

std::string percent(double share, int decimals) {
    return fixed(share * 100, decimals) + " %";
}

}  // namespace lca
