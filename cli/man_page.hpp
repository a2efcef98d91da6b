#pragma once
// The commands as Unix manual pages, from their tables.

#include <string>

#include "cli/command.hpp"

namespace lca::cli {

/// In the language of man(7), dated by SOURCE_DATE_EPOCH: `lca.1`, the list of commands, and the page of one
/// command, such as `lca-evaluate.1`.
std::string man_page();
std::string man_page(const Command& command);

}  // namespace lca::cli
