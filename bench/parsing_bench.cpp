// Parsing short texts: numbers, units and expressions; a file of 10,000 activities has 100,000 of them.

#include <benchmark/benchmark.h>

#include "lca/base/number.hpp"
#include "lca/units/quantity.hpp"

namespace {

void number(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(lca::parse_number("1_082_990.25e-3"));
}
BENCHMARK(number);

void quantity(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(lca::parse_quantity("57 gCO2e/kWh"));
}
BENCHMARK(quantity);

void shortest_text(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(lca::exact(50532.40123));
}
BENCHMARK(shortest_text);

}  // namespace

BENCHMARK_MAIN();
