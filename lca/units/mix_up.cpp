// Explains common confusions between dimensions in a sentence that says what is given and what is expected
// instead.

#include <string>

#include "lca/units/impact.hpp"
#include "lca/units/quantity.hpp"
#include "lca/units/unit_parser.hpp"

namespace lca {

namespace {

constexpr Dimension of(Base base, int exponent = 1) {
    return Dimension::of(base, exponent);
}

constexpr Dimension energy_dimension() {
    std::array<int, base_count> e{};
    e[static_cast<std::size_t>(Base::mass)] = 1;
    e[static_cast<std::size_t>(Base::length)] = 2;
    e[static_cast<std::size_t>(Base::time)] = -2;
    return Dimension::with_exponents(e);
}

constexpr Dimension climate_impact = Dimension::impact(Category::climate);

bool is_product(Dimension whole, Dimension a, Dimension b) {
    return multiply(a, b) == whole;
}

bool is_unit_of(std::string_view text, Dimension dimension) {
    const Parsed<UnitText> parsed = parse_unit(text);
    const UnitText* unit = std::get_if<UnitText>(&parsed);
    return unit != nullptr && unit->dimension == dimension;
}

/// For `g/kWh` and the ending `CO2e` ": write `gCO2e/kWh`" and `if_meant`: the ending is added to the first
/// unit for which the result has the dimension `wanted`; "" if there is none.
std::string proposed(std::string_view written, std::string_view ending, Dimension wanted,
                     std::string_view if_meant) {
    for (std::size_t at = 0; at < written.size();) {
        const std::size_t length = units::word_length(written.substr(at));
        const std::string text = std::string(written.substr(0, at + length)) + std::string(ending) +
                                 std::string(written.substr(at + length));
        if (length > 0 && is_unit_of(text, wanted)) return ": write `" + text + "`" + std::string(if_meant);
        at += length > 0 ? length : 1;
    }
    return "";
}

/// For `kWh/gCO2e` ": write `gCO2e/kWh`", if the reciprocal has the dimension `wanted`; else "".
std::string turned(std::string_view written, Dimension wanted) {
    const std::size_t slash = written.find('/');
    if (slash == std::string_view::npos) return "";
    const std::string above(written.substr(0, slash)), below(written.substr(slash + 1));
    for (const std::string& text : {below + "/" + above, below + "/(" + above + ")"}) {
        if (is_unit_of(text, wanted)) return ": write `" + text + "`";
    }
    return "";
}

std::string unlike_impacts(Dimension wanted, Dimension found, std::string_view written) {
    const auto rest = divide(wanted, climate_impact);
    if (rest && is_product(found, *rest, of(Base::mass))) {
        const std::string_view of_making = rest->dimensionless() ? ", the impact of making it is meant" : "";
        return "a mass is not a climate change impact" + std::string(of_making) +
               proposed(written, "CO2e", wanted, " if equivalents are meant");
    }
    if (wanted == of(Base::mass) && found == climate_impact) {
        return "a climate change impact (kgCO2e) is not a mass of material (kg)";
    }
    if (wanted.category() != found.category() && wanted.with(Category::none) == found.with(Category::none)) {
        return "impacts of different kinds cannot replace each other: expected " + name(wanted) + ", got " +
               name(found);
    }
    constexpr Dimension primary = impacts()[index_of::primary_energy].dimension;
    if (wanted == energy_dimension() && found == primary) {
        return "primary energy counts what is taken from nature, not electricity";
    }
    if (wanted == primary && found == energy_dimension()) {
        return "primary energy has units of its own, so that it does not mix with electricity" +
               proposed(written, "p", wanted, "");
    }
    return "";
}

std::string by_time(Dimension wanted, Dimension found) {
    if (wanted == of(Base::time) && found == of(Base::length)) return "`m` is the metre; minutes are `min`";
    if (!found.dimensionless() && is_product(wanted, found, of(Base::time))) {
        if (wanted == energy_dimension()) return "a power (kW) is not an energy (kWh): multiply it by a time";
        return "this is per time: multiply it by a time";
    }
    if (is_product(found, wanted, of(Base::time))) {
        if (found == energy_dimension()) return "an energy (kWh) is not a power (kW): divide it by a time";
        return "this has one factor of time too many: expected " + name(wanted);
    }
    return "";
}

std::string counts_stay(Base base) {
    const std::string count = customary_unit(of(base));
    return "counts do not cancel by themselves: one of the factors must be per " + count +
           ", or the whole must be divided by `[1 " + count + "]`";
}

std::string by_count(Dimension wanted, Dimension found) {
    for (Base base : {Base::accelerator, Base::node, Base::request, Base::token, Base::image, Base::user}) {
        if (is_product(wanted, found, of(base))) {
            if (found == of(Base::time)) {
                return "a time alone gives no count: 8 devices or nodes for 1 h are 8 " +
                       customary_unit(wanted);
            }
            if (found.dimensionless()) return "a count carries its unit, " + customary_unit(wanted);
            if (found.exponent(base) >= 0) return counts_stay(base);
            return "this is a figure per " + customary_unit(of(base)) + "; expected " + name(wanted) +
                   " without the count";
        }
        if (is_product(found, wanted, of(base))) {
            if (wanted == of(Base::time)) return "expected a time without a count";
            if (wanted.exponent(base) >= 0) return counts_stay(base);
            return "this is a total; expected a figure per " + customary_unit(of(base));
        }
    }
    auto swapped = [&](Base there, Base here) {
        std::optional<Dimension> rest = divide(wanted, of(there));
        return rest && is_product(found, *rest, of(here));
    };
    if (swapped(Base::accelerator, Base::node) || swapped(Base::node, Base::accelerator)) {
        return "accelerators and nodes are counted separately: one node may hold several accelerators";
    }
    return "";
}

}  // namespace

std::string mix_up(Dimension wanted, Dimension found, std::string_view written) {
    if (wanted == found) return "";
    if (wanted.dimensionless()) return "no unit is allowed here: write a plain number, or a share in %";
    std::string why = unlike_impacts(wanted, found, written);
    if (why.empty() && divide(Dimension{}, wanted) == found) {
        why = "the unit is inverted: expected " + name(wanted) + turned(written, wanted);
    }
    if (why.empty()) why = by_time(wanted, found);
    if (why.empty()) why = by_count(wanted, found);
    if (why.empty() && found.dimensionless()) {
        why = "expected a unit of " + name(wanted);
    }
    return why;
}

}  // namespace lca
