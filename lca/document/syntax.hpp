#pragma once
// Explains YAML syntax errors in words that help a person to correct the file.

#include <cstddef>
#include <optional>
#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "lca/document/locator.hpp"

namespace lca::document {

/// The fault to report for an error that the YAML parser found at a byte offset.
Fault explain_syntax(const Locator& locator, std::size_t offset, std::string_view parser_message);

/// The fault to report for lists and maps nested deeper than Limits::depth.
Fault nested_too_deep(Place place);

/// The fault to report for a quote at a byte offset that is never closed.
Fault explain_open_quote(const Locator& locator, std::size_t quote);

/// The fault to report for content after the document, which starts at a byte offset.
Fault explain_second_document(const Locator& locator, std::size_t offset);

/// Recognises another language (a web page, TOML, CSV, JSON with comments); empty if none. For texts that are
/// known not to be a scenario.
std::optional<Fault> looks_like_something_else(const Locator& locator);

}  // namespace lca::document
