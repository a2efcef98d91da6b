#include "models/scenario/figures.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/scenario/place_in_text.hpp"
#include "models/scenario/source_text.hpp"
#include "models/scenario/uncertainty.hpp"

namespace lca {
namespace {

constexpr double largest_whole = 9007199254740992.0;  // 2^53: above it, not every whole number is a double

/// "power (such as `400 W`)".
std::string wanted_text(std::span<const Dimension> dimensions) {
    std::vector<std::string> words;
    for (const Dimension& one : dimensions) {
        const std::string unit = customary_unit(one);
        words.push_back(unit.empty() ? "a number without a unit, or a share in %"
                                     : fmt::format("{} in {}", name(one), unit));
    }
    return listed(words, "or");
}

std::string names(std::span<const Dimension> dimensions) {
    std::vector<std::string> words;
    for (const Dimension& one : dimensions)
        words.push_back(one.dimensionless() ? "a plain number" : name(one));
    return listed(words, "or");
}

/// Whether a text that is no number would be an expression over names.
bool is_formula(std::string_view text) {
    const Parsed<Expression> parsed = Expression::parse(text);
    const Expression* expression = std::get_if<Expression>(&parsed);
    return expression && !expression->names().empty();
}

/// The dimensions that an impact (per something) may be written in, by category.
Dimension of_category(std::size_t impact, Dimension dimension) {
    const auto per = divide(dimension, Dimension::of(Base::impact));
    const auto whole = per ? multiply(impacts()[impact].dimension, *per) : std::nullopt;
    return whole.value_or(Dimension{});
}

}  // namespace

void Figures::clear() {
    given_.clear();
    texts_.clear();
}

const Given* Figures::read(Node node, Dimension dimension, Bounds bounds) {
    return read_one_of(node, std::span<const Dimension>(&dimension, 1), bounds);
}

const Given* Figures::read_one_of(Node node, std::span<const Dimension> dimensions, Bounds bounds) {
    const Given* given = read_item(node, bounds);
    return given && fits(*given, dimensions) && in_range(*given) ? given : nullptr;
}

const Given* Figures::read_any(Node node, Bounds bounds) {
    Given* given = read_item(node, bounds);
    if (!given) return nullptr;
    const bool free = given->expression || given->literal->bare || given->literal->unit.percent;
    if (free && bounds == Bounds::not_negative) given->bounds = Bounds::any;
    return in_range(*given) ? given : nullptr;
}

Figure<unit::None> Figures::read_count(Node node) {
    constexpr Dimension ways[] = {Dimension{}, Dimension::of(Base::accelerator), Dimension::of(Base::node)};
    Given* given = read_item(node, Bounds::not_negative);
    if (!given || !fits(*given, ways) || !in_range(*given) || !whole(given)) return {};
    if (given->literal) given->literal->unit.dimension = Dimension{};
    return {given};
}

const Given* Figures::whole(const Given* given) {
    if (!given || !given->literal) return given;
    const double value = given->literal->value;
    if (value == std::floor(value) && std::abs(value) <= largest_whole) return given;
    diagnostics_.add(
        {.place = given->node.place(),
         .message = fmt::format("`{}` is {}", given->owner.path(), as_written(given->node)),
         .expected = std::abs(value) > largest_whole ? "a whole number up to 2^53" : "a whole number",
         .width = width_in(given->node, 0, given->node.text().size())});
    return nullptr;
}

/// One figure, short or long; lists are the caller's.
Given* Figures::read_item(Node node, Bounds bounds) {
    if (!node || node.faulty()) return nullptr;
    if (node.is_list()) {
        diagnostics_.error(node.place(), fmt::format("`{}` is a list", node.path()),
                           "one number with its unit");
        return nullptr;
    }
    const Node text = node.is_map() ? node.find("value") : node;
    if (!text) return nullptr;  // the schema has said so
    if (!text.is_text()) {
        diagnostics_.error(text.place(), fmt::format("`{}` is {}", text.path(), to_string(text.kind())),
                           "one number with its unit");
        return nullptr;
    }
    return read_text(text, node, bounds);
}

Given* Figures::read_text(Node text, Node owner, Bounds bounds) {
    Given& given = given_.emplace_back();
    given.node = text;
    given.owner = owner;
    given.bounds = bounds;
    if (!read_number(given)) return nullptr;
    if (owner.is_map()) read_extras(given);
    return &given;
}

bool Figures::read_number(Given& given) {
    std::string_view text = given.node.text();
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
        diagnostics_.add(
            {.place = place_in(given.node, at, sources_),
             .message = fmt::format("`{}`: {}", given.owner.path(), fault->message),
             .expected = fault->expected,
             .hint = formula ? fmt::format("an expression starts with `=`: `={}`", shown(text)) : fault->hint,
             .width = width_in(given.node, at, fault->length)});
        return false;
    }
    if (skipped) {
        given.expression = std::make_unique<const Expression>(std::get<Expression>(std::move(expression)));
    } else {
        given.literal = std::get<Quantity>(quantity);
    }
    return true;
}

