#pragma once
// Text for a terminal that shows ASCII only.

#include <string>
#include <string_view>

namespace lca::page {

/// Replaces the characters beyond ASCII that the program itself writes (bars, rules, branches, signs) by
/// similar ones, one for one, so that columns stay aligned; the text of files stays as it is.
std::string in_ascii(std::string_view text);

}  // namespace lca::page
