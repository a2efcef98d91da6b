#pragma once
// Keeps all samples of selected columns in memory (8 bytes a sample), besides their statistics.

#include <algorithm>
#include <utility>
#include <vector>

#include "lca/numerics/sample.hpp"
#include "lca/numerics/sample_columns.hpp"

namespace lca::numerics {

/// Stores selected columns of another SampleColumns, to which it keeps a reference, while they are computed.
class KeptColumns : public SampleColumns {
public:
    KeptColumns(const SampleColumns& columns, std::uint64_t samples) : columns_(columns), samples_(samples) {}

    /// Stores column j in `values`, which must have room for all samples.
    void keep(std::size_t j, double* values) { kept_.emplace_back(j, values); }

    std::size_t room() const override { return columns_.room(); }
    void compute(std::uint64_t first, std::size_t count, double* work, double* result) const override {
        columns_.compute(first, count, work, result);
        if (first >= samples_) return;
        const std::uint64_t wanted = std::min<std::uint64_t>(count, samples_ - first);
        for (const auto& [j, values] : kept_) std::copy_n(result + j * max_samples, wanted, values + first);
    }

private:
    const SampleColumns& columns_;
    std::uint64_t samples_;
    std::vector<std::pair<std::size_t, double*>> kept_;
};

}  // namespace lca::numerics
