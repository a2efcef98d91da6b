#pragma once
// Checks values that no result uses: the names in them, and their dimensions.

#include "models/resolve/value_recorder.hpp"

namespace lca::compile_detail {

/// Call it after everything has been recorded. Checks expressions of the document that are not recorded, and
/// the inputs of models of hardware that nothing uses, against the dimensions in the tables of keys.
void check_unread_values(const Document& document, ValueRecorder& values);

}  // namespace lca::compile_detail
