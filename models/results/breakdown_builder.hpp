#pragma once
// Parts of the total for which a recording has no row: sums of rows, or of shares of them, added to it.

#include <map>
#include <string>
#include <vector>

#include "models/results/assessed_sum.hpp"
#include "models/results/breakdown.hpp"

namespace lca::results {

/// Holds the recording until `finish` gives it back.
class BreakdownBuilder {
public:
    /// `key`: what the parts are called by, as in "year:2024".
    BreakdownBuilder(Assessment& assessment, std::string key)
        : assessment_(assessment), key_(std::move(key)), recorder_(std::move(assessment.calculation)) {}

    Recorder& recorder() { return recorder_; }
    const Results& results() { return assessment_.results; }
    /// Adds a row to a part. Parts are in the order of their first rows.
    void add(const std::string& name, const Result& row) { add(name, row, {}); }
    /// Adds `share` of a row, and `climate_share` of its climate change where that is given. What is known to
    /// be zero stays zero.
    void add(const std::string& name, const Result& row, Step share, Step climate_share = {});
    std::vector<BreakdownItem> finish();

private:
    struct Sum {
        std::string name;
        AssessedSum steps;
        std::vector<std::uint32_t> gaps;
    };

    Assessment& assessment_;
    std::string key_;
    Recorder recorder_;
    std::vector<Sum> sums_;
    std::map<std::string, std::size_t, std::less<>> index_;
};

}  // namespace lca::results
