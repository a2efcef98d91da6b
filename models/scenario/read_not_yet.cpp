// Sweeps, rebounds and counterfactuals: checked, and said to have no effect yet.

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

void check_range(Reader& reader, Node range) {
    const Given* from = reader.figures.read_any(range.find("from"), Bounds::any);
    const Given* to = reader.figures.read_any(range.find("to"), Bounds::any);
    const Given* steps =
        reader.figures.whole(reader.figures.read(range.find("steps"), Dimension{}, Bounds::positive));
    if (from && to && from->literal && to->literal &&
        from->literal->unit.dimension != to->literal->unit.dimension) {
        reader.error_at(to->node,
                        fmt::format("`{}` is {}, but `from` is {}", to->node.path(),
                                    name(to->literal->unit.dimension), name(from->literal->unit.dimension)),
                        "two values of one dimension");
    }
    if (steps && steps->literal && steps->literal->value < 2) {
        reader.error_at(steps->node, fmt::format("`{}` is {}", steps->node.path(), as_written(steps->node)),
                        "2 or more: both ends are points");
    }
}

void check_sweep(Reader& reader) {
    const Node sweep = reader.root.find("sweep");
    const Node vary = sweep ? sweep.find("vary") : Node();
    if (!vary) return;
    for (const Node range : vary.children()) {
        if (range.faulty()) continue;
        if (range.is_map()) check_range(reader, range);
        if (range.is_list() && range.size() == 0)
            reader.error(range.place(), fmt::format("`{}` is empty", range.path()), "at least one value");
    }
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
    check_sweep(reader);
    if (const Node rebound = reader.root.find("rebound")) {
        reader.figures.read(rebound.find("elasticity"), Dimension{}, Bounds::not_negative);
    }
    check_counterfactual(reader);
    warn(reader, "sweep", "only the file's own values are computed");
    warn(reader, "rebound", "use does not grow in any result");
    warn(reader, "counterfactual", "no difference to it is reported");
}

}  // namespace lca
