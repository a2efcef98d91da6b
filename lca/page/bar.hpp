#pragma once
// A share as a bar of text.

#include <cstddef>
#include <string>

namespace lca {

/// "█████▌": to an eighth of a character; a share above 0 shows at least one eighth, one above 1 shows as 1.
std::string bar(double share, std::size_t width);

}  // namespace lca
