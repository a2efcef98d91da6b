#pragma once
// Reads values out of nodes, and checks their units and ranges.

#include <span>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/values/value.hpp"

namespace lca {

/// A faulty value is reported and returned as if it were not given. Messages about a unit name the expected
/// and the stated dimension and point at the unit inside the text.
class ValueReader {
public:
    ValueReader(const Sources& sources, Diagnostics& diagnostics)
        : sources_(sources), diagnostics_(diagnostics) {}

    /// A value of the dimension of `Unit`; nothing for an empty node.
    template <class Unit>
    Value<Unit> read(Node node, Bounds bounds = Bounds::not_negative) {
        return Value<Unit>(read(node, dimension_of<Unit>(), bounds));
    }
    /// Reads a value whose literal must be a whole number that a double can represent exactly.
    template <class Unit>
    Value<Unit> read_whole(Node node, Bounds bounds = Bounds::not_negative) {
        return Value<Unit>(whole(read(node, dimension_of<Unit>(), bounds)));
    }
    /// An impact or impact per something: one text, or a list of kinds, each category once. An expression
    /// alone is climate change; in a list it is too, as long as no other item is.
    template <class Unit>
    ImpactValues<Unit> read_impacts(Node node, Bounds bounds = Bounds::not_negative) {
        return {read_impacts(node, dimension_of<Unit>(), bounds)};
    }
    /// A value of one dimension, of one of several, or of whatever dimension the text has (parameters,
    /// expectations, rates). A bare number of any dimension may be negative.
    AnyValue read(Node node, Dimension dimension, Bounds bounds);
    AnyValue read_one_of(Node node, std::span<const Dimension> dimensions, Bounds bounds);
    AnyValue read_any(Node node, Bounds bounds = Bounds::not_negative);
    /// `dimension` has Base::impact exponent 1 and no category; the rest of it is the unit that the impact is
    /// per.
    ByCategory read_impacts(Node node, Dimension dimension, Bounds bounds);
    /// An impact per one of several units ("per GPU hour or per node hour"), the same unit for all impacts.
    ByCategory read_impacts_one_of(Node node, std::span<const Dimension> dimensions, Bounds bounds);
    /// How many of a part: bare, or with the unit of accelerators or nodes ("8 GPU"), which is then dropped.
    Value<unit::None> read_count(Node node);
    /// A number that may be bare or carry the unit of a count, which is then dropped.
    Value<unit::None> read_number_of(Node node, std::span<const Dimension> ways, Bounds bounds);
    /// The value, or empty with an error if its literal is not a whole number.
    AnyValue whole(AnyValue value);

    const Sources& sources() const { return sources_; }
    Diagnostics& diagnostics() const { return diagnostics_; }

private:
    using Read = std::shared_ptr<Statement>;
    /// `wanted` chooses the example in a message; empty: any dimension.
    Read read_text(Node text, Node owner, Bounds bounds, std::span<const Dimension> wanted);
    bool read_number(Statement& stated, std::span<const Dimension> wanted);
    void read_extras(Node owner, Statement& stated);
    bool fits(const Statement& stated, std::span<const Dimension> dimensions);
    bool in_range(const Statement& stated);
    bool is_whole(const Statement& stated);
    Read read_item(Node node, Bounds bounds, std::span<const Dimension> wanted);
    void take_impact(Read stated, std::span<const Dimension> dimensions, ByCategory& taken);

    const Sources& sources_;
    Diagnostics& diagnostics_;
};

}  // namespace lca
