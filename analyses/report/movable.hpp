#pragma once
// Which figures of a scenario can be moved, and how far.

#include <string_view>
#include <vector>

#include "analyses/report/report.hpp"
#include "analyses/shared/variant_compiler.hpp"

namespace lca::report {

/// The inputs of a model that `--set` can change. Their ends are compiled, all low ones and all high
/// ones at once where that can be, else each alone, and the results compared with the recording's. The order
/// is that of `inputs`.
std::vector<MovableInput> movable_inputs(const Assessment& model, const std::vector<std::size_t>& inputs,
                                         VariantCompiler& compiler, std::string_view what_if);

}  // namespace lca::report
