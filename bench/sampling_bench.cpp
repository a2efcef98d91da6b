// Sampling in one process: each kernel alone, a whole scenario, and a loop written by hand for that scenario
// with the same draws, sums and histograms. An item is a sample. Run it in the root of the repository.

#include <benchmark/benchmark.h>

#include <memory>
#include <stdexcept>
#include <vector>

#include "analyses/uncertainty/uncertainty.hpp"
#include "lca/math/column_sums.hpp"
#include "lca/math/draws.hpp"
#include "lca/math/quantile.hpp"
#include "lca/numerics/sample.hpp"
#include "lca/numerics/sensitivity.hpp"
#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "models/results/point_result.hpp"

namespace {

constexpr const char* scenario = "bench/bloom_uncertain.yaml";
constexpr std::size_t chunk = 1024;

struct Compiled {
    lca::Session session{lca::embedded_catalogue()};
    std::unique_ptr<lca::Model> model = session.compile_file(scenario);

    Compiled() {
        if (!model) throw std::runtime_error(session.messages());
    }
    const lca::Calculation& calculation() const { return model->calculation; }
    lca::StepId total() const {
        const auto reference = lca::find_result(model->results, "total");
        return reference->row->steps[reference->measure];
    }
};

void items(benchmark::State& state, std::size_t each) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(each));
}

void plain_draws(benchmark::State& state) {
    std::vector<double> column(chunk);
    for (auto _ : state)
        lca::plain_draws(1, 7, column, lca::widths()[static_cast<std::size_t>(state.range(0))]);
    items(state, chunk);
}

void sobol_draws(benchmark::State& state) {
    const lca::SobolDimension dimension(5, 1);
    std::vector<double> column(chunk);
    for (auto _ : state)
        dimension.draws(chunk, column, lca::widths()[static_cast<std::size_t>(state.range(0))]);
    items(state, chunk);
}

/// Draws converted by a quantile function; the time includes that of the draws themselves (0.2 ns each).
void quantiles(benchmark::State& state, const lca::Distribution& distribution) {
    const lca::Quantile quantile(distribution);
    std::vector<double> column(chunk);
    const lca::Width width = lca::widths()[static_cast<std::size_t>(state.range(0))];
    for (auto _ : state) {
        lca::plain_draws(1, 7, column, width);
        quantile.of_draws(column, width);
    }
    items(state, chunk);
}

void sums_and_histogram(benchmark::State& state) {
    std::vector<double> column(chunk);
    lca::plain_draws(1, 7, column);
    lca::Statistics statistics;
    for (auto _ : state) statistics.add(column);
    items(state, chunk);
}

/// The total of the scenario in one loop, as a program for this single question would compute it.
void by_hand(benchmark::State& state) {
    using lca::Lognormal;
    using lca::Normal;
    using lca::Triangular;
    using lca::Uniform;
    const std::vector<lca::Distribution> distributions = {
        {.shape = Lognormal{1082990, 1.02}},     {.shape = Triangular{4, 8, 6}},
        {.shape = Lognormal{2500, 1.3}},         {.shape = Lognormal{150, 1.4}},
        {.shape = Lognormal{0.057, 1.15}},       {.shape = Uniform{1, 1.2}},
        {.shape = Triangular{0.75, 0.95, 0.85}}, {.shape = Normal{0.4, 0.02}}};
    std::vector<lca::Quantile> quantile;
    for (const lca::Distribution& one : distributions) quantile.emplace_back(one);
    const std::size_t samples = 1'000'000;
    std::vector<std::vector<double>> x(8, std::vector<double>(chunk));
    std::vector<double> total(chunk);
    for (auto _ : state) {
        lca::Statistics statistics;
        for (std::size_t start = 0; start < samples; start += chunk) {
            for (std::size_t k = 0; k < 8; ++k) {
                lca::plain_draws(k + 1, start, x[k]);
                quantile[k].of_draws(x[k]);
            }
            for (std::size_t i = 0; i < chunk; ++i) {
                const double gpu_time = x[0][i], used = x[1][i] * 8760 * x[6][i];
                const double energy = (gpu_time * x[7][i] + gpu_time / 384 * 91) * x[5][i];
                total[i] = energy * x[4][i] + (x[2][i] / 8 + x[3][i]) * gpu_time / used;
            }
            statistics.add(total);
        }
        benchmark::DoNotOptimize(statistics.summary());
    }
    items(state, samples);
}

/// The same with the compiled scenario. Arguments: the total (0) or every result (1); number of threads.
void compiled(benchmark::State& state) {
    const Compiled read;
    std::vector<lca::StepId> wanted = {read.total()};
    if (state.range(0) == 1) wanted = lca::all_result_steps(read.model->results);
    const std::size_t samples = 1'000'000;
    for (auto _ : state) {
        lca::Diagnostics diagnostics;
        const lca::SamplePlan plan(read.calculation(), wanted, {}, diagnostics);
        const auto sampled =
            lca::sample(plan, wanted, {samples, static_cast<unsigned>(state.range(1))}, diagnostics);
        benchmark::DoNotOptimize(sampled->of(wanted.front()));
    }
    items(state, samples);
}

void shares_of_variance(benchmark::State& state) {
    const Compiled read;
    for (auto _ : state) {
        lca::Diagnostics diagnostics;
        benchmark::DoNotOptimize(lca::variance_shares(read.calculation(), read.total(), {}, diagnostics));
    }
    items(state, 16'384);
}

const int widest = static_cast<int>(lca::widths().size()) - 1;

}  // namespace

BENCHMARK(plain_draws)->DenseRange(0, widest);
BENCHMARK(sobol_draws)->DenseRange(0, widest);
BENCHMARK_CAPTURE(quantiles, normal, lca::Distribution{.shape = lca::Normal{1, 1}})->DenseRange(0, widest);
BENCHMARK_CAPTURE(quantiles, lognormal, lca::Distribution{.shape = lca::Lognormal{1, 2}})
    ->DenseRange(0, widest);
BENCHMARK_CAPTURE(quantiles, triangular, lca::Distribution{.shape = lca::Triangular{0, 2, 1}})
    ->DenseRange(0, widest);
BENCHMARK_CAPTURE(quantiles, pert, lca::Distribution{.shape = lca::Pert{0, 2, 1}})->DenseRange(0, widest);
BENCHMARK(sums_and_histogram);
BENCHMARK(by_hand)->Unit(benchmark::kMillisecond);
BENCHMARK(compiled)
    ->Args({0, 1})
    ->Args({1, 1})
    ->Args({0, 2})
    ->Args({1, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(shares_of_variance)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
