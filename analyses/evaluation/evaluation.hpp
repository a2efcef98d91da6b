#pragma once
// What a scenario emits: its results, what is not assessed, which defaults were used and where figures come
// from.

#include <optional>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/report.hpp"

namespace lca {

struct EvaluationOptions {
    std::size_t measure = index_of::climate;  // which the page shows
    bool equivalents = false;                 // the answer also has equivalents of the total
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError.
std::optional<Evaluation> evaluate(Session& session, const ScenarioSource& source,
                                   const EvaluationOptions& options = {});

/// The answer in every form; refers to the evaluation. A page that fits on a screen draws 4,096 samples where
/// figures are uncertain.
Report report_of(const Evaluation& evaluation, const PageOptions& options = {});
Page page_of(const Evaluation& evaluation, const PageOptions& options = {});
Records records_of(const Evaluation& evaluation);

}  // namespace lca
