#pragma once
// Which steps of a recording depend on what, and which input has a path.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

inline constexpr std::size_t no_input = static_cast<std::size_t>(-1);

/// For every step whether it depends on one of these inputs (indices into inputs()).
std::vector<bool> depends_on(const Calculation& calculation, std::span<const std::size_t> inputs);

/// The inputs with a stated uncertainty, as indices into inputs().
std::vector<std::size_t> uncertain_inputs(const Calculation& calculation);

/// For every step whether it depends on this one, itself included.
std::vector<bool> depends_on(const Calculation& calculation, StepId from);

/// For every step whether it reaches one of `wanted`: whether that depends on it or is it.
std::vector<bool> reaches(const Calculation& calculation, std::span<const StepId> wanted);

/// The index of the only input at a path, or no_input where there is none or several.
std::size_t only_input(const Calculation& calculation, std::string_view path);

}  // namespace lca
