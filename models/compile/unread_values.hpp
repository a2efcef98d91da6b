#pragma once
// Checks values that no result uses: their dimensions, and the names in them.

#include "models/resolve/value_recorder.hpp"

namespace lca::compile_detail {

/// After everything else was recorded: checks each expression of the document that was not, and the inputs of
/// models of hardware that nothing uses. The dimensions are those of the schema.
void check_unread_values(const Document& document, ValueRecorder& values);

}  // namespace lca::compile_detail
