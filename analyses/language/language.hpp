#pragma once
// The language of scenarios as documents: a page to read, and a JSON Schema for editors.

#include <string>

namespace lca {

class Session;

/// Rules, keys, units and limits, as Markdown: docs/reference/language.md.
std::string language_reference();

/// A JSON Schema (draft 7) of a scenario, with the names of the session's catalogue.
std::string language_schema(Session& session);

}  // namespace lca
