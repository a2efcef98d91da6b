#pragma once
// How one result is computed: the tree of its formulas, each term with value, unit and source.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/report.hpp"
#include "models/results/explanation.hpp"

namespace lca {

struct ExplanationOptions {
    std::string result = "total";  // a name of `lca evaluate`
};

struct ExplainedResult {
    Evaluation evaluation = {};
    std::string name = {};                        // "final_training.dynamic"
    Dimension dimension = {};                     // of the result
    std::optional<Explanation> explanation = {};  // none where the result is not assessed
    std::string reason = {};                      // why there is none
    std::vector<std::string> missing = {};        // gaps within the result, with their reasons
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where there
/// is no such result.
std::optional<ExplainedResult> explain(Session& session, const ScenarioSource& source,
                                       const ExplanationOptions& options = {});

/// Explains a result of an existing evaluation. Throws std::out_of_range where there is no such result.
ExplainedResult explain(Evaluation evaluation, const std::string& name);

/// How many levels of the tree a page shows; nothing: as many as fit on a screen.
struct ExplanationPageOptions {
    std::optional<std::size_t> depth = {};
};

/// The answer in every form; refers to the explanation.
Report report_of(const ExplainedResult& result, const ExplanationPageOptions& options = {});
Page page_of(const ExplainedResult& result, const ExplanationPageOptions& options = {});
Records records_of(const ExplainedResult& result);
std::string json_of(const ExplainedResult& result);

}  // namespace lca
