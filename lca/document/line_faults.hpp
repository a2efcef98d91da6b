#pragma once
// Explains syntax errors by lines: wrong indentation, a colon missing or too many, text after the document.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lca/document/locator.hpp"

namespace lca::document {

/// A fault whose places are byte offsets.
struct SyntaxFault {
    std::size_t offset = 0;
    std::string message;
    std::string expected = {};
    std::string hint = {};
    std::vector<std::pair<std::size_t, std::string>> related = {};
};

/// A text as messages show it: shortened and in back quotes.
std::string excerpt(std::string_view text);
inline std::string excerpt(char c) {
    return excerpt(std::string_view(&c, 1));
}

/// Explains why text at `offset` does not continue any list or map, which the parser found.
SyntaxFault line_out_of_place(const Locator& locator, std::size_t offset);

/// Explains why a `: ` at `offset` follows no key, which the parser found.
SyntaxFault colon_out_of_place(const Locator& locator, std::size_t offset);

/// Explains the content at `offset` that comes after the end of the document.
SyntaxFault text_after_document(const Locator& locator, std::size_t offset);

}  // namespace lca::document
