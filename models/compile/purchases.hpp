#pragma once
// What an owner reports in the year of a purchase: embodied impact of whole systems, however long in use.

#include "models/resolve/resolved_system.hpp"
#include "models/results/results.hpp"

namespace lca::compile_detail {

/// The impact of all nodes and shared parts of a system; lists the parts without a figure.
Purchase purchase_of(const ResolvedSystem& system, ValueRecorder& values);

}  // namespace lca::compile_detail
