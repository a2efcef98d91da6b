#pragma once
// What some inputs of a recording reach, and which input has a path.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

inline constexpr std::size_t no_input = static_cast<std::size_t>(-1);

/// For every step whether one of these inputs (indices into inputs()) reaches it.
std::vector<bool> reached_steps(const Calculation& calculation, std::span<const std::size_t> inputs);

/// The same for what one step reaches, itself included.
std::vector<bool> reached_steps(const Calculation& calculation, StepId from);

/// For every step whether one of `wanted` depends on it.
std::vector<bool> needed_steps(const Calculation& calculation, std::span<const StepId> wanted);

/// The index of the only input at a path, or no_input where there is none or several.
std::size_t only_input(const Calculation& calculation, std::string_view path);

}  // namespace lca
