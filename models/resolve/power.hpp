#pragma once
// Powers that a file may write with or without "per what": "400 W" and "400 W/GPU" are the same per
// accelerator.

#include "models/resolve/value_recorder.hpp"

namespace lca {

/// A power of each accelerator; W is taken as W/GPU. A figure of another dimension is a located fault.
Expr<unit::PowerPerDevice> power_per_accelerator(const AnyValue& value, ValueRecorder& values);

/// A power of each node; W is taken as W/node.
Expr<unit::PowerPerNode> power_per_node(const AnyValue& value, ValueRecorder& values);

}  // namespace lca
