#include "models/values/value_reader.hpp"
#include "lca/base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "lca/calc/expression.hpp"
#include "models/language/examples.hpp"
#include "models/values/place_in_text.hpp"
#include "models/values/source_text.hpp"
#include "models/values/uncertainty.hpp"

namespace lca {
namespace {

constexpr double max_whole = 9007199254740992.0;  // 2^53: not every whole number above it can be a double

std::string names(std::span<const Dimension> dimensions) {
    std::vector<std::string> words;
    for (const Dimension& one : dimensions)
        words.push_back(one.dimensionless() ? "a plain number" : name(one));
    return listed(words, "or");
}

/// What is expected: "power or power per accelerator, such as `400 W`"; the example is that of the key.
std::string wanted_text(std::string_view path, std::span<const Dimension> dimensions) {
    const std::string_view example = example_at(path, dimensions);
    if (!example.empty()) return fmt::format("{}, such as `{}`", names(dimensions), example);
    const std::string unit = customary_unit(dimensions.front());
    return unit.empty() ? "a number without a unit, or a share in %"
                        : fmt::format("{}, in a unit such as `{}`", names(dimensions), unit);
}

/// "… is written as `node_power: 1.3 kW` (Power of one node)": keys beside that at `path` which take a value
/// of the dimension `found`; "" if there are none.
std::string better_keys(std::string_view path, Dimension found) {
    std::vector<std::string> keys;
    for (const Key* key : keys_beside(path, found)) {
        const std::string_view help = key->help.substr(0, key->help.find_first_of(".;"));
        keys.push_back(fmt::format("`{}: {}` ({})", key->name, key->example, help));
    }
    return keys.empty() ? std::string() : fmt::format("{} is written as {}", name(found), listed(keys, "or"));
}

/// A hint: a unit that may have been meant, or else another key that takes the value as written.
std::string mixed_up(std::string_view path, Dimension wanted, const Quantity& found) {
    const Dimension dimension = found.unit.dimension;
    const std::string why = wanted.dimensionless() ? "" : mix_up(wanted, dimension, found.unit.text);
    const std::string keys = better_keys(path, dimension);
    if (keys.empty() || why.find("write `") != std::string::npos) return why;
    const bool says_more = !why.empty() && !why.starts_with("this is ");  // "…, which is not wanted"
    return says_more ? why + "; " + keys : keys;
}

/// Whether a text would be a valid expression with names if it began with `=`.
bool is_formula(std::string_view text) {
    const Parsed<Expression> parsed = Expression::parse(text);
    const Expression* expression = std::get_if<Expression>(&parsed);
    return expression && !expression->names().empty();
}

/// What is expected: "one number with its unit, such as `433196 kWh`".
std::string one_number(const std::string& path, std::span<const Dimension> wanted) {
    const std::string_view example = example_at(path, wanted);
    return fmt::format("one number with its unit{}",
                       example.empty() ? "" : fmt::format(", such as `{}`", example));
}

/// `dimension`, an impact (or impact per unit) in no particular category, for impact category `impact`.
Dimension of_category(std::size_t impact, Dimension dimension) {
    const auto per = divide(dimension, Dimension::of(Base::impact));
    const auto whole = per ? multiply(impacts()[impact].dimension, *per) : std::nullopt;
    return whole.value_or(Dimension{});
}

}  // namespace

AnyValue ValueReader::read(Node node, Dimension dimension, Bounds bounds) {
    return read_one_of(node, std::span<const Dimension>(&dimension, 1), bounds);
}

AnyValue ValueReader::read_one_of(Node node, std::span<const Dimension> dimensions, Bounds bounds) {
    Read stated = read_item(node, bounds, dimensions);
    if (!stated || !fits(*stated, dimensions) || !in_range(*stated)) return {};
    return AnyValue(std::move(stated));
}

AnyValue ValueReader::read_any(Node node, Bounds bounds) {
    Read stated = read_item(node, bounds, {});
    if (!stated || !in_range(*stated)) return {};
    return AnyValue(std::move(stated));
}

Value<unit::None> ValueReader::read_count(Node node) {
    constexpr Dimension ways[] = {Dimension{}, Dimension::of(Base::accelerator), Dimension::of(Base::node)};
    Value<unit::None> count = read_number_of(node, ways, Bounds::not_negative);
    if (!count || !is_whole(*count)) return {};
    return count;
}

Value<unit::None> ValueReader::read_number_of(Node node, std::span<const Dimension> ways, Bounds bounds) {
    Read stated = read_item(node, bounds, ways);
    if (!stated || !fits(*stated, ways) || !in_range(*stated)) return {};
    if (stated->literal) stated->literal->unit.dimension = Dimension{};
    return Value<unit::None>(AnyValue(std::move(stated)));
}

AnyValue ValueReader::whole(AnyValue value) {
    if (!value || !is_whole(*value)) return {};
    return value;
}

bool ValueReader::is_whole(const Statement& stated) {
    if (!stated.literal) return true;
    const double value = stated.literal->value;
    if (value == std::floor(value) && std::abs(value) <= max_whole) return true;
    diagnostics_.add(
        {.place = stated.text.place(),
         .message = fmt::format("`{}` is {}", stated.owner.path(), as_written(stated.text)),
         .expected = std::abs(value) > max_whole ? "a whole number up to 2^53" : "a whole number",
         .width = stated.text.width()});
    return false;
}

/// Reads one value, as a plain text or in the long form; a list is an error here.
ValueReader::Read ValueReader::read_item(Node node, Bounds bounds, std::span<const Dimension> wanted) {
    if (!node || node.faulty()) return nullptr;
    if (node.is_list()) {
        diagnostics_.error(node.place(), fmt::format("`{}` is a list", node.path()),
                           one_number(node.path(), wanted));
        return nullptr;
    }
    const Node text = node.is_map() ? node.find("value") : node;
    if (!text) return nullptr;  // the check against the schema has reported it
    if (!text.is_text()) {
        diagnostics_.error(text.place(), fmt::format("`{}` is {}", text.path(), to_string(text.kind())),
                           one_number(node.path(), wanted));
        return nullptr;
    }
    return read_text(text, node, bounds, wanted);
}

ValueReader::Read ValueReader::read_text(Node text, Node owner, Bounds bounds,
                                         std::span<const Dimension> wanted) {
    auto stated = std::make_shared<Statement>();
    stated->text = text;
    stated->owner = owner;
    stated->bounds = bounds;
    if (!read_number(*stated, wanted)) return nullptr;
    // Where any dimension is allowed, a number without a unit, a share or an expression may be negative.
    const bool free = stated->expression || stated->literal->bare || stated->literal->unit.percent;
    if (wanted.empty() && free && bounds == Bounds::not_negative) stated->bounds = Bounds::any;
    if (owner.is_map()) read_extras(owner, *stated);
    return stated;
}

bool ValueReader::read_number(Statement& stated, std::span<const Dimension> wanted) {
    std::string_view text = stated.text.text();
    std::size_t skipped = 0;
    const TextFault* fault = nullptr;
    Parsed<Quantity> quantity;
    Parsed<Expression> expression;
    if (text.starts_with('=')) {
        skipped = 1;
        expression = Expression::parse(text.substr(1));
        fault = std::get_if<TextFault>(&expression);
    } else {
        quantity = parse_quantity(text);
        fault = std::get_if<TextFault>(&quantity);
    }
    if (fault) {
        const std::size_t at = fault->offset + skipped;
        const bool formula = skipped == 0 && fault->hint.empty() && is_formula(text);
        const std::string path = stated.owner.path();
        const std::string_view example = fault->wants_example ? example_at(path, wanted) : "";
        diagnostics_.add(
            {.place = place_in(stated.text, at, sources_),
             .message = fmt::format("`{}`: {}", path, fault->message),
             .expected = example.empty() ? fault->expected
                                         : fmt::format("{}, such as `{}`", fault->expected, example),
             .hint = formula ? fmt::format("an expression starts with `=`: `={}`", shown(text)) : fault->hint,
             .width = width_in(stated.text, at, fault->length)});
        return false;
    }
    if (skipped) {
        stated.expression = std::make_shared<const Expression>(std::get<Expression>(std::move(expression)));
    } else {
        stated.literal = std::get<Quantity>(quantity);
    }
    return true;
}

void ValueReader::read_extras(Node owner, Statement& stated) {
    if (const Node status = owner.find("status"); status && status.is_text()) stated.status = status.text();
    if (const Node note = owner.find("note"); note && note.is_text()) stated.note = note.text();
    if (const Node source = owner.find("source")) stated.source = source_text(source);
    if (const Node uncertainty = owner.find("uncertainty")) {
        stated.uncertainty = values::read_uncertainty(uncertainty, stated, sources_, diagnostics_);
    }
}

bool ValueReader::fits(const Statement& stated, std::span<const Dimension> dimensions) {
    if (!stated.literal) return true;  // expressions are checked when they are recorded
    const Quantity& quantity = *stated.literal;
    if (std::find(dimensions.begin(), dimensions.end(), quantity.unit.dimension) != dimensions.end())
        return true;
    const std::string path = stated.owner.path();
    if (quantity.bare) {
        diagnostics_.add(
            {.place = stated.text.place(),
             .message = fmt::format("`{}` is {}, a number without a unit", path, as_written(stated.text)),
             .expected = wanted_text(path, dimensions),
             .width = stated.text.width()});
        return false;
    }
    const std::string hint = mixed_up(path, dimensions.front(), quantity);
    const std::size_t at = static_cast<std::size_t>(quantity.unit.text.data() - stated.text.text().data());
    const std::string found =
        quantity.unit.dimension.dimensionless() ? std::string("a share") : name(quantity.unit.dimension);
    diagnostics_.add({.place = place_in(stated.text, at, sources_),
                      .message = fmt::format("`{}` is {}: {}, but must be {}", path, as_written(stated.text),
                                             found, names(dimensions)),
                      .expected = wanted_text(path, dimensions),
                      .hint = hint,
                      .width = width_in(stated.text, at, quantity.unit.text.size())});
    return false;
}

bool ValueReader::in_range(const Statement& stated) {
    if (!stated.literal) return true;
    const double value = stated.literal->value;
    std::string expected;
    if (!within(stated.bounds, value)) expected = to_string(stated.bounds);
    if (stated.literal->unit.dimension == Dimension::of(Base::time) && std::abs(value) > max_time) {
        expected = "at most 1000 yr";
    }
    if (expected.empty()) return true;
    diagnostics_.add({.place = stated.text.place(),
                      .message = fmt::format("`{}` is {}, which is out of range", stated.owner.path(),
                                             as_written(stated.text)),
                      .expected = expected,
                      .width = stated.text.width()});
    return false;
}

ByCategory ValueReader::read_impacts(Node node, Dimension dimension, Bounds bounds) {
    return read_impacts_one_of(node, std::span<const Dimension>(&dimension, 1), bounds);
}

ByCategory ValueReader::read_impacts_one_of(Node node, std::span<const Dimension> dimensions, Bounds bounds) {
    ByCategory taken;
    if (!node || node.faulty()) return taken;
    const Node value = node.is_map() ? node.find("value") : node;
    if (!value) return taken;
    if (!value.is_list()) {
        take_impact(read_item(node, bounds, dimensions), dimensions, taken);
        return taken;
    }
    if (const Node uncertainty = node.is_map() ? node.find("uncertainty") : Node()) {
        diagnostics_.error(
            uncertainty.key_place(), "`uncertainty` cannot apply to a whole list",
            "uncertainty at each figure of the list: [{value: 164 kgCO2e, uncertainty: {…}}, …]");
    }
    if (value.size() == 0) {
        diagnostics_.error(value.place(), fmt::format("`{}` is an empty list", value.path()),
                           "at least one impact");
    }
    for (const Node item : value.children())
        take_impact(read_item(item, bounds, dimensions), dimensions, taken);
    return taken;
}

/// Puts an impact under its category, if its dimension is that of one; otherwise reports an error.
void ValueReader::take_impact(Read stated, std::span<const Dimension> dimensions, ByCategory& taken) {
    if (!stated) return;
    std::size_t category = stated->literal ? impact_count : index_of::climate;
    std::vector<Dimension> wanted;
    for (std::size_t i = 0; i < impact_count; ++i) {
        for (const Dimension& dimension : dimensions) {
            wanted.push_back(of_category(i, dimension));
            if (stated->literal && stated->literal->unit.dimension == wanted.back()) category = i;
        }
    }
    if (category == impact_count) {
        fits(*stated, std::span(wanted).first(dimensions.size()));
        return;
    }
    if (!in_range(*stated)) return;
    if (taken[category]) {
        diagnostics_.add({.place = stated->text.place(),
                          .message = fmt::format("{} appears twice in `{}`", impacts()[category].name,
                                                 stated->owner.node().parent().path()),
                          .expected = "each kind of impact once",
                          .related = {{taken[category]->text.place(), "the first is here"}}});
        return;
    }
    taken[category] = AnyValue(std::move(stated));
}

}  // namespace lca
