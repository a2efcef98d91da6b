#pragma once
// What a text is made of, before anyone reads it as YAML: only visible UTF-8, indented by blanks.

#include "lca/base/diagnostics.hpp"
#include "lca/document/locator.hpp"

namespace lca::document {

/// Refuses what is not UTF-8, control and invisible characters, lone carriage returns, tabs and odd blanks in
/// indentation, marks of an unresolved merge, YAML directives; and whole files that are not text. All such
/// faults are reported (one per line). Returns whether the text is clean.
bool check_bytes(const Locator& locator, Diagnostics& diagnostics);

}  // namespace lca::document
