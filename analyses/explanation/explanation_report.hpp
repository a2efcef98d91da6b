#pragma once
// Where one figure comes from: the tree of formulas, each term with value, unit and who gave it.

#include <string>

#include "analyses/shared/evaluation.hpp"
#include "models/results/explanation.hpp"

namespace lca {

/// What a report of one explanation needs. Refers to the evaluation.
struct ExplainedResult {
    const Evaluation* evaluation = nullptr;
    std::string name;          // "final_training.dynamic"
    Dimension dimension = {};  // of the result
    /// The terms; none where the result is not assessed.
    std::optional<Explanation> explanation = {};
    std::vector<std::string> missing = {};  // gaps within it, with their reasons
};

/// The explanation of a result by name, with the gaps within it. Throws std::out_of_range where there is no
/// such name.
ExplainedResult explain_result(const Evaluation& evaluation, const std::string& name);

Report explain_report(const ExplainedResult& result);
Page explain_page(const ExplainedResult& result);
Records explain_records(const ExplainedResult& result);
std::string explain_json(const ExplainedResult& result);

}  // namespace lca
