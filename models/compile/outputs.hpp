#pragma once
// The figures that a file asks for under `outputs`: expressions over parameters, results, figures of
// activities and other outputs.

#include "lca/calc/expression.hpp"
#include "models/resolve/value_recorder.hpp"
#include "models/results/point_result.hpp"

namespace lca::compile_detail {

/// Records all outputs, in the order of the file. An output that depends on a result that is not assessed is
/// not assessed either, and says which result that is.
std::vector<Output> record_outputs(const Scenario& scenario, ValueRecorder& values, const Results& results);
/// Used after an error, when there are no results: reports names in outputs with which no name of this file
/// can begin.
void check_names_of_outputs(const Scenario& scenario, ValueRecorder& values);

/// What a name in the file stands for: a parameter, a result, a figure of an activity, or an output.
/// `reason` says why it is not assessed; "" if it is.
struct NamedTerm {
    Term term;
    std::string reason;
};
Parsed<NamedTerm> named_term(const Scenario& scenario, ValueRecorder& values, const Results& results,
                             std::string_view name);

}  // namespace lca::compile_detail
