#pragma once
// Which columns of a table are numbers of one input each, so that rows are computed by columns; rows that
// differ in other columns are of different kinds, each compiled anew.

#include <string>
#include <vector>

#include "analyses/fleet/job_table.hpp"
#include "analyses/shared/variant_compiler.hpp"

namespace lca::fleet {

/// Decides that by the first row: a column counts as numbers only where other values give the same bits as
/// compiling them. Returns the first row compiled, or, where that has a fault, the template. Null after a
/// fault of the template; throws InputError for a unit of another dimension.
std::shared_ptr<const Assessment> bind_columns(VariantCompiler& compiler, JobTable& table,
                                               const std::vector<std::string>& results);

}  // namespace lca::fleet
