#pragma once
// The keys of one `uncertainty` map: numbers in the dimension of its value, and faults that name them.
// Internal to models/values.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "lca/units/quantity.hpp"
#include "models/values/value.hpp"

namespace lca {

/// A key as it is, an item of a list by its path.
std::string called(Node at);

class UncertaintyKeys {
protected:
    UncertaintyKeys(Node node, const Statement& stated, const Sources& sources, Diagnostics& diagnostics)
        : node_(node), stated_(stated), sources_(sources), diagnostics_(diagnostics) {}

    void fault(const Location& at, std::string message, std::string expected, std::string hint = {});
    std::nullptr_t conflict(Node one, Node other, std::string expected);
    /// Keys that mean nothing for this shape would be passed over in silence.
    void allow_only(const std::vector<std::string>& keys, std::string_view shown_as = {});
    std::optional<Quantity> quantity(Node at);
    /// `text`: what stands there, or the same with a unit that it may do without.
    std::optional<Quantity> quantity(Node at, std::string_view text);
    /// A number in the dimension of the value itself.
    std::optional<double> like_value(Node at);
    std::optional<double> like_value(Node at, const std::optional<Quantity>& read);
    std::optional<double> possible(Node at);
    std::optional<double> possible(Node at, const std::optional<Quantity>& read);
    std::optional<double> plain(Node at, double least, std::string_view expected);
    static std::string named(Dimension dimension);
    Node needed(std::string_view key, std::string_view example);
    bool needs_literal(Node at, std::string_view what);

    Node node_;
    const Statement& stated_;
    const Sources& sources_;
    Diagnostics& diagnostics_;
    bool ok_ = true;  // false after a fault, of which others would only follow
};

}  // namespace lca
