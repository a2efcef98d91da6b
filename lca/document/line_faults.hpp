#pragma once
// Faults of lines: indented to nowhere, without a colon, with one too many, after the end.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lca/document/locator.hpp"

namespace lca::document {

/// A fault by byte offsets.
struct SyntaxFault {
    std::size_t offset = 0;
    std::string message;
    std::string expected = {};
    std::string hint = {};
    std::vector<std::pair<std::size_t, std::string>> related = {};
};

/// Some text of a line, shortened, between back quotes.
std::string excerpt(std::string_view text);
inline std::string excerpt(char c) {
    return excerpt(std::string_view(&c, 1));
}

/// The parser found something at `offset` that continues no open list or map.
SyntaxFault line_out_of_place(const Locator& locator, std::size_t offset);

/// The parser found a `: ` at `offset` where no key can come before it.
SyntaxFault colon_out_of_place(const Locator& locator, std::size_t offset);

/// Content at `offset`, after the document has ended.
SyntaxFault text_after_document(const Locator& locator, std::size_t offset);

}  // namespace lca::document
