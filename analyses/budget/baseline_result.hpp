#pragma once
// An older answer of `lca evaluate --format json`: its results, outputs and inputs.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/results/point_result.hpp"

namespace lca::budget {

/// An input of the older answer: `value` in `unit`; empty if the answer has none.
struct BaselineInput {
    std::string path, unit;
    std::optional<double> value = {};
};

class BaselineResult {
public:
    /// Reads the file; faults are in `diagnostics`. It must have `schema_version: 1`, `results` and `inputs`;
    /// other keys are ignored. Throws FileError.
    static std::optional<BaselineResult> read(const std::string& path, Sources& sources,
                                              Diagnostics& diagnostics);

    const std::string& variant() const { return variant_; }  // the what-if; "" for the base
    const std::vector<BaselineInput>& inputs() const { return inputs_; }
    /// A result by its name in the present scenario, in base units; empty if the answer does not have it, or
    /// has it as not assessed.
    std::optional<double> value(const Results& results, std::string_view name) const;
    /// Why a result does not compare: parts that only one of the two leaves out; "" where it does.
    std::string unlike_gaps(const Results& results, std::string_view name) const;

private:
    friend class BaselineReader;
    std::string variant_;
    std::vector<BaselineInput> inputs_;
    std::map<std::string, double, std::less<>> numbers_;              // "results.total.gwp_kgco2e"
    std::map<std::string, std::string, std::less<>> units_;           // "outputs.break_even.unit"
    std::map<std::string, std::set<std::string>, std::less<>> gaps_;  // "results.total.gaps[]"
    std::set<std::string, std::less<>> partial_;                      // "outputs.break_even.partial"
};

}  // namespace lca::budget
