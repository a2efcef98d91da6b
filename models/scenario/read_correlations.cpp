// Reads correlations between uncertain values.

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "models/scenario/reader.hpp"
#include "models/values/place_in_text.hpp"

namespace lca::scenario {
namespace {

/// Whether the file has a value at a path; reports an error if not.
bool leads_somewhere(Reader& reader, Node at, std::string_view path) {
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
            reader.error_at(at, fmt::format("correlations: there is no value at `{}`", shown(path)),
                            known.empty() ? "a path of this file, such as sites.idris.pue"
                                          : fmt::format("one of the keys of `{}`", known));
            return false;
        }
        if (next.faulty()) return false;
        node = next;
        start = dot + 1;
    }
    return true;
}

/// Reads the two paths of a correlation; false after an error.
bool read_paths(Reader& reader, Node of, Correlation& correlation) {
    if (of.size() != 2) {
        reader.error(of.place(), fmt::format("a correlation of {} values", of.size()),
                     "two paths: [parameters.a, parameters.b]");
        return false;
    }
    bool good = true, first = true;
    for (const Node path : of.children()) {
        good = path.is_text() && leads_somewhere(reader, path, path.text()) && good;
        if (path.is_text()) (first ? correlation.first : correlation.second) = path.text();
        (first ? correlation.first_place : correlation.second_place) = path.place();
        first = false;
    }
    if (good && correlation.first == correlation.second) {
        reader.error(correlation.second_place,
                     fmt::format("`{}` is correlated with itself", shown(correlation.first)),
                     "two different values");
        return false;
    }
    return good;
}

std::optional<double> read_r(Reader& reader, Node r) {
    const AnyValue given = reader.values.read(r, Dimension{}, Bounds::any);
    if (!given) return std::nullopt;
    if (!given->literal || given->uncertainty) {
        reader.error_at(given->text.node(), fmt::format("`{}` is not a plain number", r.path()),
                        "a number from -1 to 1");
        return std::nullopt;
    }
    const double value = given->literal->value;
    if (value >= -1 && value <= 1) return value;
    reader.error_at(r, fmt::format("`{}` is {}", r.path(), as_written(r)), "a number from -1 to 1");
    return std::nullopt;
}

bool same_pair(const Correlation& a, const Correlation& b) {
    return (a.first == b.first && a.second == b.second) || (a.first == b.second && a.second == b.first);
}

}  // namespace

void read_correlations(Reader& reader) {
    const Node list = reader.root.find("correlations");
    if (!list) return;
    std::vector<Correlation>& known = reader.scenario.correlations;
    for (const Node node : list.children()) {
        if (node.faulty()) continue;
        const Node of = node.find("of"), r = node.find("r");
        Correlation correlation;
        if (!r) continue;  // the check against the schema has reported this
        correlation.place = r.place();
        const bool paths = of && read_paths(reader, of, correlation);
        const std::optional<double> value = read_r(reader, r);
        if (!paths || !value) continue;
        correlation.r = *value;
        const auto twice = std::find_if(known.begin(), known.end(),
                                        [&](const Correlation& one) { return same_pair(one, correlation); });
        if (twice == known.end()) {
            known.push_back(std::move(correlation));
            continue;
        }
        reader.diagnostics.add({.place = of.place(),
                                .message = fmt::format("the correlation of `{}` and `{}` is given twice",
                                                       shown(correlation.first), shown(correlation.second)),
                                .expected = "one entry for a pair",
                                .related = {{twice->place, "the first is here"}}});
    }
}

}  // namespace lca::scenario
