#pragma once
// Checks the bytes of a text before it is parsed as YAML: only visible UTF-8, indented by spaces, may pass.

#include "lca/base/diagnostics.hpp"
#include "lca/document/locator.hpp"

namespace lca::document {

/// Reports bytes that are not UTF-8, control and invisible characters, lone carriage returns, tabs and other
/// blanks in indentation, marks of an unresolved merge, and YAML directives, at most one fault for each line;
/// or one fault if the whole file is not text. Returns whether nothing was reported.
bool check_bytes(const Locator& locator, Diagnostics& diagnostics);

}  // namespace lca::document
