#pragma once
// Which inputs of a scenario can be moved on a page, and in which range.

#include <string_view>
#include <vector>

#include "analyses/report/report.hpp"
#include "analyses/shared/variant_compiler.hpp"

namespace lca::report {

/// The inputs that `--set` can change, with their ranges, in the order of `inputs`. Checks both ends by
/// compiling and comparing with the recording: all low ends together and all high ends together if possible,
/// else each input by itself.
std::vector<MovableInput> movable_inputs(const Assessment& model, const std::vector<std::size_t>& inputs,
                                         VariantCompiler& compiler, std::string_view what_if);

}  // namespace lca::report
