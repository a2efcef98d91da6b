#pragma once
// Completion scripts for shells, from the tables of the commands and the ids of the catalogue.

#include <string>
#include <vector>

namespace lca::cli {

/// Ids that complete: hardware, grids (without years), data centres (without years), rated tasks.
struct Ids {
    std::vector<std::string> hardware, grids, datacentres, tasks;
};

std::string bash_completions(const Ids& ids);
std::string zsh_completions(const Ids& ids);
std::string fish_completions(const Ids& ids);

}  // namespace lca::cli
