#pragma once
// What maps of a file state: values by key, of dimensions that only who asks for them knows, such as the
// inputs of a model; and what an intensity of electricity counts.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/values/value.hpp"

namespace lca {

class Node;

/// A map that was read as far as its keys; false where there is none. A value is read when it is asked for,
/// and its faults are reported then.
class KeyedValues {
public:
    KeyedValues() = default;
    KeyedValues(Location map, const Sources& sources, Diagnostics& diagnostics)
        : map_(std::move(map)), sources_(&sources), diagnostics_(&diagnostics) {}
    explicit operator bool() const { return static_cast<bool>(map_); }

    const Location& location() const { return map_; }
    /// Whether something is stated there; what was found faulty is not.
    bool has(std::string_view key) const;
    Location location_of(std::string_view key) const;
    /// A text, "" where there is none.
    std::string_view text(std::string_view key) const;
    std::vector<std::string_view> keys() const;
    /// The map at a key, or nothing.
    KeyedValues at(std::string_view key) const;

    AnyValue read(std::string_view key, Dimension dimension, Bounds bounds) const;
    template <class Unit>
    Value<Unit> read(std::string_view key, Bounds bounds = Bounds::not_negative) const {
        return Value<Unit>(read(key, dimension_of<Unit>(), bounds));
    }
    AnyValue read_one_of(std::string_view key, std::span<const Dimension> dimensions, Bounds bounds) const;
    /// `dimension` has Base::impact exponent 1 and no category: "per what" is what is left of it.
    ByCategory read_impacts(std::string_view key, Dimension dimension, Bounds bounds) const;

private:
    Location map_;
    const Sources* sources_ = nullptr;
    Diagnostics* diagnostics_ = nullptr;
};

/// Language page, section 9, "Electricity".
struct IntensityBasis {
    std::string basis;  // "life_cycle" or "combustion"; "" or "unstated" where nobody says
    std::string kind = "average";
    std::string gas = "CO2e";
    std::string gwp = {};  // "AR5": of the report whose warming potentials were used; "" where nobody says

    /// `basis`, `kind`, `gas` and `gwp` of a map; `co2_only` and `marginal` are short for a basis and its gas
    /// or kind.
    static IntensityBasis read(Node map);

    bool states_basis() const { return !basis.empty() && basis != "unstated"; }
    /// "life_cycle", "combustion, marginal, CO2".
    std::string in_words() const;
};

/// They differ in kind or gas, or in a basis that both state.
bool unlike(const IntensityBasis& a, const IntensityBasis& b);

}  // namespace lca
