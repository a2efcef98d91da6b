#pragma once
// Finds the brackets and quotes of a YAML text, precisely enough to say which one was not closed.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace lca::document {

/// The brackets and quotes that are open at some byte of a text; each is given by its offset.
struct Outline {
    std::vector<std::size_t> brackets;      // open `[` and `{`, outermost first
    std::optional<std::size_t> open_quote;  // the quote that is open
    std::optional<std::size_t> last_quote;  // the last quote that was opened, even if it was closed
    std::optional<std::size_t>
        too_deep;  // the first bracket beyond Limits::depth; what follows it is not in the outline
};

/// The offset of the quote that closes the one at `opening`; npos if none does.
std::size_t closing_quote(std::string_view text, std::size_t opening);

/// The outline at the byte `until` (or at the end of the text).
Outline outline(std::string_view text, std::size_t until);

}  // namespace lca::document
