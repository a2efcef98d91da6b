#pragma once
// Units at run time: dimensions, the fixed table of units, and quantities as text, such as "57 gCO2e/kWh".

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lca/base/diagnostics.hpp"

namespace lca {

/// The base dimensions. Each kind of count has a dimension of its own: GPU hours are not node hours.
enum class Base : std::uint8_t {
    length,
    mass,
    time,
    impact,
    accelerator,
    node,
    request,
    token,
    image,
    user,
    operation,
    information
};
inline constexpr std::size_t base_count = 12;

/// The impact category of an impact's dimension, as kgCO2e and kgSbe cannot be added. The value is the row in
/// the table of impacts, from 1; only the category that formulas refer to has a name here. (Water consumption
/// has no category, as it is a volume.)
enum class Category : std::uint8_t { none, climate };

/// A dimension as exponents of base dimensions: kg·m²/s³ is {mass 1, length 2, time -3}, kgCO2e/(GPU·h) is
/// {impact 1, accelerator -1, time -1} with category climate.
class Dimension {
public:
    constexpr Dimension() = default;
    static constexpr Dimension of(Base base, int exponent = 1) {
        Dimension d;
        d.exponents_[static_cast<std::size_t>(base)] = static_cast<std::int8_t>(exponent);
        return d;
    }
    static constexpr Dimension impact(Category category) {
        Dimension d = of(Base::impact);
        d.category_ = category;
        return d;
    }

    static constexpr Dimension with_exponents(const std::array<int, base_count>& exponents) {
        Dimension d;
        for (std::size_t i = 0; i < base_count; ++i) d.exponents_[i] = static_cast<std::int8_t>(exponents[i]);
        return d;
    }

    constexpr int exponent(Base base) const { return exponents_[static_cast<std::size_t>(base)]; }
    constexpr Category category() const { return category_; }
    constexpr bool dimensionless() const { return *this == Dimension{}; }
    /// The same exponents with another impact category (or none). Compile-time units correspond to
    /// `with(Category::none)`.
    constexpr Dimension with(Category category) const {
        Dimension d = *this;
        d.category_ = category;
        return d;
    }
    friend constexpr bool operator==(const Dimension&, const Dimension&) = default;

    /// Product, quotient, whole power and square root. Empty if two impact categories would be mixed, an
    /// exponent exceed ±100, or a root's exponents not be whole. If the impact cancels, so does its category.
    friend std::optional<Dimension> multiply(Dimension a, Dimension b);
    friend std::optional<Dimension> divide(Dimension a, Dimension b);
    friend std::optional<Dimension> raise(Dimension a, int power);
    friend std::optional<Dimension> root(Dimension a);

private:
    std::array<std::int8_t, base_count> exponents_{};
    Category category_ = Category::none;
};

/// "power", "energy", "climate change impact per energy", "accelerator time", "no dimension": the name in the
/// language if there is one, else a name made from the names of its parts.
std::string name(Dimension dimension);

/// The unit in which machine output gives results of a dimension: "kWh", "kgCO2e", "L", "h", "W", "GPU*h",
/// "kgCO2e/kWh", "kgCO2e/(GPU*h)", "h^-1"; "" for no dimension. parse_unit() can parse it.
std::string customary_unit(Dimension dimension);
/// The unit of a dimension in the base units, with factor 1: "J", "m3", "s", "kgCO2e/J".
std::string coherent_unit(Dimension dimension);

/// Explains in a sentence or two what may have been confused if `wanted` is expected but `found` is given: "a
/// mass (kg) is not a climate change impact"; "" if nothing is known. A unit that it suggests keeps the
/// magnitude of the unit `written`: `gCO2e/kWh` for `g/kWh`.
std::string mix_up(Dimension wanted, Dimension found, std::string_view written = {});

/// A row of the table of units: one spelling of a unit. Each spelling (`GPU`, `GPUs`; `kgCO2e`, `kgCO2eq`)
/// has a row of its own, with the same factor.
struct Unit {
    std::string_view spelling;
    std::string_view kind;  // "energy": the heading under which `lca units` lists it
    Dimension dimension;
    double factor;                // one such unit in base units
    std::string_view canonical;   // the spelling of this unit in output
    std::string_view definition;  // "3.6e6 J (exact)": where the factor comes from
    double multiple, divisor;     // factor = multiple / divisor, both exact, to round only once
};

std::span<const Unit> unit_table();
const Unit* find_unit(std::string_view spelling);

/// A hint for messages what an unknown unit may mean, by similar spellings and common confusions (kg for
/// kgCO2e, kw for kW, CO2 for CO2e, GPUh for GPU*h).
std::string unit_hint(std::string_view spelling);

/// A parsed unit text, a product of units: "gCO2e/kWh", "kgCO2e/(GPU*h)", "%", "".
struct UnitText {
    Dimension dimension;
    double factor = 1;      // one such unit in base units
    std::string_view text;  // the unit as written (a view into the parsed text)
    bool percent = false;
};

/// A parsed number with its unit. `value` is in base units.
struct Quantity {
    double value = 0;
    double written = 0;  // the number as written, such as 57
    UnitText unit;
    int terms = 1;      // 3 for `118 d 5 h 41 min`; `unit` is that of the first term, `written` the sum in it
    bool bare = false;  // whether no unit was written
};

/// Allowed magnitudes of inputs and results other than zero, in base units. Numbers within these limits also
/// have finite squares, sums and values in other units; no realistic number comes near the limits.
inline constexpr double min_magnitude = 1e-100, max_magnitude = 1e100;

/// False for a number that is not finite, or so large that calculating with it may overflow.
inline bool within_range(double value) {
    return value >= -max_magnitude && value <= max_magnitude;
}

/// Parses a unit, by the grammar in docs/reference/language.md. Limits: 128 bytes, 16 factors, brackets
/// nested 8 deep.
Parsed<UnitText> parse_unit(std::string_view text);

/// Parses a number and a unit; times may have several terms. A number without unit is dimensionless.
Parsed<Quantity> parse_quantity(std::string_view text);

/// `value` (in base units) as text in the unit `unit` that parses to the same value: "57 gCO2e/kWh".
std::string to_text(double value, const UnitText& unit);

}  // namespace lca
