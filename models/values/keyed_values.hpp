#pragma once
// Maps of a file whose keys and dimensions only their user knows, such as the inputs of a model; and what an
// intensity of electricity counts.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/values/value.hpp"

namespace lca {

class Node;

/// A map whose values are read when they are asked for, and their faults reported then. Converts to false
/// where there is no map.
class KeyedValues {
public:
    KeyedValues() = default;
    KeyedValues(Location map, const Sources& sources, Diagnostics& diagnostics)
        : map_(std::move(map)), sources_(&sources), diagnostics_(&diagnostics) {}
    explicit operator bool() const { return static_cast<bool>(map_); }

    const Location& location() const { return map_; }
    /// Whether a key has a value; one that was found faulty counts as none.
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
    /// `dimension` has Base::impact exponent 1 and no category; the rest of it is the unit that the impact is
    /// per.
    ByCategory read_impacts(std::string_view key, Dimension dimension, Bounds bounds) const;

private:
    Location map_;
    const Sources* sources_ = nullptr;
    Diagnostics* diagnostics_ = nullptr;
};

/// What an intensity of electricity counts. Intensities that count different things are not mixed in one
/// file.
struct IntensityBasis {
    std::string basis;  // "life_cycle" or "combustion"; "" or "unstated" where not stated
    std::string kind = "average";
    std::string gas = "CO2e";
    std::string gwp = {};  // the IPCC report whose warming potentials were used: "AR5"; "" where not stated

    /// `basis`, `kind`, `gas` and `gwp` of a map; `co2_only` and `marginal` are short for a basis and its gas
    /// or kind.
    static IntensityBasis read(Node map);

    bool states_basis() const { return !basis.empty() && basis != "unstated"; }
    /// "life_cycle", "combustion, marginal, CO2".
    std::string in_words() const;
};

/// Whether they differ in kind or gas, or in a basis that both state.
bool unlike(const IntensityBasis& a, const IntensityBasis& b);

}  // namespace lca
