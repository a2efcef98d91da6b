// Names dimensions in words and in units. Both split a dimension into parts that people have names for: first
// energy and power, then mass, volume and so on.

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "lca/units/impact.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

namespace {

struct Part {
    std::string_view many, one;  // name in the plural, and in the singular after "per"
    std::string_view customary, coherent;
    int exponent;
};

using Exponents = std::array<int, base_count>;

int& at(Exponents& exponents, Base base) {
    return exponents[static_cast<std::size_t>(base)];
}

int sign(int n) {
    return (n > 0) - (n < 0);
}

Part impact_part(Category category, int exponent) {
    for (const ImpactCategory& impact : impacts()) {
        if (category != Category::none && impact.dimension.category() == category)
            return {impact.quantity, impact.quantity, impact.unit, impact.unit, exponent};
    }
    return {"impact", "impact", "impact", "impact", exponent};
}

/// Splits off energy or power: where mass occurs with time^-2 or less for each mass. If the mass has
/// cancelled (`g/kWh` leaves time² per area), energy is split off all the same, as mass per energy.
void take_energy(Exponents& exponents, std::vector<Part>& parts) {
    int mass = at(exponents, Base::mass);
    int& time = at(exponents, Base::time);
    if (mass == 0 && std::abs(time) == 2 && at(exponents, Base::length) == -time) {
        const int energies = -time / 2;
        at(exponents, Base::mass) = -energies;
        at(exponents, Base::length) = 0;
        time = 0;
        parts.push_back({"energy", "energy", "kWh", "J", energies});
        return;
    }
    if (mass == 0 || time * sign(mass) > -2 * std::abs(mass)) return;
    at(exponents, Base::mass) = 0;
    at(exponents, Base::length) -= 2 * mass;
    time += 2 * mass;
    if (time * sign(mass) <= -std::abs(mass)) {
        time += mass;
        parts.push_back({"power", "power", "W", "W", mass});
    } else {
        parts.push_back({"energy", "energy", "kWh", "J", mass});
    }
}

void take_length(Exponents& exponents, std::vector<Part>& parts) {
    int length = at(exponents, Base::length);
    if (length == 0) return;
    if (length % 3 == 0) {
        parts.push_back({"volume", "volume", "L", "m3", length / 3});
    } else if (length % 2 == 0) {
        parts.push_back({"area", "area", "cm2", "m2", length / 2});
    } else {
        parts.push_back({"length", "length", "m", "m", length});
    }
}

/// Splits off accelerators or nodes times time, if both exponents have the same sign. Only for names: the
/// customary unit of such a part would be "".
void take_machine_time(Exponents& exponents, Base machine, std::string_view words, std::vector<Part>& parts) {
    int& count = at(exponents, machine);
    int& time = at(exponents, Base::time);
    if (count * time <= 0) return;
    int taken = sign(count) * std::min(std::abs(count), std::abs(time));
    count -= taken;
    time -= taken;
    parts.push_back({words, words, "", "", taken});
}

/// Whether rates of this dimension are usually given per second, not per hour.
bool fast(const Exponents& exponents) {
    for (Base base : {Base::operation, Base::information, Base::request, Base::token, Base::image}) {
        if (exponents[static_cast<std::size_t>(base)] > 0) return true;
    }
    return false;
}

std::vector<Part> parts_of(Dimension dimension, bool words) {
    Exponents exponents{};
    for (std::size_t i = 0; i < base_count; ++i) exponents[i] = dimension.exponent(static_cast<Base>(i));
    std::vector<Part> parts;
    if (int impact = at(exponents, Base::impact)) parts.push_back(impact_part(dimension.category(), impact));
    take_energy(exponents, parts);
    auto take = [&](Base base, Part part) {
        part.exponent = at(exponents, base);
        if (part.exponent != 0) parts.push_back(part);
    };
    take(Base::operation, {"operations", "operation", "FLOP", "FLOP", 0});
    take(Base::information, {"information", "information", "GB", "B", 0});
    take(Base::mass, {"mass", "mass", "kg", "kg", 0});
    take_length(exponents, parts);
    take(Base::request, {"requests", "request", "request", "request", 0});
    take(Base::token, {"tokens", "token", "token", "token", 0});
    take(Base::image, {"images", "image", "image", "image", 0});
    take(Base::user, {"users", "user", "user", "user", 0});
    if (words) {
        take_machine_time(exponents, Base::accelerator, "accelerator time", parts);
        take_machine_time(exponents, Base::node, "node time", parts);
    }
    take(Base::accelerator, {"accelerators", "accelerator", "GPU", "GPU", 0});
    take(Base::node, {"nodes", "node", "node", "node", 0});
    bool per_second = fast(exponents) && at(exponents, Base::time) < 0;
    take(Base::time, {"time", "time", per_second ? "s" : "h", "s", 0});
    return parts;
}

std::string raised(std::string_view text, int exponent) {
    std::string result(text);
    if (exponent != 1) result += "^" + std::to_string(exponent);
    return result;
}

/// The unit as one text: factors with positive exponents, then '/' and the others, in brackets if several.
std::string unit_with(Dimension dimension, std::string_view Part::*unit) {
    std::string above, below;
    int count = 0;
    std::vector<Part> parts = parts_of(dimension, false);
    for (const Part& part : parts) {
        if (part.exponent > 0) above += (above.empty() ? "" : "*") + raised(part.*unit, part.exponent);
    }
    for (const Part& part : parts) {
        if (part.exponent >= 0) continue;
        if (above.empty()) {  // no numerator: negative exponents instead of '/'
            below += (below.empty() ? "" : "*") + raised(part.*unit, part.exponent);
        } else {
            below += (below.empty() ? "" : "*") + raised(part.*unit, -part.exponent);
        }
        ++count;
    }
    if (above.empty() || below.empty()) return above + below;
    return count == 1 ? above + "/" + below : above + "/(" + below + ")";
}

}  // namespace

std::string name(Dimension dimension) {
    if (dimension.dimensionless()) return "no dimension";
    std::string above, below;
    for (const Part& part : parts_of(dimension, true)) {
        if (part.exponent > 0) {
            above += (above.empty() ? "" : " times ") + raised(part.many, part.exponent);
        } else {
            below += " per " + raised(part.one, -part.exponent);
        }
    }
    return (above.empty() ? "one" : above) + below;
}

std::string customary_unit(Dimension dimension) {
    return unit_with(dimension, &Part::customary);
}

std::string coherent_unit(Dimension dimension) {
    return unit_with(dimension, &Part::coherent);
}

}  // namespace lca
