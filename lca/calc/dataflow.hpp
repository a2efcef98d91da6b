#pragma once
// Which steps of a recording depend on which others, and which input is at a path.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

inline constexpr std::size_t no_input = static_cast<std::size_t>(-1);

/// For every step, whether it depends on any of the given inputs (indices into inputs()).
std::vector<bool> depends_on(const Calculation& calculation, std::span<const std::size_t> inputs);

/// The inputs whose uncertainty is stated, as indices into inputs().
std::vector<std::size_t> uncertain_inputs(const Calculation& calculation);

/// For every step, whether it depends on the step `from` or is that step.
std::vector<bool> depends_on(const Calculation& calculation, StepId from);

/// For every step, whether any of `wanted` depends on it or is that step.
std::vector<bool> reaches(const Calculation& calculation, std::span<const StepId> wanted);

/// The index of the only input at a path; no_input if there is none or more than one.
std::size_t only_input(const Calculation& calculation, std::string_view path);

}  // namespace lca
