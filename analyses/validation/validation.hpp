#pragma once
// Checks a scenario for all errors, also in files that it extends and in its what-ifs, without computing
// results.

#include "analyses/shared/scenario_source.hpp"

namespace lca {

/// Checks a file with the source's edits and all its what-ifs, whichever `what_if` names. True if there is
/// no error; errors and warnings are in `session.diagnostics()`. Throws
/// FileError.
bool validate(Session& session, const ScenarioSource& source);

}  // namespace lca
