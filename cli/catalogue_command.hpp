#pragma once
// hardware, grid and datacentre are one command over three sections of the catalogue.

#include "cli/session_options.hpp"
#include "models/catalog/listed.hpp"

namespace lca::cli {

inline constexpr std::string_view catalogue_actions[] = {"list", "search", "show"};

/// Runs ACTION (list, search WORDS…, show ID) over a section.
int run_catalogue(Section section, const Arguments& arguments, Io& io);

}  // namespace lca::cli
