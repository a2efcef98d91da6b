// Sweeps, rebounds, counterfactuals and correlations: checked, and said to have no effect yet.

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

/// A path of this file: what `set`, `vary` and correlations refer to.
void check_path(Reader& reader, Node at, std::string_view path, std::string_view what) {
    Node node = reader.root;
    std::size_t start = 0;
    while (start <= path.size()) {
        const std::size_t dot = std::min(path.find('.', start), path.size());
        const std::string_view step = path.substr(start, dot - start);
        Node next;
        if (node.is_map()) next = node.written(step);
        if (node.is_list()) {
            for (const Node item : node.children()) {
                if (item.path().ends_with("." + std::string(step))) next = item;
            }
        }
        if (!next) {
            const std::string_view known = start > 0 ? path.substr(0, start - 1) : std::string_view();
            reader.error_at(at, fmt::format("{}: the path `{}` leads nowhere", what, shown(path)),
                            known.empty() ? "a path of this file, such as sites.idris.pue"
                                          : fmt::format("a key of `{}`, which is there", known));
            return;
        }
        if (next.faulty()) return;
        node = next;
        start = dot + 1;
    }
}

void check_correlations(Reader& reader) {
    const Node list = reader.root.find("correlations");
    if (!list) return;
    for (const Node node : list.children()) {
        if (node.faulty()) continue;
        const Node of = node.find("of"), r = node.find("r");
        if (of && of.size() != 2)
            reader.error(of.place(), fmt::format("a correlation of {} values", of.size()),
                         "two paths: [parameters.a, parameters.b]");
        if (of) {
            for (const Node path : of.children()) {
                if (path.is_text()) check_path(reader, path, path.text(), "correlations");
            }
        }
        const Given* given = reader.figures.read(r, Dimension{}, Bounds::any);
        if (given && given->literal && (given->literal->value < -1 || given->literal->value > 1)) {
            reader.error_at(r, fmt::format("`{}` is {}", r.path(), as_written(r)), "a number from -1 to 1");
        }
    }
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
    check_correlations(reader);
    check_sweep(reader);
    if (const Node rebound = reader.root.find("rebound")) {
        reader.figures.read(rebound.find("elasticity"), Dimension{}, Bounds::not_negative);
    }
    check_counterfactual(reader);
    warn(reader, "sweep", "only the file's own values are computed");
    warn(reader, "rebound", "use does not grow in any result");
    warn(reader, "counterfactual", "no difference to it is reported");
    warn(reader, "correlations", "no result depends on it");
}

}  // namespace lca
