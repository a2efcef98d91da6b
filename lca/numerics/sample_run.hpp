#pragma once
// The samples of a run are divided into segments, which threads take one after the other. The sums of
// segments are added in the order of segments; all other statistics do not depend on the order.

#include <atomic>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

#include "lca/math/column_sums.hpp"
#include "lca/numerics/sample_columns.hpp"
#include "lca/numerics/sample_statistics.hpp"
#include "lca/numerics/sampling.hpp"

namespace lca::numerics {

/// Samples of a step that are wrong: the number of the first, and how many there are.
struct SampleTrouble {
    static constexpr std::uint64_t none = ~std::uint64_t{0};
    std::uint64_t first = none;
    std::uint64_t count = 0;

    void merge(const SampleTrouble& other) {
        first = first < other.first ? first : other.first;
        count += other.count;
    }
};

/// Computes the samples of one run and their statistics; for one use only.
class SampleRun {
public:
    /// Gathers statistics of the first `results` columns; each further column is checked against its limit.
    SampleRun(const SampleColumns& columns, std::size_t results, std::span<const Watched> watched,
              std::uint64_t samples);

    /// Throws SamplingStopped if `stop` is set before the end.
    void run(unsigned threads, const StopFlag* stop = nullptr);

    std::vector<Statistics> statistics() &&;
    /// For each result its samples that are not finite; for each watched step its samples outside the limits.
    /// `first` is exact; `count` may be too low, as sampling ends early.
    std::span<const SampleTrouble> not_finite() const { return not_finite_; }
    std::span<const SampleTrouble> out_of_range() const { return out_of_range_; }

private:
    static constexpr std::size_t chunk = SampleColumns::max_samples;  // samples computed at a time
    static constexpr std::size_t pilot = 256;  // samples that show how far results spread
    static constexpr std::uint64_t max_segments = 256;

    /// The statistics that one thread gathers.
    struct Gathered;
    bool stopped() const { return stop_ && stop_->load(std::memory_order_relaxed); }
    void look_ahead();
    void work();
    void segment(std::uint64_t number, Gathered& gathered);
    void gather(std::uint64_t number, std::uint64_t first, std::size_t count, Gathered& gathered);
    void look(std::span<const double> column, std::uint64_t first, const Limit& limit,
              SampleTrouble& trouble) const;

    const SampleColumns& columns_;
    std::size_t results_;
    std::vector<Watched> watched_;
    std::uint64_t samples_, segment_size_, segments_;
    std::vector<double> origins_;   // by result: its first sample
    std::vector<int> digits_;       // by result: the binary digits of its sketch
    std::vector<ColumnSums> sums_;  // by segment, then by result
    std::vector<Sketch> sketches_;  // by result
    std::vector<SampleTrouble> not_finite_, out_of_range_;
    std::atomic<std::uint64_t> next_ = 0;
    std::atomic<std::uint64_t> first_out_of_range_ = SampleTrouble::none;
    std::mutex mutex_;
    const StopFlag* stop_ = nullptr;
};

}  // namespace lca::numerics
