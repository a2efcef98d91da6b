#include "models/scenario/reader.hpp"
#include "lca/base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

namespace lca::scenario {
namespace {

/// A section whose entries have ids, and what messages call one entry.
struct NamedSection {
    std::string_view key, kind;
};
constexpr NamedSection sections[] = {{"parameters", "a parameter"}, {"sites", "a site"},
                                     {"systems", "a system"},       {"hardware", "hardware"},
                                     {"activities", "an activity"}, {"outputs", "an output"},
                                     {"what_if", "a what-if"}};

}  // namespace

void SectionReader::error(Place place, std::string message, std::string expected, std::string hint,
                          std::size_t width) {
    diagnostics.add({.place = place,
                     .message = std::move(message),
                     .expected = std::move(expected),
                     .hint = std::move(hint),
                     .width = std::max<std::size_t>(1, width)});
}

void SectionReader::error_at_key(Node value, std::string message, std::string expected, std::string hint) {
    error(value.key_place(), std::move(message), std::move(expected), std::move(hint),
          characters(value.key()));
}

void SectionReader::error_at(Node text, std::string message, std::string expected, std::string hint) {
    const std::size_t width = text.is_text() ? characters(text.text()) : 1;
    error(text.place(), std::move(message), std::move(expected), std::move(hint), width);
}

void SectionReader::conflict(Node first, Node second, std::string_view expected) {
    diagnostics.add({.place = second.key_place(),
                     .message = fmt::format("`{}` and `{}` cannot both be given in `{}`", first.key(),
                                            second.key(), second.parent().path()),
                     .expected = std::string(expected),
                     .related = {{first.key_place(), fmt::format("`{}` is here", first.key())}},
                     .width = std::max<std::size_t>(1, characters(second.key()))});
}

bool SectionReader::exclusive(Node map, std::span<const std::string_view> keys, std::string_view expected) {
    Node first;
    bool found = false;
    for (const std::string_view key : keys) {
        const Node here = map.written(key);
        if (!here) continue;
        if (first) {
            conflict(first, here, expected);
            found = true;
        } else {
            first = here;
        }
    }
    return found;
}

bool holds_faults(Node node) {
    if (node.faulty()) return true;
    if (node.is_text()) return false;
    for (const Node child : node.children()) {
        if (holds_faults(child)) return true;
    }
    return false;
}

std::vector<std::string> first_few(std::span<const std::string> names) {
    constexpr std::size_t few = 8;
    std::vector<std::string> first(names.begin(),
                                   names.begin() + std::min<std::ptrdiff_t>(few, std::ssize(names)));
    if (names.size() > few) first.emplace_back("…");
    return first;
}

void unknown_reference(Reader& reader, Node text, std::string_view kind, std::string_view section,
                       const std::unordered_map<std::string_view, std::size_t>& known) {
    const std::string id = shown(text.text());
    for (const NamedSection& other : sections) {
        if (other.key == section) continue;
        const Node map = reader.root.find(other.key);
        const Node found = map && map.is_map() ? map.written(text.text()) : Node();
        if (!found) continue;
        reader.diagnostics.add({.place = text.place(),
                                .message = fmt::format("`{}` is {}, not {}", id, other.kind, kind),
                                .expected = fmt::format("an id of `{}`", section),
                                .related = {{found.key_place(), fmt::format("`{}` is defined here", id)}},
                                .width = std::max<std::size_t>(1, characters(text.text()))});
        return;
    }
    std::vector<std::string> names;
    if (reader.diagnostics.worth_a_hint()) {
        names.reserve(known.size());
        for (const auto& entry : known) names.emplace_back(entry.first);
        std::sort(names.begin(), names.end());
    }
    reader.error_at(text, fmt::format("unknown {} `{}`", kind.substr(kind.find(' ') + 1), id),
                    known.empty() ? fmt::format("an id of `{}`, which this file does not have", section)
                    : names.empty()
                        ? fmt::format("an id of `{}`", section)
                        : fmt::format("an id of `{}`: {}", section, listed(first_few(names), "or")),
                    did_you_mean(text.text(), names));
}

}  // namespace lca::scenario
