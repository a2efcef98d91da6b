// What an expression may come out as.
#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"

namespace {

std::string said_of_lifetime(const std::string& lifetime) {
    return lca::test::run(R"(
hardware: {box: {kind: server, embodied: 1 kgCO2e}}
systems: {s: {site: {pue: 1}, nodes: 1 node, lifetime: ")" +
                          lifetime + R"(", node: [{hardware: box}]}}
activities: {job: {stage: other, system: s, node_time: 1 node*h, dynamic: none, idle: none}}
)")
        .messages;
}

}  // namespace

TEST_CASE("values: an expression of more than 1000 years is out of range, as a literal is") {
    CHECK(said_of_lifetime("=[500 yr] * 2").find("error") == std::string::npos);
    const std::string said = said_of_lifetime("=[501 yr] * 2");
    CHECK_MESSAGE(said.find("`systems.s.lifetime` amounts to 31599072000 s") != std::string::npos, said);
    CHECK_MESSAGE(said.find("at most 1000 yr") != std::string::npos, said);
}
