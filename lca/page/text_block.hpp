#pragma once
// Lines of text that fit a width; counts characters, not bytes.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lca {

/// Breaks at blanks; a word that is longer than the width breaks after `/ . - _ ,` or anywhere. Never empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Filled with blanks to a width, on the right or on the left.
std::string padded(std::string_view text, std::size_t width, bool to_the_right = false);

}  // namespace lca
