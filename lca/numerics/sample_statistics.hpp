#pragma once
// Statistics of a sampled result, accumulated in constant memory.

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

/// Sums relative to an origin near the values, so that rounding does not hide the spread of large values.
struct Moments {
    double origin = 0;
    std::uint64_t count = 0;
    double first = 0, second = 0;  // sums of the differences from the origin, and of their squares
    double minimum = 0, maximum = 0;

    void add(const ColumnSums& sums, std::uint64_t values);

    double mean() const;
    double sd() const;  // sample standard deviation (n - 1); 0 for one value
};

class Statistics {
public:
    Statistics() = default;
    /// The statistics of `count` equal values.
    Statistics(double value, std::uint64_t count);
    Statistics(Moments moments, Sketch sketch) : moments_(moments), sketch_(std::move(sketch)) {}

    /// Adds values, which must be finite.
    void add(std::span<const double> column);

    std::uint64_t count() const { return moments_.count; }
    Summary summary() const;
    const Sketch& sketch() const { return sketch_; }

private:
    Moments moments_;
    Sketch sketch_;
};

}  // namespace lca
