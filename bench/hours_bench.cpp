// Hourly data of a year: the mean over a run (limit: 3 microseconds, with what one intensity takes), the best
// start of a job of 72 hours (limit: 1 ms), and reading a table such as Electricity Maps exports.

#include <benchmark/benchmark.h>

#include <cmath>
#include <memory>
#include <string>

#include "analyses/schedule/starts.hpp"
#include "lca/document/csv_reader.hpp"
#include "lca/math/time_series.hpp"

namespace {

constexpr double hour = 3600;

std::shared_ptr<const lca::TimeSeries> year() {
    std::vector<double> times, values;
    for (int h = 0; h <= 8760; ++h) times.push_back(1.64e9 + h * hour);
    for (int h = 0; h < 8760; ++h)
        values.push_back(1 + 0.4 * std::sin(h * 0.2618) + 0.05 * ((h * 7919) % 13));
    return std::make_shared<const lca::TimeSeries>(std::move(times), std::move(values));
}

void mean_over_a_run(benchmark::State& state) {
    const lca::MeanOverTime mean(year(), 1.64e9 + 1000 * hour);
    double duration = 2500 * hour;
    for (auto _ : state) benchmark::DoNotOptimize(mean.over(duration += 1));
}
BENCHMARK(mean_over_a_run);

void best_start_of_72_hours(benchmark::State& state) {
    const auto series = year();
    lca::schedule_detail::JobOverTime job{.relative = *series,
                                          .now = series->begin(),
                                          .latest = series->end() - 72 * hour,
                                          .duration = 72 * hour};
    job.running = 1000;
    job.waiting_power = 1e-4;
    job.waiting_embodied = 1e-5;
    for (auto _ : state) benchmark::DoNotOptimize(best_and_worst(job));
}
BENCHMARK(best_start_of_72_hours)->Unit(benchmark::kMicrosecond);

void rows_of_a_table(benchmark::State& state) {
    std::string text = "time,value,other\n";
    for (int h = 0; h < 8760; ++h) text += "2022-03-11 10:00:00," + std::to_string(h % 300) + ".5,false\n";
    for (auto _ : state) {
        lca::TextBytes bytes(text);
        lca::Diagnostics diagnostics;
        lca::CsvReader table(bytes, 0, diagnostics);
        double sum = 0;
        while (table.next()) sum += table.number(1).value_or(0);
        benchmark::DoNotOptimize(sum);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(rows_of_a_table)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
