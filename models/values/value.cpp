#include "models/values/value.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/calc/expression.hpp"

namespace lca {
namespace {

[[noreturn]] void refuse(std::string_view text, const TextFault& fault) {
    throw InputError(fmt::format("`{}`: {}{}{}", shown(text), fault.message,
                                 fault.expected.empty() ? "" : "; expected ", fault.expected));
}

}  // namespace

std::string_view to_string(Bounds bounds) {
    switch (bounds) {
        case Bounds::any:
            return "any number";
        case Bounds::not_negative:
            return "0 or more";
        case Bounds::positive:
            return "above 0";
        case Bounds::share:
            return "from 0 to 100 %";
        case Bounds::positive_share:
            return "above 0 and at most 100 %";
        case Bounds::at_least_one:
            return "at least 1";
    }
    return "";
}

bool within(Bounds bounds, double value) {
    switch (bounds) {
        case Bounds::any:
            return true;
        case Bounds::not_negative:
            return value >= 0;
        case Bounds::positive:
            return value > 0;
        case Bounds::share:
            return value >= 0 && value <= 1;
        case Bounds::positive_share:
            return value > 0 && value <= 1;
        case Bounds::at_least_one:
            return value >= 1;
    }
    return false;
}

std::shared_ptr<const Statement> state(std::string_view text, std::span<const Dimension> dimensions) {
    auto stated = std::make_shared<Statement>();
    const auto own = std::make_shared<const std::string>(text);  // the parsed value refers to it
    stated->text = stated->owner = Location::in_code("", own);
    if (own->starts_with('=')) {
        Parsed<Expression> expression = Expression::parse(std::string_view(*own).substr(1));
        if (const auto* fault = std::get_if<TextFault>(&expression)) refuse(text, *fault);
        stated->expression = std::make_shared<const Expression>(std::get<Expression>(std::move(expression)));
        return stated;
    }
    const Parsed<Quantity> quantity = parse_quantity(*own);
    if (const auto* fault = std::get_if<TextFault>(&quantity)) refuse(text, *fault);
    stated->literal = std::get<Quantity>(quantity);
    const Dimension found = stated->literal->unit.dimension;
    if (!dimensions.empty() && std::find(dimensions.begin(), dimensions.end(), found) == dimensions.end()) {
        throw InputError(
            fmt::format("`{}` is {}, expected {}", shown(text), name(found), name(dimensions.front())));
    }
    return stated;
}

ByCategory state_impacts(std::initializer_list<const char*> texts, Dimension dimension) {
    ByCategory found;
    const auto per = divide(dimension, Dimension::of(Base::impact));
    for (const char* text : texts) {
        AnyValue value(text);
        std::size_t category = value->literal ? impact_count : index_of::climate;
        for (std::size_t i = 0; i < impact_count && per && value->literal; ++i) {
            if (multiply(impacts()[i].dimension, *per) == value->literal->unit.dimension) category = i;
        }
        if (category == impact_count || found[category]) {
            throw InputError(fmt::format("`{}` is {}", shown(text),
                                         category == impact_count ? "there is no impact of this index"
                                                                  : "a second value of one impact"));
        }
        found[category] = std::move(value);
    }
    return found;
}

}  // namespace lca