void Figures::read_extras(Given& given) {
    if (const Node status = given.owner.find("status"); status && status.is_text())
        given.status = status.text();
    if (const Node note = given.owner.find("note"); note && note.is_text()) given.note = note.text();
    if (const Node source = given.owner.find("source")) given.source = one_line(source);
    if (const Node uncertainty = given.owner.find("uncertainty")) {
        given.uncertainty = read_uncertainty(uncertainty, given, sources_, diagnostics_);
    }
}

std::string_view Figures::one_line(Node source) {
    if (source.is_text()) return source.text();
    texts_.push_back(source_text(source));
    return texts_.back();
}

bool Figures::fits(const Given& given, std::span<const Dimension> dimensions) {
    if (!given.literal) return true;  // expressions are checked when they are recorded
    const Quantity& quantity = *given.literal;
    if (std::find(dimensions.begin(), dimensions.end(), quantity.unit.dimension) != dimensions.end())
        return true;
    const std::string path = given.owner.path();
    const bool plain = dimensions.front().dimensionless();
    const std::string hint = plain ? std::string() : mix_up(dimensions.front(), quantity.unit.dimension);
    if (quantity.bare) {
        const std::string number(given.node.text());
        diagnostics_.add(
            {.place = given.node.place(),
             .message = fmt::format("`{}` is {}, a number without a unit", path, as_written(given.node)),
             .expected = fmt::format("{}, such as `{} {}`", names(dimensions), shown(number),
                                     customary_unit(dimensions.front())),
             .width = width_in(given.node, 0, given.node.text().size())});
        return false;
    }
    const std::size_t at = static_cast<std::size_t>(quantity.unit.text.data() - given.node.text().data());
    const std::string found =
        quantity.unit.dimension.dimensionless() ? std::string("a share") : name(quantity.unit.dimension);
    diagnostics_.add({.place = place_in(given.node, at, sources_),
                      .message = fmt::format("`{}` is {}: {}, where {} belongs", path, as_written(given.node),
                                             found, names(dimensions)),
                      .expected = wanted_text(dimensions),
                      .hint = hint,
                      .width = width_in(given.node, at, quantity.unit.text.size())});
    return false;
}

bool Figures::in_range(const Given& given) {
    if (!given.literal) return true;
    const double value = given.literal->value;
    std::string expected;
    if (!within(given.bounds, value)) expected = to_string(given.bounds);
    if (given.literal->unit.dimension == Dimension::of(Base::time) && std::abs(value) > max_time) {
        expected = "at most 1000 yr";
    }
    if (expected.empty()) return true;
    diagnostics_.add({.place = given.node.place(),
                      .message = fmt::format("`{}` is {}, which is out of range", given.owner.path(),
                                             as_written(given.node)),
                      .expected = expected,
                      .width = width_in(given.node, 0, given.node.text().size())});
    return false;
}

std::array<const Given*, impact_count> Figures::read_impacts(Node node, Dimension dimension, Bounds bounds) {
    return read_impacts_one_of(node, std::span<const Dimension>(&dimension, 1), bounds);
}

std::array<const Given*, impact_count> Figures::read_impacts_one_of(Node node,
                                                                    std::span<const Dimension> dimensions,
                                                                    Bounds bounds) {
    std::array<const Given*, impact_count> taken{};
    if (!node || node.faulty()) return taken;
    const Node value = node.is_map() ? node.find("value") : node;
    if (!value) return taken;
    if (!value.is_list()) {
        take_impact(read_item(node, bounds), dimensions, taken);
        return taken;
    }
    if (const Node uncertainty = node.is_map() ? node.find("uncertainty") : Node()) {
        diagnostics_.error(
            uncertainty.key_place(), "one uncertainty for a list of figures",
            "uncertainty at each figure of the list: [{value: 164 kgCO2e, uncertainty: {…}}, …]");
    }
    if (value.size() == 0) {
        diagnostics_.error(value.place(), fmt::format("`{}` is an empty list", value.path()),
                           "at least one impact");
    }
    for (const Node item : value.children()) take_impact(read_item(item, bounds), dimensions, taken);
    return taken;
}

/// Puts a figure under its category.
void Figures::take_impact(const Given* given, std::span<const Dimension> dimensions,
                          std::array<const Given*, impact_count>& taken) {
    if (!given) return;
    std::size_t category = given->literal ? impact_count : index_of::climate;
    std::vector<Dimension> wanted;
    for (std::size_t i = 0; i < impact_count; ++i) {
        for (const Dimension& dimension : dimensions) {
            wanted.push_back(of_category(i, dimension));
            if (given->literal && given->literal->unit.dimension == wanted.back()) category = i;
        }
    }
    if (category == impact_count) {
        fits(*given, std::span(wanted).first(dimensions.size()));
        return;
    }
    if (!in_range(*given)) return;
    if (taken[category]) {
        diagnostics_.add({.place = given->node.place(),
                          .message = fmt::format("{} stands twice in `{}`", impacts()[category].name,
                                                 given->owner.parent().path()),
                          .expected = "each kind of impact once",
                          .related = {{taken[category]->node.place(), "the first one is here"}}});
        return;
    }
    taken[category] = given;
}

}  // namespace lca
