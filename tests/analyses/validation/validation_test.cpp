// A program asks whether a scenario is valid.
#include "analyses/validation/validation.hpp"

#include <doctest/doctest.h>

#include "models/catalog/embedded.hpp"

namespace {

std::string with_output(std::string_view formula) {
    return "lca: 1\ntitle: One result\nparameters:\n  a: 3 kWh\noutputs:\n  energy: " + std::string(formula) +
           "\n";
}

}  // namespace

TEST_CASE("validate: true without an error, else the faults are in the session") {
    lca::Session good(lca::embedded_catalogue());
    CHECK_MESSAGE(lca::validate(good, {.path = "good.yaml", .text = with_output("=a")}), good.messages());
    lca::Session bad(lca::embedded_catalogue());
    CHECK_FALSE(lca::validate(bad, {.path = "bad.yaml", .text = with_output("=b")}));
    CHECK(bad.messages().find("bad.yaml:6") != std::string::npos);
}
