#pragma once
// Text for a terminal that shows ASCII only.

#include <string>
#include <string_view>

namespace lca::page {

/// What the program itself draws and writes beyond ASCII (bars, rules, branches, signs) in its nearest
/// likeness, one character for one, so that columns stay; text of files stays as it is.
std::string in_ascii(std::string_view text);

}  // namespace lca::page
