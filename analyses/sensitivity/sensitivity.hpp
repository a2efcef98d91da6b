#pragma once
// Which inputs affect results, and how much: shares of variance, swings, slopes.

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
    /// Names as in `lca evaluate`; empty: the total in `measure`, or, without activities, every
    /// output.
    std::vector<std::string> results = {};
    std::optional<BreakdownKey> by = {};  // analyses the items of the total; `results` is then ignored
    /// For shares of variance, `samples` is the number of base points; each costs one evaluation for every
    /// uncertain input and two more.
    SamplingOptions sampling = {default_base_points, default_seed, Sampling::sobol};
    std::size_t measure = index_of::climate;
};

/// The effects of inputs on one result. Inputs are given by their index in Calculation::inputs().
struct ResultSensitivity {
    NamedResult requested = {};
    std::vector<Slope> slopes = {};  // largest elasticity first
    std::vector<Swing> swings = {};  // widest first
    std::optional<VarianceShares> shares =
        {};  // empty if the result does not vary, or if some inputs are correlated with each other
};

struct Sensitivity {
    Evaluation evaluation = {};
    std::vector<ResultSensitivity> results = {};
    std::string no_shares_reason = {};  // why no result has shares of variance (correlations); else ""
    SamplingOptions sampling = {};

    /// The sensitivity of a requested result, by its name. Throws std::out_of_range if it was not
    /// requested.
    const ResultSensitivity& of(std::string_view name) const;
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where there
/// is no such result.
std::optional<Sensitivity> analyse_sensitivity(Session& session, const ScenarioSource& source,
                                               const SensitivityOptions& options = {});

/// The answer in every output form; refers to the sensitivity.
Report report_of(const Sensitivity& sensitivity, const PageOptions& options = {});
Page page_of(const Sensitivity& sensitivity, const PageOptions& options = {});
Records records_of(const Sensitivity& sensitivity);
std::string json_of(const Sensitivity& sensitivity);

}  // namespace lca
