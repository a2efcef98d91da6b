// Scrapes of DCGM, Kepler and vLLM: differences of counters, each joule once.

#include <doctest/doctest.h>
#include <fmt/core.h>

#include "tests/models/logs/logs.hpp"

namespace {

constexpr long long ten = 1'709'287'200'000, eleven = ten + 3'600'000;  // 2024-03-01, 10:00 and 11:00 UTC

std::string dcgm(std::string_view board, long long millijoules, long long stamp, std::string_view more = "") {
    return fmt::format(
        "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{{gpu=\"0\",UUID=\"{}\",modelName=\"NVIDIA "
        "A40\",hostname=\"h\"{}}} {} {}\n",
        board, more, millijoules, stamp);
}

std::string kepler(std::string_view zone, double joules, long long stamp) {
    return fmt::format("kepler_node_cpu_joules_total{{node_name=\"n\",zone=\"{}\"}} {} {}\n", zone, joules,
                       stamp);
}

}  // namespace

TEST_CASE("dcgm: the difference of two scrapes, once per board however many instances repeat it") {
    const auto scrape = [](long long first, long long second, long long stamp) {
        return dcgm("GPU-a", first, stamp, ",GPU_I_ID=\"1\"") +
               dcgm("GPU-a", first, stamp, ",GPU_I_ID=\"2\"") + dcgm("GPU-b", second, stamp, ",pod=\"x\"") +
               dcgm("GPU-b", second, stamp);
    };
    const auto read = read_logs({{"a.prom", scrape(1'000'000, 7'000'000, ten)},
                                 {"b.prom", scrape(361'000'000, 187'000'000, eleven)}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 1);
    const lca::LoggedRun& run = read.logs->runs[0];
    // 360,000,000 mJ + 180,000,000 mJ; row by row it would be twice that.
    CHECK(read.joules() == doctest::Approx(540'000).epsilon(1e-12));
    CHECK(run.seconds == 3600);
    CHECK(run.devices.size() == 2);
    CHECK(run.devices[0].name == "NVIDIA A40");
    CHECK_FALSE(run.has_host);
    CHECK(run.begin->is_instant);
    CHECK(run.metered == std::vector<std::string>{"gpu:GPU-a", "gpu:GPU-b"});
    CHECK(read.notes("DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION of GPU-a", "repeated 2 times"));
}

TEST_CASE("dcgm: a counter that falls began anew; blank values are none; files may come in any order") {
    const auto read =
        read_logs({{"b.prom", dcgm("GPU-a", 3'000'000, eleven) + dcgm("GPU-c", 9223372036854775794, eleven)},
                   {"a.prom", dcgm("GPU-a", 90'000'000, ten)}});
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(3000));
    CHECK(read.notes("DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION of GPU-a", "fell once"));
    CHECK(read.notes("1 sample", "no value"));
}

TEST_CASE("dcgm: one scrape, no stamps, two values at once") {
    CHECK(read_logs({{"a.prom", dcgm("GPU-a", 5, ten)}}).says("only one scrape"));
    CHECK(read_logs({{"a.prom", "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{UUID=\"GPU-a\"} 5\n"}})
              .says("has no time stamp"));
    CHECK(read_logs({{"a.prom", dcgm("GPU-a", 5, ten) + dcgm("GPU-a", 6, ten)}})
              .says("has two values at 2024-03-01T10:00:00Z"));
    CHECK(read_logs({{"a.prom", dcgm("GPU-a", 5, ten) + dcgm("GPU-a", -6, eleven)}}).says("is negative"));
    CHECK(read_logs({{"a.prom", "DCGM_FI_DEV_GPU_TEMP{UUID=\"GPU-a\"} 50\n"}})
              .says("no known metric of energy, power or tokens"));
}

TEST_CASE("kepler: package and DRAM, or the platform alone; never what lies in them") {
    const auto scrape = [](double scale, long long stamp, std::string_view more = "") {
        return kepler("package", 100 * scale, stamp) + kepler("core", 70 * scale, stamp) +
               kepler("uncore", 5 * scale, stamp) + kepler("dram", 20 * scale, stamp) +
               fmt::format("kepler_pod_cpu_joules_total{{pod_name=\"p\",zone=\"package\"}} {} {}\n",
                           60 * scale, stamp) +
               fmt::format("kepler_node_cpu_idle_joules_total{{zone=\"package\"}} {} {}\n", 10 * scale,
                           stamp) +
               std::string(more);
    };
    const auto read = read_logs({{"a.prom", scrape(1, ten)}, {"b.prom", scrape(31, eleven)}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(3600));  // 30 times 100 J and 20 J
    CHECK(read.logs->runs[0].has_host);
    CHECK(read.notes("kepler_node_cpu_joules_total of zone core", "is contained in the zone package"));
    CHECK(read.notes("2 samples", "containers, pods, processes"));
    const auto platform = read_logs({{"a.prom", scrape(1, ten, kepler("psys", 1000, ten))},
                                     {"b.prom", scrape(31, eleven, kepler("psys", 9000, eleven))}});
    REQUIRE(platform.logs);
    CHECK(platform.joules() == doctest::Approx(8000));
    CHECK(platform.notes("kepler_node_cpu_joules_total of zone package", "is contained in the zone psys"));
    const std::string old =
        fmt::format("kepler_node_package_joules_total{{instance=\"n\",mode=\"dynamic\"}} 5 {}\n", ten);
    CHECK(read_logs({{"a.prom", scrape(1, ten, old)}})
              .says("names of two versions of Kepler for the same joules"));
}

TEST_CASE("kepler before 0.10: modes of a zone add up") {
    const auto scrape = [](double scale, long long stamp) {
        return fmt::format("kepler_node_package_joules_total{{instance=\"n\",mode=\"dynamic\"}} {} {}\n",
                           10 * scale, stamp) +
               fmt::format("kepler_node_package_joules_total{{instance=\"n\",mode=\"idle\"}} {} {}\n",
                           5 * scale, stamp) +
               fmt::format("kepler_node_dram_joules_total{{instance=\"n\",mode=\"idle\"}} {} {}\n", scale,
                           stamp);
    };
    const auto read = read_logs({{"a.prom", scrape(1, ten)}, {"b.prom", scrape(101, eleven)}});
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(1600));  // 100 times 10, 5 and 1 J
}

TEST_CASE("a board that DCGM and Kepler both meter counts once") {
    const auto gpu = [](double joules, long long stamp) {
        return fmt::format(
            "kepler_node_gpu_joules_total{{gpu_uuid=\"GPU-a\",gpu_name=\"NVIDIA A40\",node_name=\"n\"}} {} "
            "{}\n",
            joules, stamp);
    };
    const auto read = read_logs({{"a.prom", dcgm("GPU-a", 0, ten) + gpu(0, ten)},
                                 {"b.prom", dcgm("GPU-a", 50'000, eleven) + gpu(49, eleven)}});
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(50));
    const auto power = [](long long stamp) {
        return fmt::format("DCGM_FI_DEV_POWER_USAGE{{gpu=\"0\",UUID=\"GPU-a\"}} 100 {}\n", stamp);
    };
    const auto of_power =
        read_logs({{"a.prom", power(ten) + gpu(0, ten)}, {"b.prom", power(eleven) + gpu(49, eleven)}});
    REQUIRE(of_power.logs);
    CHECK(of_power.joules() == doctest::Approx(49));  // not 100 W x 3600 s beside it
    CHECK(of_power.notes("DCGM_FI_DEV_POWER_USAGE of GPU-a", "energy counter is used instead"));
}

TEST_CASE("tokens and requests of vLLM join the energy of the boards") {
    const auto vllm = [](double tokens, double requests, long long stamp) {
        return fmt::format(
            "vllm:generation_tokens_total{{model_name=\"m\"}} {} "
            "{}\nvllm:prompt_tokens_total{{model_name=\"m\"}} {} {}\n"
            "vllm:request_success_total{{finished_reason=\"stop\"}} {} "
            "{}\nvllm:request_success_total{{finished_reason=\"length\"}} {} {}\n",
            tokens, stamp, 10 * tokens, stamp, requests, stamp, requests / 2, stamp);
    };
    const auto read = read_logs({{"a.prom", dcgm("GPU-a", 0, ten)},
                                 {"b.prom", dcgm("GPU-a", 3'600'000, eleven)},
                                 {"c.prom", vllm(1000, 20, ten)},
                                 {"d.prom", vllm(501'000, 220, eleven)}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 1);
    CHECK(read.logs->runs[0].tokens == 500'000);
    CHECK(read.logs->runs[0].requests == 300);  // 200 and 100
    CHECK(read.logs->runs[0].stage == "inference");
    CHECK(read.joules() == doctest::Approx(3600));
}

TEST_CASE("an answer of Prometheus: powers over time by the trapezoid") {
    const auto read =
        read_logs({{"range.json", R"({"status": "success", "data": {"resultType": "matrix", "result": [
        {"metric": {"__name__": "DCGM_FI_DEV_POWER_USAGE", "UUID": "GPU-a", "modelName": "NVIDIA A40"},
         "values": [[1709287200, "100"], [1709287210.5, "300"], [1709287221, "NaN"], [1709287231.5, "100"]]},
        {"metric": {"__name__": "up"}, "values": [[1709287200, "1"]]}]}})"}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    // (100 + 300) / 2 * 10.5 s + (300 + 100) / 2 * 21 s over the missing value.
    CHECK(read.joules() == doctest::Approx(6300));
    CHECK(read.logs->runs[0].seconds == doctest::Approx(31.5));
    CHECK(read_logs({{"r.json", R"({"status": "error", "data": {"resultType": "matrix", "result": []}})"}})
              .says("the response has the status `error`"));
}
