#pragma once
// Sampled results: for each a mean, a spread, percentiles, and whether there were enough samples.

#include <cstdint>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "analyses/shared/json.hpp"
#include "analyses/shared/result_ref.hpp"
#include "analyses/shared/sampling_options.hpp"
#include "lca/numerics/sample.hpp"
#include "lca/page/scale.hpp"
#include "models/results/breakdown.hpp"

namespace lca {

/// What a report of sampled results needs. Refers to the evaluation and the samples.
struct Uncertainty {
    const Evaluation* evaluation = nullptr;
    const Sampled* sampled = nullptr;
    const SamplePlan* plan = nullptr;
    std::vector<NamedResult> asked = {};  // empty: every result
    std::optional<BreakdownKey> by = {};  // the key that cuts the total into what is asked for
    std::uint64_t samples = 0, seed = 0;
    Sampling sampling = Sampling::plain;
};

/// Every step that a report without names needs: all results and outputs.
std::vector<StepId> all_result_steps(const Results& results);

/// What a page shows the whole distribution of: what was asked for (of the parts of a total, the total), else
/// the total, else the outputs; a few.
std::vector<NamedResult> shown_as_histograms(const PointResult& reading, std::size_t measure_index,
                                             const std::vector<NamedResult>& asked, bool parts);

Report uncertainty_report(const Uncertainty& uncertainty);
Page uncertainty_page(const Uncertainty& uncertainty);
Records uncertainty_records(const Uncertainty& uncertainty);
std::string uncertainty_json(const Uncertainty& uncertainty);

/// The members of a sampled number (mean, sd, p2_5, …), as an object; one `unit` in base units.
void write_summary(JsonWriter& json, const Summary& summary, double unit);

/// A histogram as rows of bars, of about `rows` intervals between the outermost half per cents.
Table histogram(const Sketch& sketch, Scale scale, std::size_t rows = 16);

}  // namespace lca
