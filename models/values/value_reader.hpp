#pragma once
// Reads values from nodes of a document, and checks their units and ranges.

#include <span>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/values/value.hpp"

namespace lca {

/// A value with an error is returned as if it were not stated. An error about a unit names the expected and
/// the stated dimension, and is reported at the place of the unit in the text.
class ValueReader {
public:
    ValueReader(const Sources& sources, Diagnostics& diagnostics)
        : sources_(sources), diagnostics_(diagnostics) {}

    /// A value with the dimension of `Unit`; empty for an empty node.
    template <class Unit>
    Value<Unit> read(Node node, Bounds bounds = Bounds::not_negative) {
        return Value<Unit>(read(node, dimension_of<Unit>(), bounds));
    }
    /// The same; a literal must be a whole number (below 2^53, so that a double represents it exactly).
    template <class Unit>
    Value<Unit> read_whole(Node node, Bounds bounds = Bounds::not_negative) {
        return Value<Unit>(whole(read(node, dimension_of<Unit>(), bounds)));
    }
    /// An impact or impact per unit: one text, or a list with at most one for each category. An expression
    /// counts as climate change.
    template <class Unit>
    ImpactValues<Unit> read_impacts(Node node, Bounds bounds = Bounds::not_negative) {
        return {read_impacts(node, dimension_of<Unit>(), bounds)};
    }
    /// A value of one dimension, of one of several, or of any (for parameters, expected results, amounts). If
    /// any dimension is allowed, a number without a unit may be negative.
    AnyValue read(Node node, Dimension dimension, Bounds bounds);
    AnyValue read_one_of(Node node, std::span<const Dimension> dimensions, Bounds bounds);
    AnyValue read_any(Node node, Bounds bounds = Bounds::not_negative);
    /// `dimension`: that of an impact in no particular category (exponent 1 of Base::impact), divided by the
    /// unit that the impact is per.
    ByCategory read_impacts(Node node, Dimension dimension, Bounds bounds);
    /// An impact per one of several units ("per GPU hour or per node hour"), or a list of such impacts.
    ByCategory read_impacts_one_of(Node node, std::span<const Dimension> dimensions, Bounds bounds);
    /// A number of items: without a unit, or with that of accelerators or nodes ("8 GPU"), which is dropped.
    Value<unit::None> read_count(Node node);
    /// A number that may have one of these units, which is then dropped.
    Value<unit::None> read_number_of(Node node, std::span<const Dimension> ways, Bounds bounds);
    /// The value; empty, after an error, if it is a literal and not a whole number.
    AnyValue whole(AnyValue value);

    const Sources& sources() const { return sources_; }
    Diagnostics& diagnostics() const { return diagnostics_; }

private:
    using Read = std::shared_ptr<Statement>;
    /// `wanted`: dimensions by which an example for messages is chosen; empty: any.
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
