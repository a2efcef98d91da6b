#pragma once
// The commands hardware, grid and datacentre: the same command for three sections of the catalogue.

#include "cli/session_options.hpp"
#include "models/catalog/listed.hpp"

namespace lca::cli {

inline constexpr std::string_view catalogue_actions[] = {"list", "search", "show"};

/// Runs the argument ACTION (list, search WORDS…, show ID) for a section.
int run_catalogue(Section section, const Arguments& arguments, Io& io);

}  // namespace lca::cli
