#pragma once
// A share as a bar of text.

#include <cstddef>
#include <string>

namespace lca {

/// "█████▌": to an eighth of a character; what is above zero shows at least that, above one is one.
std::string bar(double share, std::size_t width);

}  // namespace lca
