#pragma once
// Which inputs of a scenario a page can move, and how far.

#include <string_view>
#include <vector>

#include "analyses/report/report.hpp"
#include "analyses/shared/variant_compiler.hpp"

namespace lca::report {

/// The inputs of a model that `--set` can change, with their ranges. The ends are compiled, all low ones and
/// all high ones at once where possible, else each alone, and the results compared with the recording's. The
/// order is that of `inputs`.
std::vector<MovableInput> movable_inputs(const Assessment& model, const std::vector<std::size_t>& inputs,
                                         VariantCompiler& compiler, std::string_view what_if);

}  // namespace lca::report
