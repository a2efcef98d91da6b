#pragma once
// Makes text suitable for a terminal that can show only ASCII.

#include <string>
#include <string_view>

namespace lca::page {

/// Replaces characters beyond ASCII that the program writes (bars, rules, branches, signs) by similar ASCII
/// characters, one for one, so that columns stay aligned. Other characters, as in the user's text, stay.
std::string in_ascii(std::string_view text);

}  // namespace lca::page
