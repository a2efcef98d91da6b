#pragma once
// Reads and checks the single values of an `uncertainty`.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/values/value.hpp"

namespace lca::values {

/// Reads keys of one `uncertainty`; each error sets `ok_` to false.
class UncertaintyFields {
protected:
    UncertaintyFields(Node node, const Statement& stated, const Sources& sources, Diagnostics& diagnostics)
        : node_(node), stated_(stated), sources_(sources), diagnostics_(diagnostics) {}

    void fault(const Location& at, std::string message, std::string expected, std::string hint = {});
    std::nullptr_t conflict(Node one, Node other, std::string expected);
    /// Reports an error for keys that have no meaning for this distribution.
    void allow_only(const std::vector<std::string>& keys, std::string_view shown_as = {});
    std::optional<Quantity> quantity(Node at) { return quantity(at, at && at.is_text() ? at.text() : ""); }
    /// `text`: the text at the node, or the same text with a unit that the file may omit.
    std::optional<Quantity> quantity(Node at, std::string_view text);
    /// A number of the same dimension as the uncertain value.
    std::optional<double> like_value(Node at) { return like_value(at, quantity(at)); }
    std::optional<double> like_value(Node at, const std::optional<Quantity>& read);
    /// A number of the same dimension as the uncertain value, within that value's bounds.
    std::optional<double> possible(Node at) { return possible(at, quantity(at)); }
    std::optional<double> possible(Node at, const std::optional<Quantity>& read);
    /// A number without a unit that is at least `minimum`.
    std::optional<double> plain(Node at, double minimum, std::string_view expected);
    static std::string named(Dimension dimension);
    Node needed(std::string_view key, std::string_view example);
    bool needs_literal(Node at, std::string_view what);

    Node node_;
    const Statement& stated_;
    const Sources& sources_;
    Diagnostics& diagnostics_;
    bool ok_ = true;
};

}  // namespace lca::values
