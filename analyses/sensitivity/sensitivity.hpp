#pragma once
// Which inputs results depend on, and how much: shares of their variance, swings, slopes.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/numerics/effects.hpp"
#include "lca/page/report.hpp"
#include "models/results/breakdown.hpp"

namespace lca {

inline constexpr std::uint64_t default_base_points = 16'384;
inline constexpr std::uint64_t max_base_points = 100'000'000;

struct SensitivityOptions {
    /// Names of `lca evaluate`; empty: the total of the measure, or every output where there are no
    /// activities.
    std::vector<std::string> results = {};
    std::optional<BreakdownKey> by = {};  // analyses the items of the total; `results` is empty then
    /// `samples` is the number of base points of the shares of variance: each is evaluated once for every
    /// uncertain input and twice more.
    SamplingOptions sampling = {default_base_points, default_seed, Sampling::sobol};
    std::size_t measure = index_of::climate;
};

/// The sensitivity of one result. Inputs are indices into Calculation::inputs().
struct ResultSensitivity {
    NamedResult asked = {};
    std::vector<Slope> slopes = {};  // the largest elasticity first
    std::vector<Swing> swings = {};  // the widest first
    std::optional<VarianceShares> shares =
        {};  // empty where the result does not vary, or inputs are correlated
};

struct Sensitivity {
    Evaluation evaluation = {};
    std::vector<ResultSensitivity> results = {};
    std::string no_shares_reason = {};  // why there are no shares of variance; "" where there are
    SamplingOptions sampling = {};

    /// The sensitivity of a result, by the name it was requested with. Throws std::out_of_range where it was
    /// not.
    const ResultSensitivity& of(std::string_view name) const;
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where there
/// is no such result.
std::optional<Sensitivity> analyse_sensitivity(Session& session, const ScenarioSource& source,
                                               const SensitivityOptions& options = {});

/// The answer in every form; refers to the sensitivity.
Report report_of(const Sensitivity& sensitivity, const PageOptions& options = {});
Page page_of(const Sensitivity& sensitivity, const PageOptions& options = {});
Records records_of(const Sensitivity& sensitivity);
std::string json_of(const Sensitivity& sensitivity);

}  // namespace lca
