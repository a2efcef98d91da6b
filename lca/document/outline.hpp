#pragma once
// Brackets and quotes of a YAML text, followed just well enough to say which one was left open.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace lca::document {

/// What is open at some byte of a text, by the offsets where it was opened.
struct Outline {
    std::vector<std::size_t> brackets;      // `[` and `{` that are open, outermost first
    std::optional<std::size_t> open_quote;  // the quote that is open
    std::optional<std::size_t> last_quote;  // the last quote that was opened at all
    std::optional<std::size_t>
        too_deep;  // the first bracket beyond Limits::depth; nothing behind it is followed
};

/// The offset of the quote that closes the one at an offset; npos where none does.
std::size_t closing_quote(std::string_view text, std::size_t opening);

/// Follows a text from its start to a byte offset (or to its end).
Outline outline(std::string_view text, std::size_t until);

}  // namespace lca::document
