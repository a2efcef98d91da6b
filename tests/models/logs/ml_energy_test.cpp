#include "tests/models/logs/logs.hpp"

#include <doctest/doctest.h>

namespace {

std::string report(const std::string& configurations) {
    return R"({"model": {"model_id": "a/model", "task": "chat"},
"configurations": [)" +
           configurations + "]}\n";
}

}  // namespace

TEST_CASE("ML.ENERGY: a request of each configuration, with its share of the GPUs' time") {
    const auto read = read_logs(
        {{"m.json",
          report(R"({"gpu_model": "H100", "num_gpus": 2, "avg_batch_size": 7.5, "avg_output_len": 300,
"avg_power_watts": 1000, "energy_per_request_joules": 500, "energy_per_token_joules": 1.7},
{"gpu_model": "H100", "num_gpus": 2, "avg_batch_size": 64, "avg_power_watts": 1200, "energy_per_request_joules": 60})")}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 2);
    const lca::LoggedRun& run = read.logs->runs[0];
    CHECK(read.joules() == doctest::Approx(560));
    CHECK(run.requests == 1);
    CHECK(run.tokens == 300);
    CHECK(run.seconds == 0.5);         // 500 J at 1 kW
    CHECK(run.device_seconds == 1.0);  // of two GPUs
    CHECK(run.devices[0].name == "H100");
    CHECK(run.devices[0].count == 2);
    CHECK(run.title == "one request of a/model, chat, 7.5 at a time");
    CHECK(run.remarks[0].find("a batch of 7.5;") != std::string::npos);
    CHECK_FALSE(run.has_host);
    CHECK_FALSE(read.logs->runs[1].tokens);
    CHECK(read.logs->runs[1].id == "a/model_batch_64");
}

TEST_CASE("ML.ENERGY: images and videos, by their own keys") {
    const auto read = read_logs(
        {{"m.json",
          report(
              R"({"gpu_model": "H100", "num_gpus": 1, "batch_size": 4, "energy_per_image_joules": 700})")}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(700));
    CHECK(read.logs->runs[0].title == "one image of a/model, chat, 4 at a time");
    CHECK_FALSE(read.logs->runs[0].seconds);
}

TEST_CASE("ML.ENERGY: what cannot be") {
    const auto says = [](const std::string& rest, std::string_view words) {
        return read_logs({{"m.json", report(R"({"gpu_model": "H100", "num_gpus": 2)" + rest + "}")}})
            .says(words);
    };
    CHECK(says(R"(, "avg_batch_size": 8, "energy_per_request_wh": 0.3)",
               "m.json:2:20: error: this configuration has no energy in joules"));
    CHECK(says(R"(, "energy_per_request_joules": 500)", "gives no batch size"));
    CHECK(says(R"(, "avg_batch_size": 8, "energy_per_request_joules": "500")",
               "`energy_per_request_joules` is not a number above 0"));
    CHECK(says(R"(, "avg_batch_size": 8, "energy_per_request_joules": -1)",
               "`energy_per_request_joules` is not a number above 0"));
    CHECK(says(R"(, "avg_batch_size": 8, "energy_per_request_joules": 1, "energy_per_image_joules": 1)",
               "the configuration gives its energy twice"));
    CHECK(read_logs({{"m.json", "{\"configurations\": [], \"gpu_model\": 1}\n"}})
              .says("there are no `configurations`"));
}
