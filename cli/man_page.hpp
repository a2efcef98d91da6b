#pragma once
// Makes the Unix manual pages of the commands from their tables.

#include <string>

#include "cli/command.hpp"

namespace lca::cli {

/// Pages in the language of man(7), with the date in SOURCE_DATE_EPOCH: `lca.1` with the list of commands,
/// and the page of one command, such as `lca-evaluate.1`.
std::string man_page();
std::string man_page(const Command& command);

}  // namespace lca::cli
