#pragma once
// The figures a file asks for under `outputs`: expressions over parameters, results, activities and one
// another.

#include "lca/calc/expression.hpp"
#include "models/resolve/value_recorder.hpp"
#include "models/results/point_result.hpp"

namespace lca::compile_detail {

/// Records every output, in the order of the file. One that needs a result which is not assessed is itself
/// not assessed, and says which.
std::vector<Output> record_outputs(const Scenario& scenario, ValueRecorder& values, const Results& results);
/// For use after a fault, when there are no results: reports names in outputs that begin with nothing in the
/// file.
void check_names_of_outputs(const Scenario& scenario, ValueRecorder& values);

/// What a name of the file stands for: a parameter, a result, a figure of an activity or one of its
/// `outputs`. `missing` says why it is not assessed; "" where it is.
struct NamedTerm {
    Term term;
    std::string missing;
};
Parsed<NamedTerm> named_term(const Scenario& scenario, ValueRecorder& values, const Results& results,
                             std::string_view name);

}  // namespace lca::compile_detail
