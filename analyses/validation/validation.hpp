#pragma once
// Whether a scenario is valid: every fault of the file, of what it extends and of its what-ifs, without
// results.

#include "analyses/shared/scenario_source.hpp"

namespace lca {

/// Looks for all faults of a file with the source's edits; its `what_if` does not matter, since all of them
/// are checked. True where there is no error; faults and warnings are in `session.diagnostics()`. Throws
/// FileError.
bool validate(Session& session, const ScenarioSource& source);

}  // namespace lca
