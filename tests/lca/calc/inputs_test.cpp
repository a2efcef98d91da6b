#include "lca/calc/inputs.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using lca::Base;
using lca::Dimension;
using lca::Input;
using lca::Inputs;

namespace {

Inputs three() {
    Inputs inputs;
    inputs.add({.path = "parameters.lifetime",
                .value = 6 * 31'536'000.0,
                .dimension = Dimension::of(Base::time),
                .written = 6,
                .unit = "yr",
                .unit_factor = 31'536'000,
                .origin = lca::Origin::argument,
                .place = {2, 10, 13},
                .source = "section 4.1",
                .note = "a guess",
                .status = "inferred",
                .uncertainty = std::make_shared<const lca::Distribution>(
                    lca::Distribution{.shape = lca::Uniform{1, 2}, .written = "uniform"})});
    inputs.add(
        {.path = "", .value = 8, .dimension = {}, .written = 8, .unit = "GPU", .source = "section 4.1"});
    inputs.add({.path = "c",
                .value = 8,
                .dimension = Dimension::of(Base::accelerator),
                .written = 8,
                .unit = "GPU"});
    return inputs;
}

}  // namespace

TEST_CASE("an input comes back as it was given") {
    Inputs first = three();
    const Inputs inputs = std::move(first);  // its texts move with it
    REQUIRE(inputs.size() == 3);
    const Input lifetime = inputs[0];
    CHECK(lifetime.path == "parameters.lifetime");
    CHECK(lifetime.value == 189'216'000);
    CHECK(lifetime.dimension == Dimension::of(Base::time));
    CHECK(lifetime.written == 6);
    CHECK(lifetime.unit == "yr");
    CHECK(lifetime.unit_factor == 31'536'000);
    CHECK(lifetime.origin == lca::Origin::argument);
    CHECK(lifetime.place == lca::Place{2, 10, 13});
    CHECK(lifetime.source == "section 4.1");
    CHECK(lifetime.note == "a guess");
    CHECK(lifetime.status == "inferred");
    REQUIRE(lifetime.uncertainty);
    CHECK(lifetime.uncertainty->written == "uniform");
    CHECK(inputs.is_uncertain(0));
    CHECK_FALSE(inputs.is_uncertain(1));
    CHECK(inputs[1].uncertainty == nullptr);
    CHECK(inputs[1].source == "section 4.1");
    CHECK(inputs[2].source.empty());
}

TEST_CASE("one spelling of a unit may stand for two dimensions: a count of parts drops its own") {
    const Inputs inputs = three();
    CHECK(inputs[1].unit == inputs[2].unit);
    CHECK(inputs[1].dimension == Dimension{});
    CHECK(inputs[2].dimension == Dimension::of(Base::accelerator));
}

TEST_CASE("inputs are found by path and walked in order") {
    const Inputs inputs = three();
    CHECK(inputs.find("c") == 2);
    CHECK(inputs.find("") == 1);
    CHECK_FALSE(inputs.find("parameters"));
    std::string paths;
    for (const Input& input : inputs) paths += std::string(input.path) + ";";
    CHECK(paths == "parameters.lifetime;;c;");
    CHECK(Inputs().empty());
}
