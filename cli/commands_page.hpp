#pragma once
// Makes the reference page of all commands from their tables.

#include <string>

namespace lca::cli {

/// Markdown with the arguments, options and examples of every command (docs/reference/commands.md).
std::string commands_page();

}  // namespace lca::cli
