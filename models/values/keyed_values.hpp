#pragma once
// Maps of a file whose keys and dimensions are known only to the code that reads them, such as a model's
// inputs; and the accounting basis of an intensity of electricity.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/values/value.hpp"

namespace lca {

class Node;

/// A map whose values are read, and their errors reported, only when they are asked for. Converts to false if
/// there is no map.
class KeyedValues {
public:
    KeyedValues() = default;
    KeyedValues(Location map, const Sources& sources, Diagnostics& diagnostics)
        : map_(std::move(map)), sources_(&sources), diagnostics_(&diagnostics) {}
    explicit operator bool() const { return static_cast<bool>(map_); }

    const Location& location() const { return map_; }
    /// Whether a key is stated and has no error.
    bool has(std::string_view key) const;
    Location location_of(std::string_view key) const;
    /// The text at a key; "" if it is not stated.
    std::string_view text(std::string_view key) const;
    std::vector<std::string_view> keys() const;
    /// The map at a key; false if it is not stated.
    KeyedValues at(std::string_view key) const;

    AnyValue read(std::string_view key, Dimension dimension, Bounds bounds) const;
    template <class Unit>
    Value<Unit> read(std::string_view key, Bounds bounds = Bounds::not_negative) const {
        return Value<Unit>(read(key, dimension_of<Unit>(), bounds));
    }
    AnyValue read_one_of(std::string_view key, std::span<const Dimension> dimensions, Bounds bounds) const;
    /// `dimension`: that of an impact in no particular category (exponent 1 of Base::impact), divided by the
    /// unit that the impact is per.
    ByCategory read_impacts(std::string_view key, Dimension dimension, Bounds bounds) const;

private:
    Location map_;
    const Sources* sources_ = nullptr;
    Diagnostics* diagnostics_ = nullptr;
};

/// The accounting basis of an intensity of electricity. A scenario must not mix intensities with different
/// bases.
struct IntensityBasis {
    std::string basis;  // "life_cycle" or "combustion"; "" or "unstated" where not stated
    std::string kind = "average";
    std::string gas = "CO2e";
    std::string gwp = {};      // IPCC report of the warming potentials used: "AR5"; "" if not stated
    std::string imports = {};  // whether imported electricity is "counted" or "not_counted"; "" if not known

    /// Reads `basis`, `kind`, `gas` and `gwp` of a map. In `basis`, `co2_only` and `marginal` are short for a
    /// basis together with a gas or a kind.
    static IntensityBasis read(Node map);

    bool states_basis() const { return !basis.empty() && basis != "unstated"; }
    /// In words: "life_cycle", "combustion, marginal, CO2".
    std::string in_words() const;
};

/// Whether two intensities differ in kind or gas, or in the basis if both state one.
bool unlike(const IntensityBasis& a, const IntensityBasis& b);

}  // namespace lca
