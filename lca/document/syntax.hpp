#pragma once
// Where the YAML parser gives up, in the words of somebody who wants to mend the file.

#include <cstddef>
#include <optional>
#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "lca/document/locator.hpp"

namespace lca::document {

/// The fault behind an error that the YAML parser reported at a byte offset with a message of its own.
Fault explain_syntax(const Locator& locator, std::size_t offset, std::string_view parser_message);

/// The fault of nesting beyond Limits::depth.
Fault nested_too_deep(Place place);

/// The fault of a quote that is opened at a byte offset and not closed.
Fault explain_open_quote(const Locator& locator, std::size_t quote);

/// The fault of text that follows the document, at the byte offset where it starts.
Fault explain_second_document(const Locator& locator, std::size_t offset);

/// What else the text looks like (a web page, TOML, CSV, JSON with comments), or nothing. Only asked where
/// the text is not a scenario.
std::optional<Fault> looks_like_something_else(const Locator& locator);

}  // namespace lca::document
