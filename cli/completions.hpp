#pragma once
// Completion scripts for shells, from the tables of the commands and the ids of the catalogue.

#include <string>
#include <vector>

namespace lca::cli {

/// Ids that complete: hardware, grids (without years) and data centres (without years).
struct Ids {
    std::vector<std::string> hardware, grids, datacentres;
};

std::string bash_completions(const Ids& ids);
std::string zsh_completions(const Ids& ids);
std::string fish_completions(const Ids& ids);

}  // namespace lca::cli
