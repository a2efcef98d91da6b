#include "lca/numerics/sample_run.hpp"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <thread>

#include "lca/units/quantity.hpp"

namespace lca::numerics {

namespace {

bool in_range(const ColumnSums& sums) {
    return std::isfinite(sums.second) && within_range(sums.minimum) && within_range(sums.maximum);
}

std::uint64_t rounded_up(std::uint64_t count, std::uint64_t unit) {
    return (count + unit - 1) / unit;
}

}  // namespace

struct SampleRun::Gathered {
    std::vector<double> work, results;
    std::vector<Sketch> sketches;
    std::vector<SampleTrouble> not_finite, out_of_range;

    Gathered(std::size_t room, std::span<const int> digits, std::size_t watched_count)
        : work(room),
          results((digits.size() + watched_count) * chunk),
          not_finite(digits.size()),
          out_of_range(watched_count) {
        for (int one : digits) sketches.emplace_back(one);
    }
};

SampleRun::SampleRun(const SampleColumns& columns, std::size_t results, std::span<const Watched> watched,
                     std::uint64_t samples)
    : columns_(columns),
      results_(results),
      watched_(watched.begin(), watched.end()),
      samples_(samples),
      segment_size_(rounded_up(rounded_up(samples, chunk), max_segments) * chunk),
      segments_(rounded_up(samples, segment_size_)),
      origins_(results, 0.0),
      digits_(results, Sketch::fewest_digits),
      sums_(segments_ * results),
      not_finite_(results),
      out_of_range_(watched.size()) {
    look_ahead();
    for (std::size_t j = 0; j < results_; ++j) sketches_.emplace_back(digits_[j]);
}

/// Estimates from the first samples where each result lies and how far it spreads. These samples are computed
/// again later, with all others.
void SampleRun::look_ahead() {
    Gathered one(columns_.room(), digits_, watched_.size());
    columns_.compute(0, pilot, one.work.data(), one.results.data());
    for (std::size_t j = 0; j < results_; ++j) {
        const std::span<const double> column(one.results.data() + j * chunk, pilot);
        const ColumnSums sums = column_sums(column, column.front());
        if (!in_range(sums)) continue;
        origins_[j] = column.front();
        digits_[j] = Sketch::digits_for(sums.minimum, sums.maximum);
    }
}

void SampleRun::run(unsigned threads, const StopFlag* stop) {
    stop_ = stop;
    std::vector<std::thread> helpers;
    try {
        while (helpers.size() + 1 < std::min<std::uint64_t>(threads, segments_)) {
            helpers.emplace_back([this] { work(); });
        }
    } catch (const std::system_error&) {
        // No more threads can be started: those already running do all the work.
    }
    work();
    for (std::thread& helper : helpers) helper.join();
    if (stopped()) throw SamplingStopped();
}

void SampleRun::work() {
    Gathered gathered(columns_.room(), digits_, watched_.size());
    for (std::uint64_t number = next_++; number < segments_ && !stopped(); number = next_++)
        segment(number, gathered);
    const std::lock_guard lock(mutex_);
    for (std::size_t j = 0; j < results_; ++j) {
        sketches_[j].merge(gathered.sketches[j]);
        not_finite_[j].merge(gathered.not_finite[j]);
    }
    for (std::size_t j = 0; j < watched_.size(); ++j) out_of_range_[j].merge(gathered.out_of_range[j]);
}

void SampleRun::segment(std::uint64_t number, Gathered& gathered) {
    const std::uint64_t begin = number * segment_size_, end = std::min(samples_, begin + segment_size_);
    // Samples after one that is out of range are not needed any more: the run fails.
    if (begin > first_out_of_range_) return;
    for (std::uint64_t first = begin; first < end && !stopped(); first += chunk) {
        gather(number, first, static_cast<std::size_t>(std::min<std::uint64_t>(chunk, end - first)),
               gathered);
    }
}

void SampleRun::gather(std::uint64_t number, std::uint64_t first, std::size_t count, Gathered& gathered) {
    columns_.compute(first, count, gathered.work.data(), gathered.results.data());
    for (std::size_t j = 0; j < results_; ++j) {
        const std::span<const double> column(gathered.results.data() + j * chunk, count);
        const ColumnSums sums = column_sums(column, origins_[j]);
        if (!in_range(sums)) {
            for (std::size_t i = 0; i < count; ++i) {
                if (!within_range(column[i])) gathered.not_finite[j].merge({first + i, 1});
            }
            continue;
        }
        gathered.sketches[j].add(column, sums.minimum, sums.maximum);
        ColumnSums& total = sums_[number * results_ + j];
        const bool fresh = first == number * segment_size_;
        total.minimum = fresh ? sums.minimum : std::min(total.minimum, sums.minimum);
        total.maximum = fresh ? sums.maximum : std::max(total.maximum, sums.maximum);
        total.first += sums.first;
        total.second += sums.second;
    }
    for (std::size_t w = 0; w < watched_.size(); ++w) {
        look({gathered.results.data() + (results_ + w) * chunk, count}, first, *watched_[w].limit,
             gathered.out_of_range[w]);
        if (gathered.out_of_range[w].count == 0) continue;
        std::uint64_t known = first_out_of_range_;
        while (gathered.out_of_range[w].first < known &&
               !first_out_of_range_.compare_exchange_weak(known, gathered.out_of_range[w].first)) {
        }
    }
}

void SampleRun::look(std::span<const double> column, std::uint64_t first, const Limit& limit,
                     SampleTrouble& trouble) const {
    const ColumnSums sums = column_sums(column, column.front());
    if (std::isfinite(sums.first) && limit.holds(sums.minimum) && limit.holds(sums.maximum)) return;
    for (std::size_t i = 0; i < column.size(); ++i) {
        if (!limit.holds(column[i])) trouble.merge({first + i, 1});
    }
}

std::vector<Statistics> SampleRun::statistics() && {
    std::vector<Statistics> result;
    for (std::size_t j = 0; j < results_; ++j) {
        Moments moments{.origin = origins_[j]};
        for (std::uint64_t number = 0; number < segments_; ++number) {
            const std::uint64_t begin = number * segment_size_;
            moments.add(sums_[number * results_ + j], std::min(samples_, begin + segment_size_) - begin);
        }
        result.emplace_back(moments, std::move(sketches_[j]));
    }
    return result;
}

}  // namespace lca::numerics
