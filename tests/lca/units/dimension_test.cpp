// The algebra of dimensions, their names, and the units they are printed in.

#include <doctest/doctest.h>

#include <boost/units/make_system.hpp>
#include <type_traits>

#include "lca/units/impact.hpp"
#include "lca/units/quantities.hpp"
#include "lca/units/quantity.hpp"

using lca::Base;
using lca::Category;
using lca::Dimension;

namespace {

/// The dimension of a unit text.
Dimension of(std::string_view unit) {
    auto parsed = lca::parse_unit(unit);
    REQUIRE(std::holds_alternative<lca::UnitText>(parsed));
    return std::get<lca::UnitText>(parsed).dimension;
}

}  // namespace

TEST_CASE("dimensions multiply, divide, raise and take roots by their exponents") {
    Dimension length = Dimension::of(Base::length), time = Dimension::of(Base::time);
    Dimension speed = *divide(length, time);
    CHECK(speed.exponent(Base::length) == 1);
    CHECK(speed.exponent(Base::time) == -1);
    CHECK(*multiply(speed, time) == length);
    CHECK(*raise(speed, 2) == *divide(Dimension::of(Base::length, 2), Dimension::of(Base::time, 2)));
    CHECK(*raise(speed, 0) == Dimension{});
    CHECK(*root(*raise(speed, 2)) == speed);
    CHECK_FALSE(root(speed).has_value());
    CHECK(root(Dimension{}) == Dimension{});
}

