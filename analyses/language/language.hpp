#pragma once
// Documents about the scenario language: a reference for people, and a JSON Schema for editors.

#include <string>

namespace lca {

class Session;

/// The reference: rules, keys, units and limits, as Markdown. It is docs/reference/language.md.
std::string language_reference();

/// A JSON Schema (draft 7) for scenario files; it lists the ids in the session's catalogue.
std::string language_schema(Session& session);

}  // namespace lca
