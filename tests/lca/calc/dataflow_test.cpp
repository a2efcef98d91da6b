// What depends on what, forwards and backwards.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lca/calc/dataflow.hpp"
#include "lca/calc/recorder.hpp"

namespace {

using Marks = std::vector<bool>;

lca::Step input(lca::Recorder& recorder, const std::string& path) {
    lca::Input input;
    input.path = path;
    input.value = 2;
    return recorder.input(input);
}

}  // namespace

TEST_CASE("a step depends on the inputs below it and reaches the steps above it") {
    lca::Recorder recorder;
    const lca::Step a = input(recorder, "a"), b = input(recorder, "b");
    const lca::Step product = a * b;
    const lca::Step root = recorder.record(lca::Operation::square_root, b);
    const lca::Step sum = product + root;
    const lca::Calculation calculation = std::move(recorder).finish();
    REQUIRE(calculation.steps().size() == 5);  // a, b, product, root, sum

    const std::vector<std::size_t> first = {0}, second = {1};
    CHECK(depends_on(calculation, first) == Marks{true, false, true, false, true});
    CHECK(depends_on(calculation, second) == Marks{false, true, true, true, true});
    CHECK(depends_on(calculation, std::vector<std::size_t>{}) == Marks(5, false));
    CHECK(depends_on(calculation, root.id()) == Marks{false, false, false, true, true});

    const std::vector<lca::StepId> of_product = {product.id()}, of_root = {root.id()}, all = {sum.id()};
    CHECK(reaches(calculation, of_product) == Marks{true, true, true, false, false});
    CHECK(reaches(calculation, of_root) == Marks{false, true, false, true, false});
    CHECK(reaches(calculation, all) == Marks(5, true));
}

TEST_CASE("an input is found by its path where it is the only one of it") {
    lca::Recorder recorder;
    input(recorder, "once");
    input(recorder, "twice");
    input(recorder, "twice");
    const lca::Calculation calculation = std::move(recorder).finish();
    CHECK(only_input(calculation, "once") == 0);
    CHECK(only_input(calculation, "twice") == lca::no_input);
    CHECK(only_input(calculation, "never") == lca::no_input);
}
