#pragma once
// The statistics of a sampled result, gathered in constant memory.

#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "lca/math/column_sums.hpp"
#include "lca/math/sketch.hpp"
#include "lca/numerics/sampling.hpp"

namespace lca {

/// Sums about an origin near the values, so that the spread of large values is not lost in rounding.
struct Moments {
    double origin = 0;
    std::uint64_t count = 0;
    double first = 0, second = 0;  // of distances from the origin, and of their squares
    double minimum = 0, maximum = 0;

    void add(const ColumnSums& sums, std::uint64_t values);
    /// Exact for the same origin (sums add up), else within rounding.
    void merge(const Moments& other);

    double mean() const;
    double sd() const;  // of the sample, n - 1; 0 for one value
};

class Statistics {
public:
    Statistics() = default;
    /// Statistics of a value that does not vary.
    Statistics(double value, std::uint64_t count);
    Statistics(Moments moments, Sketch sketch) : moments_(moments), sketch_(std::move(sketch)) {}

    /// Finite values.
    void add(std::span<const double> column);
    void merge(const Statistics& other);

    std::uint64_t count() const { return moments_.count; }
    Summary summary() const;
    const Sketch& sketch() const { return sketch_; }

private:
    Moments moments_;
    Sketch sketch_;
};

}  // namespace lca
