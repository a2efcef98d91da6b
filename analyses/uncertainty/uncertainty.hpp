#pragma once
// How uncertain the results of a scenario are: for each a mean, a spread, percentiles, and whether there were
// enough samples.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/report.hpp"
#include "models/results/breakdown.hpp"

namespace lca {

class Sampled;
class SamplePlan;

struct UncertaintyOptions {
    std::vector<std::string> results = {};  // names of `lca evaluate`; empty: all
    std::optional<BreakdownKey> by = {};    // samples the items of the total; `results` is empty then
    SamplingOptions sampling = {};
    std::size_t measure = index_of::climate;  // which the page shows; machine output holds every measure
    bool keep_draws = false;                  // of the results in `results`: 8 bytes a sample each
};

/// One sampled result, in base units. p5: its 5th percentile.
struct SampledResult {
    double mean = 0, sd = 0;
    double standard_error = 0;  // of the mean, as if draws were independent
    double minimum = 0, p2_5 = 0, p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0, p97_5 = 0, maximum = 0;
    bool suffices = false;  // enough samples: the errors are at most 1 % of the 90 % interval's width
};

/// Every draw of one result, in the order of the samples.
struct KeptDraws {
    std::string name, unit;           // the name as requested; the unit of machine output, "kgCO2e"
    std::vector<double> values = {};  // in `unit`; empty where the result or a sample of it is not assessed
    bool assessed = false;
};

/// How much of the total of one measure rests on figures without uncertainty.
struct CertainShare {
    std::string of;                        // "total", "total.energy"
    double share = 0;                      // at the point values
    std::vector<std::string> inputs = {};  // paths of at most three figures that affect it most
};

struct Uncertainty {
    Evaluation evaluation = {};
    std::vector<NamedResult> asked = {};  // the requested results; empty: every result
    std::optional<BreakdownKey> by = {};  // the key by which the total was broken down into `asked`
    SamplingOptions sampling = {};
    std::shared_ptr<const SamplePlan> plan = {};  // which inputs were drawn; never null
    std::shared_ptr<const Sampled> sampled = {};  // never null
    std::optional<CertainShare> certain = {};     // for the page's measure; empty without a total above 0
    std::vector<KeptDraws> draws = {};            // by `asked`, if draws are kept

    /// A result by its name in `lca evaluate`; empty if the result, or any sample of it, is not assessed.
    /// Throws std::out_of_range where there is no such name, or it was not sampled.
    std::optional<SampledResult> of(std::string_view name) const;
};

/// Draws every uncertain input many times. Empty after an error, which is in `session.diagnostics()`: of the
/// file, or of an impossible draw, such as a negative power. Throws FileError, and InputError where there is
/// no such result.
std::optional<Uncertainty> sample_uncertainty(Session& session, const ScenarioSource& source,
                                              const UncertaintyOptions& options = {});

/// The answer in every form; refers to the uncertainty.
Report report_of(const Uncertainty& uncertainty, const PageOptions& options = {});
Page page_of(const Uncertainty& uncertainty, const PageOptions& options = {});
Records records_of(const Uncertainty& uncertainty);
std::string json_of(const Uncertainty& uncertainty);

/// The steps of all results and outputs that are assessed.
std::vector<StepId> all_result_steps(const Results& results);

}  // namespace lca
