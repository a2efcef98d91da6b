#pragma once
// Breaks text into lines of a width and pads it to a width, counted in characters, not bytes.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lca {

/// Breaks a text at blanks; a word longer than the width breaks after `/ . - _ ,` or anywhere. Never empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The text filled up to a width with blanks: on its right or, for text that is aligned right, on its left.
std::string padded(std::string_view text, std::size_t width, bool to_the_right = false);

}  // namespace lca
