// Slopes of one result, without draws.
#include "analyses/sensitivity/gradient.hpp"

#include <doctest/doctest.h>

#include <variant>

#include "models/catalog/embedded.hpp"

namespace {

lca::ScenarioSource text(std::string output) {
    return {.path = "one.yaml",
            .text =
                "lca: 1\ntitle: One result\nparameters:\n  a: 3 kWh\n  b: 2\n"
                "outputs:\n  energy: " +
                output + "\n"};
}

}  // namespace

TEST_CASE("a gradient has the derivative and the elasticity of each input that the result answers to") {
    lca::Session session(lca::embedded_catalogue());
    const auto found = lca::gradient(session, text("=a * b * b"), "outputs.energy");
    REQUIRE_MESSAGE(found, session.messages());
    const lca::Records records = lca::records_of(*found);
    REQUIRE(records.rows.size() == 2);
    // a b^2 at a = 3 kWh, b = 2: by b it is 2 a b = 12 kWh and the elasticity 2; by a it is b^2 = 4, and 1.
    CHECK(std::get<std::string>(records.rows[0][3]) == "parameters.b");
    CHECK(std::get<double>(records.rows[0][6]) == doctest::Approx(12));
    CHECK(std::get<double>(records.rows[0][7]) == doctest::Approx(2));
    CHECK(std::get<double>(records.rows[1][6]) == doctest::Approx(4));
    CHECK(std::get<double>(records.rows[1][7]) == doctest::Approx(1));
    CHECK(std::get<std::string>(records.rows[1][1]) == "kWh");
}

TEST_CASE("a gradient of what is not a result is refused, and of what is not assessed it is empty") {
    lca::Session session(lca::embedded_catalogue());
    CHECK_THROWS_AS(lca::gradient(session, text("=a"), "outputs.enrgy"), lca::InputError);
    const auto none = lca::gradient(session, {.path = "scenarios/papers/bloom/training.yaml"}, "total.water");
    REQUIRE_MESSAGE(none, session.messages());
    CHECK(lca::records_of(*none).rows.empty());
}
