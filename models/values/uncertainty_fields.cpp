#include "models/values/uncertainty_fields.hpp"
#include "lca/base/text.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "models/values/place_in_text.hpp"

namespace lca::values {
namespace {

/// The name of a value in messages: its key or, for an item of a list, its path.
std::string called(Node at) {
    return at.key().empty() ? at.path() : std::string(at.key());
}

}  // namespace

void UncertaintyFields::fault(const Location& at, std::string message, std::string expected,
                              std::string hint) {
    ok_ = false;
    const std::size_t width = at.width();
    diagnostics_.add({.place = at.place(),
                      .message = fmt::format("`{}`: {}", stated_.owner.path(), message),
                      .expected = std::move(expected),
                      .hint = std::move(hint),
                      .width = width});
}

std::nullptr_t UncertaintyFields::conflict(Node one, Node other, std::string expected) {
    ok_ = false;
    diagnostics_.add({.place = other.key_place(),
                      .message = fmt::format("`{}` and `{}` cannot both be given", one.key(), other.key()),
                      .expected = std::move(expected),
                      .related = {{one.key_place(), fmt::format("`{}` is here", one.key())}},
                      .width = std::max<std::size_t>(1, characters(other.key()))});
    return nullptr;
}

void UncertaintyFields::allow_only(const std::vector<std::string>& keys, std::string_view shown_as) {
    for (const Node child : node_.children()) {
        const std::string_view key = child.key();
        const bool common =
            key == "distribution" || key == "note" || key == "source" || key == "min" || key == "max";
        if (common || child.faulty() || std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        ok_ = false;
        diagnostics_.add({.place = child.key_place(),
                          .message = fmt::format("`{}` has no meaning for this distribution", key),
                          .expected = shown_as.empty() ? listed(keys) : std::string(shown_as),
                          .width = std::max<std::size_t>(1, characters(key))});
    }
}

std::optional<Quantity> UncertaintyFields::quantity(Node at, std::string_view text) {
    if (!at || at.faulty() || !at.is_text()) {
        ok_ = false;
        return std::nullopt;
    }
    if (at.text().starts_with('=')) {
        fault(at, fmt::format("`{}` is an expression", called(at)), "a number with its unit");
        return std::nullopt;
    }
    Parsed<Quantity> parsed = parse_quantity(text);
    if (const auto* wrong = std::get_if<TextFault>(&parsed)) {
        ok_ = false;
        diagnostics_.add({.place = place_in(at, wrong->offset, sources_),
                          .message = fmt::format("`{}`: {}", at.path(), wrong->message),
                          .expected = wrong->expected,
                          .hint = wrong->hint,
                          .width = width_in(at, wrong->offset, wrong->length)});
        return std::nullopt;
    }
    return std::get<Quantity>(parsed);
}

std::optional<double> UncertaintyFields::like_value(Node at, const std::optional<Quantity>& read) {
    if (!read) return std::nullopt;
    const Dimension wanted = stated_.literal->unit.dimension;
    if (read->unit.dimension != wanted) {
        fault(at,
              fmt::format("`{}` is {}, but the value is {}", at.path(), named(read->unit.dimension),
                          named(wanted)),
              "a number in " + (wanted.dimensionless() ? "no unit" : shown(stated_.literal->unit.text)));
        return std::nullopt;
    }
    return read->value;
}

std::optional<double> UncertaintyFields::possible(Node at, const std::optional<Quantity>& read) {
    const auto value = like_value(at, read);
    if (value && !within(stated_.bounds, *value)) {
        fault(at, fmt::format("`{}` is {}, which is out of range", called(at), as_written(at)),
              std::string(to_string(stated_.bounds)));
        return std::nullopt;
    }
    return value;
}

std::optional<double> UncertaintyFields::plain(Node at, double minimum, std::string_view expected) {
    const auto read = quantity(at);
    if (!read) return std::nullopt;
    if (!read->unit.dimension.dimensionless()) {
        fault(at, fmt::format("`{}` is {}", called(at), named(read->unit.dimension)),
              "a number without a unit");
        return std::nullopt;
    }
    if (read->value < minimum) {
        fault(at, fmt::format("`{}` is {}", called(at), as_written(at)), std::string(expected));
        return std::nullopt;
    }
    return read->value;
}

std::string UncertaintyFields::named(Dimension dimension) {
    return dimension.dimensionless() ? "a plain number" : name(dimension);
}

Node UncertaintyFields::needed(std::string_view key, std::string_view example) {
    const Node found = node_.find(key);
    if (!found && !node_.written(key)) {
        fault(node_, fmt::format("`{}` is missing in its uncertainty", key),
              fmt::format("`{}: {}`", key, example));
    }
    if (!found) ok_ = false;
    return found;
}

bool UncertaintyFields::needs_literal(Node at, std::string_view what) {
    if (stated_.literal) return true;
    fault(at, fmt::format("an expression takes relative uncertainties only, not {}", what),
          "cv, gsd, or pedigree and basic");
    return false;
}

}  // namespace lca::values
