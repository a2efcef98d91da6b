#pragma once
// How a result is computed: the tree of its formulas; each term has its value, unit and source.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/report.hpp"
#include "models/results/explanation.hpp"

namespace lca {

struct ExplanationOptions {
    std::string result = "total";  // name of a result, as in `lca evaluate`
};

struct ExplainedResult {
    Evaluation evaluation = {};
    std::string name = {};                        // name of the result: "final_training.dynamic"
    Dimension dimension = {};                     // of the result
    std::optional<Explanation> explanation = {};  // empty if the result is not assessed
    std::string reason = {};                      // why there is no explanation
    std::vector<std::string> gaps = {};           // names of the result's gaps, with reasons
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where there
/// is no such result.
std::optional<ExplainedResult> explain(Session& session, const ScenarioSource& source,
                                       const ExplanationOptions& options = {});

/// Explains a result of an evaluation that exists. Throws std::out_of_range if it has no such result.
ExplainedResult explain(Evaluation evaluation, const std::string& name);

/// depth: levels of the tree that a page shows; empty: as many as fit on a screen.
struct ExplanationPageOptions {
    std::optional<std::size_t> depth = {};
};

/// The answer in every output form; refers to the explanation.
Report report_of(const ExplainedResult& result, const ExplanationPageOptions& options = {});
Page page_of(const ExplainedResult& result, const ExplanationPageOptions& options = {});
Records records_of(const ExplainedResult& result);
std::string json_of(const ExplainedResult& result);

}  // namespace lca
