#include "lca/units/base_conversion.hpp"

#include <doctest/doctest.h>

using namespace lca;

namespace {

BaseConversion known(std::string_view unit) {
    const Parsed<BaseConversion> parsed = conversion_to_base(unit);
    REQUIRE(std::holds_alternative<BaseConversion>(parsed));
    return std::get<BaseConversion>(parsed);
}

}  // namespace

TEST_CASE("a conversion to base units is a multiple over a divisor") {
    // 1 kWh is 3,600,000 J, 1 gCO2e is a thousandth of a kgCO2e, 1 % a hundredth.
    CHECK(known("kWh").multiple / known("kWh").divisor == 3.6e6L);
    CHECK(known("gCO2e").multiple == 1);
    CHECK(known("gCO2e").divisor == 1000);
    CHECK(known("%").divisor == 100);
    CHECK(known("").multiple == 1);
    CHECK_FALSE(std::holds_alternative<BaseConversion>(conversion_to_base("parsec")));
}
