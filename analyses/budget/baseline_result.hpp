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

/// An input of the older answer: its `value` in `unit`; `value` is empty if the answer states none.
struct BaselineInput {
    std::string path, unit;
    std::optional<double> value = {};
};

class BaselineResult {
public:
    /// Reads the file; errors are in `diagnostics`. It must have `schema_version: 1`, `results` and `inputs`;
    /// other keys are ignored. Throws FileError.
    static std::optional<BaselineResult> read(const std::string& path, Sources& sources,
                                              Diagnostics& diagnostics);

    const std::string& variant() const { return variant_; }  // id of the what-if evaluated; "" for none
    const std::vector<BaselineInput>& inputs() const { return inputs_; }
    /// The older value of a result of the present scenario, in base units; empty if the older answer has no
    /// such result, or it is not assessed there.
    std::optional<double> value(const Results& results, std::string_view name) const;
    /// Why the two values of a result are not comparable: parts that only one of them leaves out; else "".
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
