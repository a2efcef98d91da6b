#pragma once
// What an owner books in the year of a purchase: systems whole, however little of their lives is used.

#include "models/resolve/resolved_system.hpp"
#include "models/results/results.hpp"

namespace lca::compile_detail {

/// All nodes and what they share; parts without a figure are named.
Purchase purchase_of(const ResolvedSystem& machine, ValueRecorder& values);

}  // namespace lca::compile_detail
