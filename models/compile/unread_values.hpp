#pragma once
// Values that no result rests on are of the dimension of their key all the same, and name what there is.

#include "models/resolve/value_recorder.hpp"

namespace lca::compile_detail {

/// After everything else was recorded: looks at each expression of the document that was not, and at what is
/// stated of hardware whose model nothing asks for. Their dimensions are those of the schema.
void check_unread_values(const Document& document, ValueRecorder& values);

}  // namespace lca::compile_detail
