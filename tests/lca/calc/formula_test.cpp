// What formulas need beside operators: each is recorded where its operand is.
#include "lca/calc/formula.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

namespace unit = lca::unit;

namespace {

lca::Expr<unit::Time> seconds(lca::Recorder& recorder, double value) {
    lca::Input input;
    input.path = "time";
    input.value = value;
    return lca::unchecked<unit::Time>(recorder.input(input));
}

}  // namespace

TEST_CASE("formula: a name is kept, the first one") {
    lca::Recorder recorder;
    const lca::Expr<unit::Time> twice = seconds(recorder, 3) + seconds(recorder, 3);
    CHECK(lca::named(twice, "both").value().id() == twice.value().id());
    lca::named(twice, "later");
    const lca::StepId id = twice.value().id();
    const lca::Calculation calculation = std::move(recorder).finish();
    REQUIRE(calculation.label(id));
    CHECK(calculation.label(id)->text == "both");
}

TEST_CASE("formula: ones are one constant, a sum is pairwise and not of nothing") {
    lca::Recorder recorder;
    const std::vector<lca::Expr<unit::Time>> times = {seconds(recorder, 1), seconds(recorder, 2),
                                                      seconds(recorder, 4)};
    CHECK(lca::one_beside<unit::Nodes>(times[0]).value().id() ==
          lca::one_beside<unit::None>(times[1]).value().id());
    CHECK(recorder.value(lca::sum(times).value()) == 7);
    CHECK_THROWS_AS(lca::sum(std::vector<lca::Expr<unit::Time>>()), std::out_of_range);
}
