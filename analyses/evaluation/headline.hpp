#pragma once
// The headline of an evaluation: the total and its uncertainty in one sentence.

#include <string>

#include "analyses/shared/evaluation.hpp"

namespace lca::evaluation_detail {

/// "50.5 tCO2e (48.5 to 54.0), 690 MWh, 2.05 × the training electricity alone"; "" if the total is not
/// assessed. The total has three digits, or as many as its interval supports; the ends have no more than
/// their standard error supports.
std::string headline_of(const Evaluation& evaluation);

/// The stage of the activities in the total, if all have the same; else "dynamic".
std::string what_runs(const Results& results);

}  // namespace lca::evaluation_detail
