#pragma once
// Totals over the rows of a fleet, updated block by block.

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lca/math/exact_sum.hpp"
#include "lca/numerics/sample_statistics.hpp"

namespace lca::fleet {

/// Sum and distribution of one result over the rows.
struct ResultTotal {
    ExactSum sum = {};
    Statistics statistics = {};
    std::uint64_t rows = 0;  // number of rows that have the result

    void add(std::span<const double> values);
};

/// The rows with the largest values of one result, `max_rows` at most.
class Largest {
public:
    static constexpr std::size_t max_rows = 10;

    bool may_take(double value) const { return rows_.size() < max_rows || value > rows_.back().first; }
    /// Inserts a row if it belongs here; of equal values the earlier row stays.
    void add(double value, std::string id);
    const std::vector<std::pair<double, std::string>>& rows() const { return rows_; }  // largest first

private:
    std::vector<std::pair<double, std::string>> rows_;
};

/// The sums over the rows of one group.
struct GroupTotal {
    std::uint64_t rows = 0;
    std::vector<ExactSum> sums = {};           // by result
    std::vector<std::uint64_t> assessed = {};  // by result: number of rows in its sum
    std::vector<std::string> gaps = {};        // what some rows leave out of the sums, each once
    std::string reason = {};                   // the first reason why a row lacks a result
};

}  // namespace lca::fleet
