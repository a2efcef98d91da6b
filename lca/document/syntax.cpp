#include "lca/document/syntax.hpp"

#include <string>

namespace lca {

Fault explain_syntax(const Locator& locator, std::size_t offset, std::string_view parser_message) {
    return {.place = locator.at(offset), .message = "this is no valid YAML: " + std::string(parser_message)};
}

Fault explain_second_document(const Locator& locator, std::size_t offset) {
    return {.place = locator.at(offset), .message = "text after the end of the document"};
}

std::optional<Fault> looks_like_something_else(const Locator&) {
    return std::nullopt;
}

}  // namespace lca
