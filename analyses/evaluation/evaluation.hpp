#pragma once
// The answer of `lca evaluate`: results, what is not assessed, which defaults were used, and the sources of
// figures.

#include <optional>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/report.hpp"

namespace lca {

struct EvaluationOptions {
    std::size_t measure = index_of::climate;  // measure that the page shows
    bool equivalents = false;                 // whether the answer has equivalents of the total
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError.
std::optional<Evaluation> evaluate(Session& session, const ScenarioSource& source,
                                   const EvaluationOptions& options = {});

/// The answer in every output form; refers to the evaluation. The short page draws 4,096 samples if inputs
/// are uncertain.
Report report_of(const Evaluation& evaluation, const PageOptions& options = {});
Page page_of(const Evaluation& evaluation, const PageOptions& options = {});
Records records_of(const Evaluation& evaluation);

}  // namespace lca
