#include "lca/page/scale.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "models/results/results.hpp"

using namespace lca;

namespace {

const Dimension climate = Dimension::impact(Category::climate);
const Dimension energy = measure(energy_measure).dimension;

Scale scale(Dimension dimension, const std::vector<double>& values) {
    return scale_for(dimension, values);
}

}  // namespace

TEST_CASE("the unit fits the largest value, the decimals show four digits of it") {
    const Scale tonnes = scale(climate, {50532.45, 4340.4});
    CHECK(tonnes.unit == "tCO2e");
    CHECK(tonnes.text(50532.45) == "50.53");
    CHECK(tonnes.text(4340.4) == "4.34");
    CHECK(scale(climate, {850}).text(850) == "850.0");
    CHECK(scale(climate, {850}).unit == "kgCO2e");
    CHECK(scale(climate, {1000}).unit == "tCO2e");
    CHECK(scale(climate, {0.85}).text(0.85) == "850.0");
    CHECK(scale(climate, {0.85}).unit == "gCO2e");
    CHECK(scale(energy, {433196 * 3.6e6}).text(433196 * 3.6e6) == "433,196");
    CHECK(scale(energy, {20e6 * 3.6e6}).unit == "MWh");
    CHECK(scale(energy, {20e9 * 3.6e6}).unit == "GWh");
}

TEST_CASE("small beside large: two more decimals, or a word that it is not nothing") {
    const Scale both = scale(climate, {1043240, 360});
    CHECK(both.text(1043240) == "1,043.24");
    CHECK(both.text(360) == "0.36");
    const Scale far = scale(climate, {1043240, 0.5});
    CHECK(far.text(0.5) == "<0.01");
    CHECK(far.text(-0.5) == ">-0.01");
    CHECK(far.text(0.0) == "0");
    CHECK(far.text(std::optional<double>()) == "–");
}

TEST_CASE("nothing but zeros, and dimensions without a ladder") {
    CHECK(scale(climate, {0}).text(0.0) == "0");
    CHECK(scale(climate, {}).unit == "gCO2e");
    CHECK(scale(Dimension{}, {0.0559}).unit.empty());
    CHECK(scale(Dimension::of(Base::request), {38229167}).unit == "request");
    CHECK(scale(Dimension::of(Base::request), {38229167}).text(38229167) == "38,229,167");
}

TEST_CASE("single values") {
    CHECK(with_unit(50532.45, climate) == "50.53 tCO2e");
    CHECK(with_unit(57e-3 / 3.6e6, divide(climate, energy).value()) == "57 gCO2e/kWh");
    CHECK(with_unit(-50532.45, climate) == "-50.53 tCO2e");
    CHECK(percent(0.48864) == "48.9 %");
    CHECK(*in_customary_unit(3.6e6, energy).value == 1);
    CHECK(in_customary_unit(std::nullopt, energy).unit == "kWh");
}

TEST_CASE("for a screen: three digits, a prefix that fits, electricity in MWh from one on") {
    CHECK(short_text(50532.45, climate) == "50.5 tCO2e");
    CHECK(short_text(0.15e-3, climate) == "0.15 gCO2e");
    CHECK(short_text(82e-9, climate) == "82 µgCO2e");
    CHECK(short_text(689842 * 3.6e6, energy) == "690 MWh");
    CHECK(short_text(0.21e-3 * 3.6e3, energy) == "0.21 mWh");
    CHECK(short_text(57e-3 / 3.6e6, divide(climate, energy).value()) == "57 gCO2e/kWh");
    const Scale tonnes = short_scale(climate, std::vector<double>{50532.45, 4340.4});
    CHECK(tonnes.text(50532.45) == "50.5");
    CHECK(tonnes.text(4340.4) == "4.3");
    const Scale large = short_scale(climate, std::vector<double>{552'123e3});
    CHECK(large.text(552'123e3) == "552,000");
    CHECK(large.text(12'345e3) == "12,000");
    CHECK(large.text(45e3) == "<1,000");
}
