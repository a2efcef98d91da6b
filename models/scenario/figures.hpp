#pragma once
// Reads figures out of nodes, checks their units and ranges, and keeps them.

#include <deque>

#include "lca/base/diagnostics.hpp"
#include "models/scenario/figure.hpp"

namespace lca {

/// The reader and the store of figures. A faulty figure is reported, flagged and comes back as "not given".
/// What is wrong with a unit is said in both dimensions' names and points at the unit inside the text.
class Figures {
public:
    Figures(const Sources& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}
    Figures(const Figures&) = delete;
    Figures& operator=(const Figures&) = delete;

    /// A figure of the dimension of `Unit`; nothing for an empty node.
    template <class Unit>
    Figure<Unit> read(Node node, Bounds bounds = Bounds::not_negative) {
        return {read(node, dimension_of<Unit>(), bounds)};
    }
    /// An impact or impact per something: one text, or a list of kinds, each category once.
    template <class Unit>
    ImpactFigure<Unit> read_impacts(Node node, Bounds bounds = Bounds::not_negative) {
        return {read_impacts(node, dimension_of<Unit>(), bounds)};
    }
    /// A figure of one dimension, or of whatever dimension the text has (parameters, expectations, rates).
    const Given* read(Node node, Dimension dimension, Bounds bounds);
    const Given* read_any(Node node, Bounds bounds = Bounds::not_negative);
    /// `dimension` has Base::impact exponent 1 and no category: "per what" is what is left of it.
    std::array<const Given*, impact_count> read_impacts(Node node, Dimension dimension, Bounds bounds);

private:
    const Sources& sources_;
    Diagnostics& diagnostics_;
    std::deque<Given> given_;
};

}  // namespace lca
