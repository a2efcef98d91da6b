#pragma once
// Decides which columns of a table only set the number of one input: rows that differ in nothing else are
// computed from one recording. Rows that differ in other columns are of different kinds, each compiled.

#include <string>
#include <vector>

#include "analyses/fleet/job_table.hpp"
#include "analyses/shared/variant_compiler.hpp"

namespace lca::fleet {

/// Decides that by the first row: a column counts as numbers only if another value, set as an input of the
/// recording, gives exactly the results of compiling with it. Returns the compiled first row; if that is
/// invalid, the template; null if that is, too. Throws InputError for a unit of another dimension.
std::shared_ptr<const Assessment> bind_columns(VariantCompiler& compiler, JobTable& table,
                                               const std::vector<std::string>& results);

}  // namespace lca::fleet
