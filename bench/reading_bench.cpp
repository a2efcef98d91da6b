// Reading and compiling a scenario, and evaluating it, in one process. Run it in the root of the repository.

#include <benchmark/benchmark.h>

#include <stdexcept>
#include <vector>

#include "lca/calc/evaluate.hpp"
#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "models/results/point_result.hpp"

namespace {

constexpr const char* bloom = "scenarios/papers/bloom/training.yaml";

std::unique_ptr<lca::Model> compiled(lca::Session& session) {
    auto model = session.compile_file(bloom);
    if (!model) throw std::runtime_error(session.messages());
    return model;
}

lca::StepId total(const lca::Assessment& assessment) {
    const auto reference = lca::find_result(assessment.results, "total");
    return reference->row->steps[reference->measure];
}

void read_and_compile(benchmark::State& state) {
    for (auto _ : state) {
        lca::Session session(lca::embedded_catalogue());
        benchmark::DoNotOptimize(compiled(session));
    }
}
BENCHMARK(read_and_compile)->Unit(benchmark::kMicrosecond);

void one_reading(benchmark::State& state) {
    lca::Session session(lca::embedded_catalogue());
    const auto model = compiled(session);
    for (auto _ : state) benchmark::DoNotOptimize(lca::evaluate(model->calculation));
}
BENCHMARK(one_reading);

/// Evaluates with `varied` inputs as columns; `items_per_second` counts evaluations (limit: 0.1 us each).
void batch(benchmark::State& state) {
    constexpr std::size_t samples = 100'000;
    lca::Session session(lca::embedded_catalogue());
    const auto model = compiled(session);
    const auto& calculation = model->calculation;
    const auto varied = std::min(static_cast<std::size_t>(state.range(0)), calculation.inputs().size());
    std::vector<std::vector<double>> values(varied);
    std::vector<lca::Column> columns;
    for (std::size_t i = 0; i < varied; ++i) {
        for (std::size_t n = 0; n < samples; ++n) {
            values[i].push_back(calculation.inputs().value(i) * (1.0 + 1e-6 * static_cast<double>(n)));
        }
        columns.push_back({i, values[i]});
    }
    const std::vector<lca::StepId> wanted = {total(*model)};
    for (auto _ : state) benchmark::DoNotOptimize(lca::evaluate(calculation, columns, samples, wanted));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(samples));
}
BENCHMARK(batch)->Arg(1)->Arg(8)->Arg(1000)->Unit(benchmark::kMillisecond);

void all_derivatives(benchmark::State& state) {
    lca::Session session(lca::embedded_catalogue());
    const auto model = compiled(session);
    const auto values = lca::evaluate(model->calculation);
    for (auto _ : state) {
        benchmark::DoNotOptimize(lca::derivatives(model->calculation, values, total(*model)));
    }
}
BENCHMARK(all_derivatives);

}  // namespace

BENCHMARK_MAIN();
