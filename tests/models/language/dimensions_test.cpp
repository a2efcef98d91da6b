// The words of the tables, and the dimensions that they name.
#include "models/language/dimensions.hpp"

#include <doctest/doctest.h>

#include "lca/units/quantity.hpp"
#include "models/language/schema.hpp"

namespace {

lca::Dimension dimension_of_text(std::string_view text) {
    return std::get<lca::Quantity>(lca::parse_quantity(text)).unit.dimension;
}

lca::WantedDimensions wanted_at(std::string_view path) {
    const lca::Type* type = type_at(lca::scenario_type(), path);
    REQUIRE(type != nullptr);
    return lca::wanted_dimensions(*type).value();
}

}  // namespace

TEST_CASE("every type of numbers names dimensions, or says that any may stand there") {
    for (const lca::Type* root : {&lca::scenario_type(), &lca::catalogue_type()}) {
        for (const lca::Type* type : lca::all_types(*root)) {
            if (type->scalar != lca::Scalar::quantity && type->scalar != lca::Scalar::number) continue;
            CAPTURE(type->name);
            CAPTURE(type->dimension);
            const bool any = type->dimension == "any" || type->dimension == "the value's own";
            CHECK(lca::wanted_dimensions(*type).has_value() != any);
        }
    }
}

TEST_CASE("examples of keys are of the dimensions of their types") {
    for (const lca::Type* type : lca::all_types(lca::scenario_type())) {
        for (const lca::Key& key : type->keys) {
            const auto wanted = lca::wanted_dimensions(*key.type);
            const lca::Parsed<lca::Quantity> example = lca::parse_quantity(key.example);
            const auto* quantity = std::get_if<lca::Quantity>(&example);
            if (!wanted || quantity == nullptr) continue;
            CAPTURE(type->name);
            CAPTURE(key.name);
            CHECK(wanted->fits(quantity->unit.dimension));
        }
    }
}

TEST_CASE("powers may be of each, impacts of every kind and water a volume, and nothing else") {
    const lca::WantedDimensions power = wanted_at("activities.a.dynamic.power");
    for (const char* right : {"1 W", "1 W/GPU", "1 kW/node"}) CHECK(power.fits(dimension_of_text(right)));
    for (const char* wrong : {"1 Wh", "1 kg", "3", "1 W/request"}) CHECK_FALSE(power.fits(dimension_of_text(wrong)));
    const lca::WantedDimensions embodied = wanted_at("hardware.h.embodied");
    for (const char* right : {"1 kgCO2e", "1 kgSbe", "1 kgCO2e/GB", "1 L", "1 L/GB", "1 kgCO2e/kg"})
        CHECK(embodied.fits(dimension_of_text(right)));
    for (const char* wrong : {"1 kWh", "1 kg", "3", "1 L/h"}) CHECK_FALSE(embodied.fits(dimension_of_text(wrong)));
    const lca::WantedDimensions amount = wanted_at("functional_unit.amount");
    for (const char* right : {"1", "1 request", "1 token"}) CHECK(amount.fits(dimension_of_text(right)));
    CHECK_FALSE(amount.fits(dimension_of_text("1 kWh")));
}
