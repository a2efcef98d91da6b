#pragma once
// How uncertain results are: for each a mean, standard deviation and percentiles, and whether the samples
// suffice.

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
    std::vector<std::string> results = {};  // names as in `lca evaluate`; empty: all results
    std::optional<BreakdownKey> by = {};    // samples items of the total; `results` is then ignored
    SamplingOptions sampling = {};
    std::size_t measure = index_of::climate;  // measure that the page shows; JSON has every measure
    bool keep_draws = false;                  // keeps all samples of `results`: 8 bytes each
};

/// The statistics of one result, in base units; p5: 5th percentile.
struct SampledResult {
    double mean = 0, sd = 0;
    double standard_error = 0;  // of the mean, as if samples were independent
    double minimum = 0, p2_5 = 0, p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0, p97_5 = 0, maximum = 0;
    bool suffices = false;  // standard errors are at most 1 % of the 90 % interval's width
};

/// All samples of one result, in the order in which they were drawn.
struct KeptDraws {
    std::string name, unit;           // name: as requested; unit: that of JSON, "kgCO2e"
    std::vector<double> values = {};  // in `unit`; empty if not assessed, even in one sample
    bool assessed = false;
};

/// How much of the total in one measure no uncertain input affects.
struct CertainShare {
    std::string of;                        // name of the total: "total", "total.energy"
    double share = 0;                      // computed from the point values
    std::vector<std::string> inputs = {};  // paths of the inputs that affect this share most, three at most
};

struct Uncertainty {
    Evaluation evaluation = {};
    std::vector<NamedResult> requested = {};  // the requested results; empty: all
    std::optional<BreakdownKey> by = {};      // key by which `requested` breaks the total down
    SamplingOptions sampling = {};
    std::shared_ptr<const SamplePlan> plan = {};  // knows which inputs are uncertain; never null
    std::shared_ptr<const Sampled> sampled = {};  // never null
    std::optional<CertainShare> certain = {};     // in the page's measure; empty if the total is not above 0
    std::vector<KeptDraws> draws = {};            // in the order of `requested`; empty unless kept

    /// A result by its name in `lca evaluate`; empty if it is not assessed, even in one sample. Throws
    /// std::out_of_range if there is no such name, or it was not sampled.
    std::optional<SampledResult> of(std::string_view name) const;
};

/// Samples all uncertain inputs. Empty after an error, which is in `session.diagnostics()`: in the file, or
/// an impossible draw, such as a negative power. Throws FileError, and InputError where there is no such
/// result.
std::optional<Uncertainty> sample_uncertainty(Session& session, const ScenarioSource& source,
                                              const UncertaintyOptions& options = {});

/// The answer in every output form; refers to the uncertainty.
Report report_of(const Uncertainty& uncertainty, const PageOptions& options = {});
Page page_of(const Uncertainty& uncertainty, const PageOptions& options = {});
Records records_of(const Uncertainty& uncertainty);
std::string json_of(const Uncertainty& uncertainty);

/// The steps of all results and outputs that are assessed, in every measure.
std::vector<StepId> all_result_steps(const Results& results);

}  // namespace lca
