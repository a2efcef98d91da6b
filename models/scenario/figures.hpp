#pragma once
// Reads figures out of nodes, checks their units and ranges, and keeps them.

#include <deque>
#include <span>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "models/scenario/figure.hpp"

namespace lca {

/// The reader and the store of figures. A faulty figure is reported and comes back as "not given".
/// What is wrong with a unit is said in both dimensions' names and points at the unit inside the text.
class Figures {
public:
    Figures(const Sources& sources, Diagnostics& diagnostics)
        : sources_(sources), diagnostics_(diagnostics) {}
    Figures(const Figures&) = delete;
    Figures& operator=(const Figures&) = delete;

    /// A figure of the dimension of `Unit`; nothing for an empty node.
    template <class Unit>
    Figure<Unit> read(Node node, Bounds bounds = Bounds::not_negative) {
        return {read(node, dimension_of<Unit>(), bounds)};
    }
    /// The same, and a literal must be a whole number that a double can hold exactly.
    template <class Unit>
    Figure<Unit> read_whole(Node node, Bounds bounds = Bounds::not_negative) {
        return {whole(read(node, dimension_of<Unit>(), bounds))};
    }
    /// An impact or impact per something: one text, or a list of kinds, each category once. An expression
    /// alone is climate change; in a list it is too, as long as no other item is.
    template <class Unit>
    ImpactFigure<Unit> read_impacts(Node node, Bounds bounds = Bounds::not_negative) {
        return {read_impacts(node, dimension_of<Unit>(), bounds)};
    }
    /// A figure of one dimension, of one of several, or of whatever dimension the text has (parameters,
    /// expectations, rates). A bare number of any dimension may be negative.
    const Given* read(Node node, Dimension dimension, Bounds bounds);
    const Given* read_one_of(Node node, std::span<const Dimension> dimensions, Bounds bounds);
    const Given* read_any(Node node, Bounds bounds = Bounds::not_negative);
    /// `dimension` has Base::impact exponent 1 and no category: "per what" is what is left of it.
    std::array<const Given*, impact_count> read_impacts(Node node, Dimension dimension, Bounds bounds);
    /// An impact per one of several things ("per GPU hour or per node hour"): the same for each of them.
    std::array<const Given*, impact_count> read_impacts_one_of(Node node,
                                                               std::span<const Dimension> dimensions,
                                                               Bounds bounds);
    /// How many of a part: bare, or with the unit of accelerators or nodes ("8 GPU"), which is then dropped.
    Figure<unit::None> read_count(Node node);
    /// The figure, or null with a fault where its literal is no whole number.
    const Given* whole(const Given* given);

    /// Forgets all figures: nobody may point at one any more.
    void clear();
    /// All figures read so far, in the order read.
    const std::deque<Given>& all() const { return given_; }
    const Sources& sources() const { return sources_; }

private:
    Given* read_text(Node text, Node owner, Bounds bounds);
    bool read_number(Given& given);
    void read_extras(Given& given);
    std::string_view one_line(Node source);
    bool fits(const Given& given, std::span<const Dimension> dimensions);
    bool in_range(const Given& given);
    Given* read_item(Node node, Bounds bounds);
    void take_impact(const Given* given, std::span<const Dimension> dimensions,
                     std::array<const Given*, impact_count>& taken);

    const Sources& sources_;
    Diagnostics& diagnostics_;
    std::deque<Given> given_;
    std::deque<std::string> texts_;
};

}  // namespace lca
