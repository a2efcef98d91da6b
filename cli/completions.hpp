#pragma once
// Makes completion scripts for shells, from the tables of commands and the ids of the catalogue.

#include <string>
#include <vector>

namespace lca::cli {

/// Ids for completion: hardware, grids and data centres (both without years), and rated tasks.
struct Ids {
    std::vector<std::string> hardware, grids, datacentres, tasks;
};

std::string bash_completions(const Ids& ids);
std::string zsh_completions(const Ids& ids);
std::string fish_completions(const Ids& ids);

}  // namespace lca::cli
