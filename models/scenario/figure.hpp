#pragma once
// A number as a file gives it: literal or expression, with place, source, status and uncertainty.

#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "lca/calc/expression.hpp"
#include "lca/document/node.hpp"
#include "lca/math/distribution.hpp"
#include "lca/units/impact.hpp"
#include "lca/units/quantities.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// What a number may physically be. Checked for literals when read and for expressions when recorded.
enum class Bounds : unsigned char {
    any,  // expectations; credits of end_of_life
    not_negative,
    positive,        // lifetimes, nodes
    share,           // 0 to 1
    positive_share,  // above 0, at most 1: utilisation, efficiency
    at_least_one,    // PUE
};
/// "at least 1", "above 0 and at most 100 %": for messages.
std::string_view to_string(Bounds bounds);
bool within(Bounds bounds, double value);

/// No time in a file is longer: 1000 yr, in seconds.
inline constexpr double max_time = 1000 * 365.0 * 86400.0;

/// Lives in Figures, which read it; never moves.
struct Given {
    Node node;   // the text of the number or expression itself
    Node owner;  // the value as a whole: the long form's map, or the same as `node`
    Bounds bounds = Bounds::not_negative;
    std::optional<Quantity> literal;  // or else:
    std::unique_ptr<const Expression> expression;
    std::shared_ptr<const Distribution> uncertainty;  // null: none stated
    std::string_view source = {}, note = {}, status = {};
};

/// A figure of a dimension the compiler knows; false where the file does not give it.
template <class Unit>
struct Figure {
    const Given* given = nullptr;
    explicit operator bool() const { return given != nullptr; }
};

/// An impact, or an impact per `Unit`-ish something: one figure per category, at least one where it is true.
/// `Unit` is the C++ unit (unit::Impact, unit::ImpactPerEnergy); water is written as a volume.
template <class Unit>
struct ImpactFigure {
    std::array<const Given*, impact_count> given = {};
    explicit operator bool() const {
        for (const Given* one : given) {
            if (one) return true;
        }
        return false;
    }
};

}  // namespace lca
