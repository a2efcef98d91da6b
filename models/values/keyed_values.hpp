#pragma once
// Values by key, of dimensions that only who asks for them knows: inputs of a model, constants.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/values/value.hpp"

namespace lca {

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

}  // namespace lca
