#pragma once
// The scenarios in a folder.

#include <string>
#include <vector>

namespace lca {

/// The YAML files in a folder and below, sorted by name; each begins with the folder as it is given. Throws
/// FileError.
std::vector<std::string> scenario_files_in(const std::string& folder);

}  // namespace lca
