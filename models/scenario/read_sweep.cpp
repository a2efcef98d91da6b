// Reads the file's own sweep: ranges and lists of values by path.

#include <fmt/core.h>

#include "models/scenario/reader.hpp"
#include "models/values/place_in_text.hpp"

namespace lca::scenario {
namespace {

/// A value on one line, as on the command line. The recursion is limited, as the loader limits the depth of
/// trees.
std::string flow(Node node) {
    if (node.is_text()) {
        if (!node.quoted() && node.text().find_first_of(",:[]{}\"'#") == std::string_view::npos)
            return std::string(node.text());
        std::string text = "'";
        for (const char c : node.text()) text += c == '\'' ? std::string("''") : std::string(1, c);
        return text + "'";
    }
    std::string text = node.is_map() ? "{" : "[";
    for (const Node child : node.children()) {
        if (text.size() > 1) text += ", ";
        if (node.is_map()) text += fmt::format("{}: ", child.key());
        text += flow(child);
    }
    return text + (node.is_map() ? "}" : "]");
}

std::string item_text(Node node) {
    return node.is_text() ? std::string(node.text()) : flow(node);
}

void read_range(Reader& reader, Node range) {
    const Node from = range.find("from"), to = range.find("to");
    const AnyValue low = reader.values.read_any(from, Bounds::any);
    const AnyValue high = reader.values.read_any(to, Bounds::any);
    const AnyValue steps =
        reader.values.whole(reader.values.read(range.find("steps"), Dimension{}, Bounds::positive));
    if (!low || !high || !steps) return;
    for (const AnyValue& given : {low, high, steps}) {
        if (given->literal && !given->uncertainty) continue;
        return reader.error_at(given->text.node(),
                               fmt::format("`{}` is not a plain number", given->owner.path()),
                               "a number with its unit");
    }
    const bool borrowed = low->literal->bare && !high->literal->bare;  // `from` takes the unit of `to`
    if (!borrowed && low->literal->unit.dimension != high->literal->unit.dimension) {
        return reader.error_at(
            high->text.node(),
            fmt::format("`{}` is {}, but `from` is {}", high->text.path(),
                        name(high->literal->unit.dimension), name(low->literal->unit.dimension)),
            "two values of the same dimension");
    }
    if (steps->literal->value < 2) {
        return reader.error_at(steps->text.node(),
                               fmt::format("`{}` is {}", steps->text.path(), as_written(steps->text)),
                               "2 or more: both ends are points");
    }
    Parsed<Axis> axis = Axis::range(std::string(range.key()), low->text.text(), high->text.text(),
                                    static_cast<std::uint64_t>(steps->literal->value));
    if (const auto* fault = std::get_if<TextFault>(&axis)) {
        return reader.error_at(high->text.node(), fault->message, fault->expected);
    }
    reader.scenario.sweep.push_back(std::move(std::get<Axis>(axis)).stated_at({from.place(), to.place()}));
}

}  // namespace

void read_sweep(Reader& reader) {
    const Node sweep = reader.root.find("sweep");
    const Node vary = sweep ? sweep.find("vary") : Node();
    if (!vary) return;
    if (vary.size() == 0)
        reader.error(vary.place(), "`sweep.vary` is empty",
                     "at least one path: `{sites.idris.pue: [1.1, 1.2]}`");
    for (const Node range : vary.children()) {
        if (range.faulty()) continue;
        if (range.is_map()) {
            read_range(reader, range);
        } else if (range.is_list() && range.size() == 0) {
            reader.error(range.place(), fmt::format("`{}` is empty", range.path()), "at least one value");
        } else if (range.is_list()) {
            std::vector<std::string> items;
            std::vector<Place> places;
            for (const Node item : range.children()) {
                items.push_back(item_text(item));
                places.push_back(item.place());
            }
            reader.scenario.sweep.push_back(
                Axis::list(std::string(range.key()), std::move(items)).stated_at(std::move(places)));
        }
    }
}

}  // namespace lca::scenario
