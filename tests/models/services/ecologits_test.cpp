// EcoLogits as a file asks for it, against the cases of its own unit tests (0.9.3, tests/test_llm_impacts.py,
// whose results scenarios/papers/ecologits has), and what its inputs must say.
#include <doctest/doctest.h>

#include <string>

#include "models/compile/run_text.hpp"

using namespace lca::test;

namespace {

/// A service at a data centre of 0.590478 kgCO2e/kWh with a PUE of 1.26.
Run service(const std::string& dynamic, const std::string& much = "requests: 1 request, ") {
    return run("activities:\n  chat: {stage: inference, " + much +
               "site: {grid: {intensity: 590.478 gCO2e/kWh}, pue: 1.26}, idle: none, embodied: "
               "not_assessed,\n    dynamic: " +
               dynamic + "}\n");
}

bool says(const Run& it, std::string_view words) {
    return it.messages.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("ecologits: a dense model of 7.3 billion parameters, and a mixture of experts") {
    const Run dense = service(
        "{model: ecologits, active_parameters: 7.3e9, output_tokens: 200 token/request, latency: 5 s}");
    INFO(dense.messages);
    REQUIRE(dense.result);
    // 1.26 x (200 x 4.4686e-5 Wh + 1200 W x 5 s / 8 / 64) = 0.0153624 Wh.
    CHECK(dense.kwh("chat") == doctest::Approx(0.0153624e-3).epsilon(1e-5));
    CHECK(dense.kg("chat.dynamic") == doctest::Approx(0.00907118e-3).epsilon(1e-5));
    CHECK(dense.kwh("chat.dynamic.host") == doctest::Approx(1.26 * 11.71875 / 3.6e6));

    const Run mixture = service(
        "{model: ecologits, active_parameters: 12.9e9, total_parameters: 46.7e9, output_tokens: 200 "
        "token/request, latency: 10 s}");
    REQUIRE(mixture.result);
    CHECK(mixture.kwh("chat") == doctest::Approx(0.0399412e-3).epsilon(1e-5));
}

TEST_CASE("ecologits: tokens are of each request, or of all where no requests are stated") {
    const std::string model = "{model: ecologits, active_parameters: 7.3e9, output_tokens: ";
    const double one = service(model + "200 token/request}").kwh("chat");
    CHECK(service(model + "200 token/request}", "requests: 1000 request, ").kwh("chat") ==
          doctest::Approx(1000 * one));
    CHECK(service(model + "200 ktoken}", "").kwh("chat") == doctest::Approx(1000 * one));
    CHECK(says(service(model + "200 token}"), "may be of one request or of all requests"));
    CHECK(says(service(model + "200 token/request}", ""), "states no requests"));
    // A latency is that of each request.
    const double capped = service(model + "200 token/request, latency: 5 s}").kwh("chat");
    CHECK(service(model + "200 token/request, latency: 5 s}", "requests: 1000 request, ").kwh("chat") ==
          doctest::Approx(1000 * capped));
}

TEST_CASE("ecologits: a larger batch shares the server and the GPUs") {
    const std::string model =
        "{model: ecologits, active_parameters: 7.3e9, output_tokens: 200 token/request, latency: 5 s, "
        "batch_size: ";
    // e^(-0.0112059 x 128) = 0.23829: 1.16653e-6 x 0.23829 x 7.3 + 4.05293e-5 = 4.25584e-5 Wh a token; the
    // server: 1200 x 5 / 8 / 128 J = 0.0016276 Wh. 1.26 x (0.0085117 + 0.0016276) = 0.0127755 Wh.
    CHECK(service(model + "128}").kwh("chat") == doctest::Approx(0.0127755e-3).epsilon(1e-4));
}

TEST_CASE("ecologits: the result says that it is an estimate, and carries a band") {
    const Run it = service("{model: ecologits, active_parameters: 7.3e9, output_tokens: 200 token/request}");
    REQUIRE(it.model);
    REQUIRE(it.model->results.remarks.size() == 1);
    CHECK(it.model->results.remarks[0].find("`activities.chat.dynamic` is an estimate of a bought service") !=
          std::string::npos);
    CHECK(it.model->results.remarks[0].find("EcoLogits 0.9.3") != std::string::npos);
    int uncertain = 0;
    for (const lca::Input& input : it.model->calculation.inputs()) uncertain += input.uncertainty ? 1 : 0;
    CHECK(uncertain == 2);  // the fit, and the batch where the file states none
}

TEST_CASE("ecologits: inputs that cannot be meant are faults") {
    CHECK(says(service("{model: ecologits, active_parameters: 7.3, output_tokens: 200 token/request}"),
               "no language model has so few parameters"));
    CHECK(says(service("{model: ecologits, active_parameters: 46e9, total_parameters: 12e9, output_tokens: "
                       "200 token/request}"),
               "more parameters are active than there are"));
    CHECK(says(service("{model: ecologits, output_tokens: 200 token/request}"), "active_parameters"));
    CHECK(says(service("{model: ecologit, active_parameters: 7.3e9, output_tokens: 200 token/request}"),
               "ecologits"));
    CHECK(says(service("{model: ecologits, active_parameters: 7.3e9, output_tokens: 200 token/request, "
                       "host_power: 1 kW}"),
               "host_power"));
}
