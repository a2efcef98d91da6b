// Reads published figures; how close a result must be follows from the number of digits printed.

#include <fmt/core.h>

#include <cmath>

#include "lca/base/number.hpp"
#include "models/scenario/printed_precision.hpp"
#include "models/scenario/reader.hpp"
#include "models/values/place_in_text.hpp"
#include "models/values/source_text.hpp"

namespace lca::scenario {
namespace {

struct Bound {
    std::string_view key;
    Expectation::Kind kind;
};
constexpr Bound bounds[] = {{"value", Expectation::Kind::value},
                            {"at_least", Expectation::Kind::at_least},
                            {"at_most", Expectation::Kind::at_most}};

std::string text_of(Node node) {
    return node && node.is_text() ? std::string(node.text()) : std::string();
}

/// Reads the key `bound.key`: a value or one of two bounds; false if it is not stated or has an error.
bool read_value(Reader& reader, Node node, const Bound& bound, Expectation& expectation) {
    if (const Node value = node.find(bound.key)) {
        if (!value.text().empty() && value.text()[0] == '=') {
            reader.error_at(value, "a published figure is a number, not an expression",
                            "the figure as printed: `50.5 tCO2e`");
            return false;
        }
        const AnyValue given = reader.values.read_any(value, Bounds::any);
        if (!given) return false;
        expectation.kind = bound.kind;
        const Quantity& quantity = *given->literal;
        const std::size_t at = static_cast<std::size_t>(quantity.unit.text.data() - value.text().data());
        expectation.unit = std::string(quantity.unit.text);
        expectation.written =
            std::string(quantity.terms > 1 || quantity.bare ? value.text() : value.text().substr(0, at));
        while (!expectation.written.empty() && expectation.written.back() == ' ')
            expectation.written.pop_back();
        if (quantity.terms > 1) expectation.unit.clear();
        expectation.value = quantity.value;
        expectation.unit_factor = quantity.unit.factor;
        expectation.dimension = quantity.unit.dimension;
        const bool whole = quantity.unit.text.empty() || quantity.terms > 1;
        expectation.unit_place = place_in(value, whole ? 0 : at, reader.sources);
        expectation.unit_width = static_cast<std::uint32_t>(
            whole ? width_in(value, 0, value.text().size()) : width_in(value, at, quantity.unit.text.size()));
        expectation.printed_precision = printed_precision(value.text());
        return true;
    }
    return false;
}

/// Checks that an entry has a value or bounds; of these, `at_least` and `at_most` may be stated together.
bool has_figure(Reader& reader, Node node) {
    constexpr std::string_view pairs[][2] = {{"value", "at_least"}, {"value", "at_most"}};
    for (const auto& pair : pairs) {
        if (reader.exclusive(node, pair, "one of value, at_least and at_most")) return false;
    }
    if (node.written("value") || node.written("at_least") || node.written("at_most")) return true;
    reader.error(node.place(), fmt::format("`{}` has no figure", node.path()),
                 "one of value, at_least and at_most");
    return false;
}

void read_basis(Reader& reader, Node node, Expectation& expectation) {
    const Node as = node.find("as"), per = node.find("per");
    if (as && per)
        reader.conflict(as, per, "a share of the total, or a figure per request, token or functional unit");
    if (as) expectation.as = Expectation::ComparisonForm::share;
    if (per) {
        expectation.as = Expectation::ComparisonForm::per;
        expectation.per = text_of(per);
    }
    if (as && !expectation.dimension.dimensionless()) {
        reader.error(node.place(),
                     fmt::format("`{}` is {}, but a share is a plain number", node.path(),
                                 name(expectation.dimension)),
                     "a share, such as `48.9 %`");
    }
}

void read_tolerance(Reader& reader, Node node, Expectation& expectation) {
    const Node tolerance = node.find("tolerance"), because = node.written("because"),
               rounding = node.find("rounding");
    if (tolerance) {
        const AnyValue given = reader.values.read(tolerance, Dimension{}, Bounds::share);
        if (given && given->literal) expectation.tolerance = given->literal->value;
        if (given && given->expression)
            reader.error_at(tolerance, "a tolerance is a number, not an expression", "`0.5 %`");
        if (!because)
            reader.error_at_key(tolerance, "a tolerance without a reason",
                                "`because` beside it: why results may differ by that much");
        if (expectation.kind != Expectation::Kind::value) {
            reader.error_at_key(tolerance, "`tolerance` is not allowed with a bound",
                                "`value` in place of at_least or at_most");
        }
    } else if (because && !node.written("tolerance") && !node.written("rounding")) {
        reader.error_at_key(because,
                            "`because` is the reason for a tolerance or rounding, but neither is given",
                            "`tolerance: 0.5 %` beside it");
    }
    if (rounding && tolerance)
        reader.conflict(tolerance, rounding, "a tolerance, or the rounding of the published figure");
    expectation.because = text_of(node.find("because"));
    expectation.truncate = static_cast<bool>(rounding);
}

void check_what_if(Reader& reader, Node id) {
    if (!id) return;
    const Node what_ifs = reader.root.find("what_if");
    if (what_ifs && what_ifs.is_map() && what_ifs.find(id.text())) return;
    std::unordered_map<std::string_view, std::size_t> known;
    for (const WhatIf& one : reader.scenario.what_ifs) known.emplace(one.id, known.size());
    unknown_reference(reader, id, "a what-if", "what_if", known);
}

}  // namespace

void read_expectations(Reader& reader) {
    const Node list = reader.root.find("expect");
    if (!list) return;
    for (const Node node : list.children()) {
        if (node.faulty()) continue;
        Expectation expectation;
        const Node of = node.find("of");
        expectation.of = text_of(of);
        expectation.place = of ? of.place() : node.place();
        expectation.what_if = text_of(node.find("what_if"));
        expectation.where = text_of(node.find("where"));
        expectation.inconsistent = text_of(node.find("inconsistent"));
        expectation.note = text_of(node.find("note"));
        check_what_if(reader, node.find("what_if"));
        if (!has_figure(reader, node)) continue;
        for (const Bound& bound : bounds) {
            Expectation one = expectation;
            if (!read_value(reader, node, bound, one)) continue;
            read_basis(reader, node, one);
            read_tolerance(reader, node, one);
            if (!one.of.empty()) reader.scenario.expectations.push_back(std::move(one));
        }
    }
}

}  // namespace lca::scenario
