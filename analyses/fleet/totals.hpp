#pragma once
// The totals of the rows of a fleet, gathered while they come.

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lca/math/exact_sum.hpp"
#include "lca/numerics/sample_statistics.hpp"

namespace lca::fleet {

/// The sum and the distribution of one result.
struct ResultTotal {
    ExactSum sum = {};
    Statistics statistics = {};
    std::uint64_t rows = 0;  // that have the result

    void add(std::span<const double> values);
};

/// The rows with the largest values of one result.
class Largest {
public:
    static constexpr std::size_t most = 10;

    bool may_take(double value) const { return rows_.size() < most || value > rows_.back().first; }
    /// Keeps the first of equal values.
    void add(double value, std::string id);
    const std::vector<std::pair<double, std::string>>& rows() const { return rows_; }  // falling

private:
    std::vector<std::pair<double, std::string>> rows_;
};

/// A group of rows that are summed.
struct GroupTotal {
    std::uint64_t rows = 0;
    std::vector<ExactSum> sums = {};           // by result
    std::vector<std::uint64_t> assessed = {};  // by result: how many rows are in the sum
    std::vector<std::string> gaps = {};        // what sums do not count of some rows, each once
    std::string reason = {};                   // why the first row that is not assessed is not
};

}  // namespace lca::fleet
