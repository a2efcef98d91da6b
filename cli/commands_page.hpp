#pragma once
// The commands as a page of the manual, from their tables.

#include <string>

namespace lca::cli {

/// Markdown: every command with its arguments, options and examples (docs/reference/commands.md).
std::string commands_page();

}  // namespace lca::cli
