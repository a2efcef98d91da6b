// The usual mix-ups between dimensions, each explained in a sentence: what stands there, and what is wanted
// instead.

#include <string>

#include "lca/units/dimension.hpp"
#include "lca/units/impact.hpp"

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

std::string unlike_impacts(Dimension wanted, Dimension found) {
    if (wanted == climate_impact && found == of(Base::mass)) {
        return "a mass of material (kg) is not a climate change impact (kgCO2e): the impact of making it is "
               "meant";
    }
    if (const auto rest = divide(wanted, climate_impact); rest && is_product(found, *rest, of(Base::mass))) {
        return "a mass (kg) is not a climate change impact (kgCO2e): write " + customary_unit(wanted) +
               " if equivalents are meant";
    }
    if (wanted == of(Base::mass) && found == climate_impact) {
        return "a climate change impact (kgCO2e) is not a mass of material (kg)";
    }
    if (wanted.category() != found.category() && wanted.with(Category::none) == found.with(Category::none)) {
        return "impacts of different kinds do not stand for each other: " + customary_unit(wanted) +
               " is wanted, not " + customary_unit(found);
    }
    constexpr Dimension primary = impacts()[index_of::primary_energy].dimension;
    if (wanted == energy_dimension() && found == primary) {
        return "primary energy (MJp) counts what is taken from nature; electricity is written in kWh or MJ";
    }
    if (wanted == primary && found == energy_dimension()) {
        return "primary energy is written in MJp, so that it does not mix with electricity (MJ)";
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
        return "this has a time too many: " + customary_unit(wanted) + " is wanted";
    }
    return "";
}

std::string counts_stay(Base base) {
    const std::string count = customary_unit(of(base));
    return "counts do not vanish: one of the factors is meant per " + count +
           ", or the whole is divided by `[1 " + count + "]`";
}

std::string by_count(Dimension wanted, Dimension found) {
    for (Base base : {Base::accelerator, Base::node, Base::request, Base::token, Base::image, Base::user}) {
        if (is_product(wanted, found, of(base))) {
            if (found == of(Base::time)) {
                return "time alone does not say how many: 8 of them for 1 h are 8 " + customary_unit(wanted);
            }
            if (found.dimensionless())
                return "a count carries its unit: `512 " + customary_unit(wanted) + "`";
            if (found.exponent(base) >= 0) return counts_stay(base);
            return "this is a figure per " + customary_unit(of(base)) + "; the total is wanted";
        }
        if (is_product(found, wanted, of(base))) {
            if (wanted == of(Base::time)) return "a plain time is wanted, such as `1 h`";
            if (wanted.exponent(base) >= 0) return counts_stay(base);
            return "this is a total; a figure per " + customary_unit(of(base)) + " is wanted";
        }
    }
    auto swapped = [&](Base there, Base here) {
        std::optional<Dimension> rest = divide(wanted, of(there));
        return rest && is_product(found, *rest, of(here));
    };
    if (swapped(Base::accelerator, Base::node) || swapped(Base::node, Base::accelerator)) {
        return "accelerators and nodes are counted apart: one node may hold several accelerators";
    }
    return "";
}

}  // namespace

std::string mix_up(Dimension wanted, Dimension found) {
    if (wanted == found) return "";
    if (wanted.dimensionless()) return "no unit belongs here: write a plain number, or a share in %";
    std::string why = unlike_impacts(wanted, found);
    if (why.empty() && divide(Dimension{}, wanted) == found) {
        why = "this is upside down: " + customary_unit(wanted) + " is wanted";
    }
    if (why.empty()) why = by_time(wanted, found);
    if (why.empty()) why = by_count(wanted, found);
    if (why.empty() && found.dimensionless()) {
        why = "a unit belongs here: " + name(wanted) + " is written in " + customary_unit(wanted);
    }
    return why;
}

}  // namespace lca
