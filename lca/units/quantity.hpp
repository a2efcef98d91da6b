#pragma once
// Units known at run time: dimensions, the closed table of units, and quantities as text: "57 gCO2e/kWh".

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lca/base/diagnostics.hpp"

namespace lca {

/// The base dimensions. Counts are dimensions of their own: GPU hours are not node hours.
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

/// Which impact: kgCO2e and kgSbe are both impacts and never add up. Data, not a type: the number of its row
/// in the table of impacts, counted from 1. Only the impact that formulas refer to has a name here. (Water
/// consumption is a volume.)
enum class Category : std::uint8_t { none, climate };

/// kg·m²/s³ is {mass 1, length 2, time -3}; kgCO2e/(GPU·h) is {impact 1, accelerator -1, time -1} of category
/// climate.
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
    /// The same exponents, of another impact category (or of none): what the C++ types see is
    /// `with(Category::none)`.
    constexpr Dimension with(Category category) const {
        Dimension d = *this;
        d.category_ = category;
        return d;
    }
    friend constexpr bool operator==(const Dimension&, const Dimension&) = default;

    /// Product, quotient, whole power, square root. Empty if two impact categories would mix, where an
    /// exponent leaves ±100, or where a root is not whole. Where the impact cancels, so does its category.
    friend std::optional<Dimension> multiply(Dimension a, Dimension b);
    friend std::optional<Dimension> divide(Dimension a, Dimension b);
    friend std::optional<Dimension> raise(Dimension a, int power);
    friend std::optional<Dimension> root(Dimension a);

private:
    std::array<std::int8_t, base_count> exponents_{};
    Category category_ = Category::none;
};

/// "power", "energy", "climate change impact per energy", "accelerator time", "no dimension":
/// named where the language has a name for it, else built from the names of its parts.
std::string name(Dimension dimension);

/// The unit results of this dimension are printed in for machines: "kWh", "kgCO2e", "L", "h", "W", "GPU*h",
/// "kgCO2e/kWh", "kgCO2e/(GPU*h)", "h^-1"; "" for no dimension. The unit parser reads it back.
std::string customary_unit(Dimension dimension);
/// The unit with factor 1 of a dimension: "J", "m3", "s", "kgCO2e/J". Values in it need no conversion.
std::string coherent_unit(Dimension dimension);

/// What may have been mixed up where `wanted` is expected and `found` is given, in one or two sentences; ""
/// where nothing is known. "a mass (kg) is not a climate change impact". What it proposes keeps the magnitude
/// of `written`, the unit given: `gCO2e/kWh` for `g/kWh`.
std::string mix_up(Dimension wanted, Dimension found, std::string_view written = {});

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

/// A product of units as written: "gCO2e/kWh", "kgCO2e/(GPU*h)", "%", "".
struct UnitText {
    Dimension dimension;
    double factor = 1;      // one of it in base units
    std::string_view text;  // as written (a view into the parsed text)
    bool percent = false;
};

/// A number with its unit as written. `value` is in base units.
struct Quantity {
    double value = 0;
    double written = 0;  // the number as written: 57
    UnitText unit;
    int terms = 1;  // 3 for `118 d 5 h 41 min`: then unit is the first term's and written is the sum in it
    bool bare = false;  // no unit was written
};

/// What a file may state and what results may be, in base units: zero, or of a magnitude between these.
/// Squares, sums and other units of such numbers are finite, too; no real figure comes near the limits.
inline constexpr double min_magnitude = 1e-100, max_magnitude = 1e100;

/// False for what is not finite, and for what is so large that computing with it may become so.
inline bool within_range(double value) {
    return value >= -max_magnitude && value <= max_magnitude;
}

/// The grammar of numbers with units in docs/reference/language.md. Limits: 128 bytes, 16 factors, brackets 8
/// deep.
Parsed<UnitText> parse_unit(std::string_view text);

/// A number and a unit; several terms where the dimension is time. A bare number is dimensionless.
Parsed<Quantity> parse_quantity(std::string_view text);

/// `value` (base units) in the unit `unit`, as text that reads back to the same: "57 gCO2e/kWh".
std::string to_text(double value, const UnitText& unit);

}  // namespace lca
