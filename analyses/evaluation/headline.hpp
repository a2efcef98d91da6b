#pragma once
// The headline: the total and its uncertainty in one sentence.

#include <string>

#include "analyses/shared/evaluation.hpp"

namespace lca::evaluation_detail {

/// "50.5 tCO2e (48.5 to 54.0), 690 MWh, 2.05 × the training electricity alone"; "" where the total is not
/// assessed. Three digits, or as many as the interval supports; of its ends no more than their standard error
/// supports.
std::string headline_of(const Evaluation& evaluation);

/// The stage, where all activities that count have the same; else "dynamic".
std::string what_runs(const Results& results);

}  // namespace lca::evaluation_detail
