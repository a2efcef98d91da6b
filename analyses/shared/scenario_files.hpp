#pragma once
// Finds the scenarios in a folder.

#include <string>
#include <vector>

namespace lca {

/// YAML files in a folder and its subfolders, except budgets, sorted; all begin with `folder`. Throws
/// FileError.
std::vector<std::string> scenario_files_in(const std::string& folder);

}  // namespace lca
