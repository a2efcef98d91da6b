#pragma once
// A result that a command line names.

#include <string>

#include "models/results/point_result.hpp"

namespace lca::cli {

/// Its step (no_step: not assessed) and dimension.
struct AskedResult {
    StepId step = no_step;
    Dimension dimension = {};
};

/// Throws InputError, with the option that asked and the nearest names, for what is no result or no figure
/// of its own.
AskedResult asked_result(const Reading& reading, std::string_view option, const std::string& name);

}  // namespace lca::cli
