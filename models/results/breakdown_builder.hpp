#pragma once
// Adds rows for items of a breakdown to a recording: sums of its rows, or of shares of rows.

#include <map>
#include <string>
#include <vector>

#include "models/results/assessed_sum.hpp"
#include "models/results/breakdown.hpp"

namespace lca::results {

/// Takes the recording out of the assessment until `finish` returns it.
class BreakdownBuilder {
public:
    /// `key`: the first part of the rows' names, as in "year:2024".
    BreakdownBuilder(Assessment& assessment, std::string key)
        : assessment_(assessment), key_(std::move(key)), recorder_(std::move(assessment.calculation)) {}

    Recorder& recorder() { return recorder_; }
    const Results& results() { return assessment_.results; }
    /// Adds a row to the item `name`. Items are in the order in which they first get a row.
    void add(const std::string& name, const Result& row) { add(name, row, row.steps); }
    /// Adds `share` of a row and, if given, `climate_share` of its climate change. What is known to be zero
    /// stays zero.
    void add(const std::string& name, const Result& row, Step share, Step climate_share = {});
    /// Adds `steps` in place of a row's own, with the gaps of the row.
    void add(const std::string& name, const Result& row, const MeasuredSteps& steps);
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
