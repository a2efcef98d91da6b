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

TEST_CASE("validate: a fault of the file is said once, whatever what-ifs repeat of it") {
    lca::Session session(lca::embedded_catalogue());
    const std::string text = R"(lca: 1
title: t
parameters: {a: 3 kWh}
outputs: {x: "=a + [1 W]"}
what_if:
  one: {set: {parameters.a: 4 kWh}}
  two: {set: {parameters.a: 5 m}}
expect: [{of: outputs.y, value: 3 kWh}, {of: outputs.x, what_if: one, value: 3 kg}]
)";
    CHECK_FALSE(lca::validate(session, {.path = "f.yaml", .text = text}));
    const std::string said = session.messages();
    INFO(said);
    const auto times = [&](std::string_view words) {
        std::size_t count = 0;
        for (std::size_t at = 0; (at = said.find(words, at)) != std::string::npos; ++at) ++count;
        return count;
    };
    CHECK(times("error: ") == 2);  // the output; of what the file expects
    CHECK(times("there is no result `outputs.y`") == 1);
    CHECK(times("f.yaml:4:") == 1);
}
