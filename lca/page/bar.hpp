#pragma once
// Draws a share as a bar of characters.

#include <cstddef>
#include <string>

namespace lca {

/// "█████▌": `share` of `width` characters, in eighths of a character; at least an eighth if it is above 0.
std::string bar(double share, std::size_t width);

}  // namespace lca
