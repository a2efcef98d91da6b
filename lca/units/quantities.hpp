#pragma once
// Dimensions checked by the compiler: Boost.Units with base dimensions of our own for counts and impacts.
//
// The library calculates in one coherent system of units: m, kg, s, one of each count, and for an impact
// the base unit of its category (kgCO2e, kgSbe, MJ of primary energy, m3 of water). It never converts units.

#include <boost/units/base_dimension.hpp>
#include <boost/units/base_unit.hpp>
#include <boost/units/base_units/si/kilogram.hpp>
#include <boost/units/base_units/si/meter.hpp>
#include <boost/units/base_units/si/second.hpp>
#include <boost/units/homogeneous_system.hpp>
#include <boost/units/quantity.hpp>
#include <boost/units/unit.hpp>

#include <array>

#include "lca/units/quantity.hpp"

namespace lca {

// The base dimensions of Boost.Units have negative ordinals; those added here need only be different.
// clang-format off
struct impact_dimension      : boost::units::base_dimension<impact_dimension, 1> {};
struct accelerator_dimension : boost::units::base_dimension<accelerator_dimension, 2> {};
struct node_dimension        : boost::units::base_dimension<node_dimension, 3> {};
struct request_dimension     : boost::units::base_dimension<request_dimension, 4> {};
struct token_dimension       : boost::units::base_dimension<token_dimension, 5> {};
struct image_dimension       : boost::units::base_dimension<image_dimension, 6> {};
struct user_dimension        : boost::units::base_dimension<user_dimension, 7> {};
struct operation_dimension   : boost::units::base_dimension<operation_dimension, 8> {};
struct information_dimension : boost::units::base_dimension<information_dimension, 9> {};
// clang-format on

namespace detail {
template <class D, int N>
struct own_unit : boost::units::base_unit<own_unit<D, N>, typename D::dimension_type, N> {};

template <class... Units>
struct base_list {
    using type = boost::units::dimensionless_type;
};
template <class First, class... Rest>
struct base_list<First, Rest...> {
    using type = boost::units::list<First, typename base_list<Rest...>::type>;
};
}  // namespace detail

/// The only system of units; its base units are in order of ordinals, as Boost.Units requires. (The public
/// boost::units::make_system would sort them, but takes at most ten; there are twelve.)
using UnitSystem = boost::units::homogeneous_system<detail::base_list<
    boost::units::si::meter_base_unit, boost::units::si::kilogram_base_unit,
    boost::units::si::second_base_unit, detail::own_unit<impact_dimension, 1>,
    detail::own_unit<accelerator_dimension, 2>, detail::own_unit<node_dimension, 3>,
    detail::own_unit<request_dimension, 4>, detail::own_unit<token_dimension, 5>,
    detail::own_unit<image_dimension, 6>, detail::own_unit<user_dimension, 7>,
    detail::own_unit<operation_dimension, 8>, detail::own_unit<information_dimension, 9>>::type>;

/// The units of the system, named by the quantity they measure.
namespace unit {
template <class D>
using Of = boost::units::unit<typename D::dimension_type, UnitSystem>;

using None = boost::units::unit<boost::units::dimensionless_type, UnitSystem>;
using Length = Of<boost::units::length_base_dimension>;
using Mass = Of<boost::units::mass_base_dimension>;
using Time = Of<boost::units::time_base_dimension>;
using Impact = Of<impact_dimension>;
using Accelerators = Of<accelerator_dimension>;
using Nodes = Of<node_dimension>;
using Requests = Of<request_dimension>;
using Tokens = Of<token_dimension>;
using Images = Of<image_dimension>;
using Users = Of<user_dimension>;
using Operations = Of<operation_dimension>;
using Information = Of<information_dimension>;

using Area = decltype(Length() * Length());
using Volume = decltype(Length() * Length() * Length());
using Energy = decltype(Mass() * Length() * Length() / (Time() * Time()));
using Power = decltype(Energy() / Time());
using DeviceTime = decltype(Accelerators() * Time());
using NodeTime = decltype(Nodes() * Time());
using Throughput = decltype(Operations() / Time());
using ThroughputPerDevice = decltype(Throughput() / Accelerators());
using PowerPerDevice = decltype(Power() / Accelerators());
using PowerPerNode = decltype(Power() / Nodes());
using EnergyPerRequest = decltype(Energy() / Requests());
using EnergyPerToken = decltype(Energy() / Tokens());
using RequestRate = decltype(Requests() / Time());
using DevicesPerNode = decltype(Accelerators() / Nodes());
using ImpactPerEnergy = decltype(Impact() / Energy());
using ImpactPerNode = decltype(Impact() / Nodes());
using ImpactPerTime = decltype(Impact() / Time());
using ImpactPerNodeTime = decltype(Impact() / NodeTime());
using ImpactPerDeviceTime = decltype(Impact() / DeviceTime());
using ImpactPerRequest = decltype(Impact() / Requests());
using ImpactPerToken = decltype(Impact() / Tokens());
using ImpactPerInformation = decltype(Impact() / Information());
using ImpactPerArea = decltype(Impact() / Area());
using EnergyPerArea = decltype(Energy() / Area());
using VolumePerEnergy = decltype(Volume() / Energy());
}  // namespace unit

namespace detail {
template <class D>
struct base_of;
template <Base B>
struct base_is {
    static constexpr Base value = B;
};
// clang-format off
template <> struct base_of<boost::units::length_base_dimension> : base_is<Base::length> {};
template <> struct base_of<boost::units::mass_base_dimension> : base_is<Base::mass> {};
template <> struct base_of<boost::units::time_base_dimension> : base_is<Base::time> {};
template <> struct base_of<impact_dimension> : base_is<Base::impact> {};
template <> struct base_of<accelerator_dimension> : base_is<Base::accelerator> {};
template <> struct base_of<node_dimension> : base_is<Base::node> {};
template <> struct base_of<request_dimension> : base_is<Base::request> {};
template <> struct base_of<token_dimension> : base_is<Base::token> {};
template <> struct base_of<image_dimension> : base_is<Base::image> {};
template <> struct base_of<user_dimension> : base_is<Base::user> {};
template <> struct base_of<operation_dimension> : base_is<Base::operation> {};
template <> struct base_of<information_dimension> : base_is<Base::information> {};
// clang-format on

template <class List>
struct exponents_of;
template <>
struct exponents_of<boost::units::dimensionless_type> {
    static constexpr void add(std::array<int, base_count>&) {}
};
template <class D, class Exponent, class Rest>
struct exponents_of<boost::units::list<boost::units::dim<D, Exponent>, Rest>> {
    static_assert(Exponent::Denominator == 1, "only whole exponents");
    static constexpr void add(std::array<int, base_count>& exponents) {
        exponents[static_cast<std::size_t>(base_of<D>::value)] += static_cast<int>(Exponent::Numerator);
        exponents_of<Rest>::add(exponents);
    }
};
}  // namespace detail

/// The run-time dimension of a compile-time unit; the only conversion between the two. For an impact, the
/// category is not set.
template <class Unit>
constexpr Dimension dimension_of() {
    std::array<int, base_count> exponents{};
    detail::exponents_of<typename Unit::dimension_type>::add(exponents);
    return Dimension::with_exponents(exponents);
}

}  // namespace lca