TEST_CASE("exponents end at 100") {
    Dimension large = Dimension::of(Base::length, 100);
    CHECK_FALSE(multiply(large, Dimension::of(Base::length)).has_value());
    CHECK_FALSE(divide(large, Dimension::of(Base::length, -1)).has_value());
    CHECK(divide(large, Dimension::of(Base::length)) == Dimension::of(Base::length, 99));
    CHECK_FALSE(raise(Dimension::of(Base::length, 2), 51).has_value());
    CHECK(raise(Dimension::of(Base::length, 2), -50) == Dimension::of(Base::length, -100));
    CHECK_FALSE(raise(Dimension::of(Base::length, 2), 2'000'000'000).has_value());
    CHECK(raise(Dimension{}, 2'000'000'000) == Dimension{});
}

TEST_CASE("impacts of two categories never meet in a product; a cancelled impact has no category") {
    Dimension climate = Dimension::impact(Category::climate);
    Dimension abiotic = lca::impacts()[lca::index_of::abiotic_depletion].dimension;
    CHECK_FALSE(climate == abiotic);
    CHECK_FALSE(multiply(climate, abiotic).has_value());
    CHECK_FALSE(divide(climate, abiotic).has_value());
    CHECK(divide(climate, climate) == Dimension{});
    CHECK(multiply(climate, of("GPU"))->category() == Category::climate);
    CHECK(multiply(of("GPU"), climate)->category() == Category::climate);
    CHECK(raise(climate, 0)->category() == Category::none);
}

TEST_CASE("dimensions have the names of the field") {
    CHECK(name(Dimension{}) == "no dimension");
    CHECK(name(of("kWh")) == "energy");
    CHECK(name(of("kW")) == "power");
    CHECK(name(of("J/s")) == "power");
    CHECK(name(of("d")) == "time");
    CHECK(name(of("kg")) == "mass");
    CHECK(name(of("L")) == "volume");
    CHECK(name(of("GPU*h")) == "accelerator time");
    CHECK(name(of("node*h")) == "node time");
    CHECK(name(of("GPU")) == "accelerators");
    CHECK(name(of("GPU/node")) == "accelerators per node");
    CHECK(name(of("kgCO2e")) == "climate change impact");
    CHECK(name(of("gCO2e/kWh")) == "climate change impact per energy");
    CHECK(name(of("gCO2e/kW")) == "climate change impact per power");
    CHECK(name(of("kgCO2e/(GPU*h)")) == "climate change impact per accelerator time");
    CHECK(name(of("L/kWh")) == "volume per energy");
    CHECK(name(of("g/kWh")) == "mass per energy");
    CHECK(name(of("kWh/kg")) == "energy per mass");
    CHECK(name(of("W/GPU")) == "power per accelerator");
    CHECK(name(of("kWh/(GPU*h)")) == "power per accelerator");
    CHECK(name(of("TFLOP/s")) == "operations per time");
    CHECK(name(of("Wh/request")) == "energy per request");
    CHECK(name(of("h^-1")) == "one per time");
    CHECK(name(of("kgSbe/cm2")) == "abiotic depletion per area");
    CHECK(name(of("m^5")) == "length^5");
}

TEST_CASE("results are printed in customary units") {
    CHECK(customary_unit(Dimension{}).empty());
    CHECK(customary_unit(of("J")) == "kWh");
    CHECK(customary_unit(of("J/s")) == "W");
    CHECK(customary_unit(of("s")) == "h");
    CHECK(customary_unit(of("m3")) == "L");
    CHECK(customary_unit(of("GPU*s")) == "GPU*h");
    CHECK(customary_unit(of("gCO2e/Wh")) == "kgCO2e/kWh");
    CHECK(customary_unit(of("tCO2e/(GPU*yr)")) == "kgCO2e/(GPU*h)");
    CHECK(customary_unit(of("MJp")) == "MJp");
    CHECK(customary_unit(of("FLOP/h")) == "FLOP/s");
    CHECK(customary_unit(of("request/d")) == "request/s");
    CHECK(customary_unit(of("d^-1")) == "h^-1");
    CHECK(coherent_unit(of("kWh")) == "J");
    CHECK(coherent_unit(of("L/kWh")) == "m3/J");
}

TEST_CASE("customary and coherent units of any two units of the table read back to the dimension") {
    for (const lca::Unit& a : lca::unit_table()) {
        for (const lca::Unit& b : lca::unit_table()) {
            for (auto dimension : {multiply(a.dimension, b.dimension), divide(a.dimension, b.dimension)}) {
                if (!dimension) continue;
                CAPTURE(a.spelling);
                CAPTURE(b.spelling);
                REQUIRE(of(customary_unit(*dimension)) == *dimension);
                auto coherent = lca::parse_unit(coherent_unit(*dimension));
                REQUIRE(std::get<lca::UnitText>(coherent).dimension == *dimension);
                REQUIRE(std::get<lca::UnitText>(coherent).factor == 1);
            }
        }
    }
}

TEST_CASE("the dimensions of C++ types are those of unit texts, without the category") {
    CHECK(lca::dimension_of<lca::unit::Energy>() == of("kWh"));
    CHECK(lca::dimension_of<lca::unit::Power>() == of("W"));
    CHECK(lca::dimension_of<lca::unit::None>() == Dimension{});
    CHECK(lca::dimension_of<lca::unit::ImpactPerDeviceTime>() == of("gCO2e/(GPU*h)").with(Category::none));
    CHECK(lca::dimension_of<lca::unit::VolumePerEnergy>() == of("L/kWh"));
    CHECK(lca::dimension_of<lca::unit::ThroughputPerDevice>() == of("FLOP/(GPU*s)"));
    CHECK(lca::dimension_of<lca::unit::Information>() == of("GB"));
}

TEST_CASE("what a mix-up proposes has the magnitude that was written") {
    const auto proposed = [&](std::string_view wanted, std::string_view written) {
        const std::string why = mix_up(of(wanted), of(written), written);
        return why.substr(std::min(why.find("write "), why.size()));
    };
    CHECK(proposed("kgCO2e/kWh", "g/kWh") == "write `gCO2e/kWh` if equivalents are meant");
    CHECK(proposed("kgCO2e/kWh", "lb/MWh") == "write `lbCO2e/MWh` if equivalents are meant");
    CHECK(proposed("kgCO2e", "t") == "write `tCO2e` if equivalents are meant");
    CHECK(proposed("kgCO2e/kWh", "kWh/gCO2e") == "write `gCO2e/kWh`");
    CHECK(proposed("kgCO2e/(GPU*h)", "GPU*h/gCO2e") == "write `gCO2e/(GPU*h)`");
    CHECK(proposed("MJp", "GJ") == "write `GJp`");
    CHECK(proposed("MJp", "kWh").empty());  // there is no kWhp
}

TEST_CASE("mix-ups are explained, each in its own words") {
    CHECK(mix_up(of("kgCO2e"), of("kgCO2e")).empty());
    CHECK(mix_up(of("kgCO2e"), of("kg")).find("the impact of making it is meant") != std::string::npos);
    CHECK(mix_up(of("gCO2e/kWh"), of("g/kWh")) == "a mass is not a climate change impact");
    CHECK(mix_up(of("kWh*GPU"), of("kWh")).find("counts do not cancel by themselves") != std::string::npos);
    CHECK(mix_up(of("kg"), of("kgCO2e")) ==
          "a climate change impact (kgCO2e) is not a mass of material (kg)");
    CHECK(mix_up(of("kWh"), of("kW")) == "a power (kW) is not an energy (kWh): multiply it by a time");
    CHECK(mix_up(of("kW"), of("kWh")) == "an energy (kWh) is not a power (kW): divide it by a time");
    CHECK(mix_up(of("gCO2e/kWh"), of("kWh/gCO2e")) ==
          "the unit is inverted: expected climate change impact per energy");
    CHECK(mix_up(of("GPU*h"), of("h")) ==
          "a time alone gives no count: 8 devices or nodes for 1 h are 8 GPU*h");
    CHECK(mix_up(of("h"), of("GPU*h")) == "expected a time without a count");
    CHECK(mix_up(of("W"), of("W/GPU")) == "this is a figure per GPU; expected power without the count");
    CHECK(mix_up(of("W/GPU"), of("W")) == "this is a total; expected a figure per GPU");
    CHECK(mix_up(of("GPU*h"), of("node*h")).find("counted separately") != std::string::npos);
    CHECK(mix_up(of("h"), of("m")) == "`m` is the metre; minutes are `min`");
    CHECK(mix_up(of("GPU"), Dimension{}) == "a count carries its unit, GPU");
    CHECK(mix_up(of("h"), Dimension{}) == "expected a unit of time");
    CHECK(mix_up(of("kWh"), Dimension{}) == "expected a unit of energy");
    CHECK(mix_up(Dimension{}, of("kWh")) == "no unit is allowed here: write a plain number, or a share in %");
    CHECK(mix_up(of("kgCO2e"), of("kgSbe")).find("different kinds") != std::string::npos);
    CHECK(mix_up(of("kWh"), of("MJp")).find("primary energy") != std::string::npos);
    CHECK(mix_up(of("FLOP"), of("FLOP/s")) == "this is per time: multiply it by a time");
}

namespace {

using boost::units::si::kilogram_base_unit;
using boost::units::si::meter_base_unit;
using boost::units::si::second_base_unit;
using lca::detail::own_unit;

// Twelve base units are more than boost::units::make_system can sort: two systems of ten of them, in any
// order, that hold every two neighbours.
using FirstTen =
    boost::units::make_system<own_unit<lca::token_dimension, 5>, own_unit<lca::user_dimension, 7>,
                              second_base_unit, own_unit<lca::impact_dimension, 1>,
                              own_unit<lca::request_dimension, 4>, meter_base_unit,
                              own_unit<lca::accelerator_dimension, 2>, own_unit<lca::image_dimension, 6>,
                              kilogram_base_unit, own_unit<lca::node_dimension, 3>>::type;
using LastTen =
    boost::units::make_system<own_unit<lca::information_dimension, 9>, own_unit<lca::operation_dimension, 8>,
                              own_unit<lca::user_dimension, 7>, own_unit<lca::image_dimension, 6>,
                              own_unit<lca::token_dimension, 5>, own_unit<lca::request_dimension, 4>,
                              own_unit<lca::node_dimension, 3>, own_unit<lca::accelerator_dimension, 2>,
                              own_unit<lca::impact_dimension, 1>, second_base_unit>::type;

template <class System>
struct ListOf;
template <class List>
struct ListOf<boost::units::homogeneous_system<List>> {
    using type = List;
};

/// The first n of a list, or all.
template <class List, int n>
struct First {
    using type = boost::units::list<typename List::item, typename First<typename List::next, n - 1>::type>;
};
template <class List>
struct First<List, 0> {
    using type = boost::units::dimensionless_type;
};

using Own = ListOf<lca::UnitSystem>::type;

}  // namespace

TEST_CASE("the base units stand in the order that Boost.Units gives them") {
    CHECK(std::is_same_v<First<Own, 10>::type, ListOf<FirstTen>::type>);
    CHECK(std::is_same_v<Own::next::next, ListOf<LastTen>::type>);
}
