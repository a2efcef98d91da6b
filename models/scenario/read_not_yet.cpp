// Rebounds and counterfactuals: checked, and said to have no effect yet.

#include <fmt/core.h>

#include "models/scenario/place_in_text.hpp"
#include "models/scenario/reader.hpp"

namespace lca {
namespace {

void warn(Reader& reader, std::string_view key, std::string_view what) {
    const Node here = reader.root.find(key);
    if (!here) return;
    reader.diagnostics.add({.place = here.key_place(),
                            .message = fmt::format("not yet: `{}` is checked, but {}", key, what),
                            .width = characters(key),
                            .severity = Severity::warning});
}

void check_counterfactual(Reader& reader) {
    const Node id = reader.root.find("counterfactual");
    if (!id || !id.is_text() || id.text().find('.') != std::string_view::npos) return;
    std::unordered_map<std::string_view, std::size_t> known;
    for (const WhatIf& one : reader.scenario.what_ifs) known.emplace(one.id, known.size());
    if (!known.contains(id.text())) unknown_reference(reader, id, "a what-if", "what_if", known);
}

}  // namespace

void read_not_yet(Reader& reader) {
    if (const Node rebound = reader.root.find("rebound")) {
        reader.figures.read(rebound.find("elasticity"), Dimension{}, Bounds::not_negative);
    }
    check_counterfactual(reader);
    warn(reader, "rebound", "use does not grow in any result");
    warn(reader, "counterfactual", "no difference to it is reported");
}

}  // namespace lca
