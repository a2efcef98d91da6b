#include "models/values/data_files.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "lca/base/text.hpp"
#include "lca/document/load.hpp"
#include "models/edit/extends.hpp"

namespace lca {
namespace {

constexpr std::string_view shape = "empirical";

/// Most files name no data: their trees need not be walked.
bool mentioned(const Sources& sources) {
    return std::any_of(sources.begin(), sources.end(), [](const Source& source) {
        return source.kind != Source::Kind::catalogue && source.text.find(shape) != std::string::npos;
    });
}

std::vector<Node> named_files(Node root) {
    std::vector<Node> found, open{root};
    while (!open.empty()) {
        const Node node = open.back();
        open.pop_back();
        if (node.faulty()) continue;
        for (const Node child : node.children()) open.push_back(child);
        if (!node.is_map() || node.key() != "uncertainty") continue;
        const Node kind = node.find("distribution"), file = node.find("file");
        if (kind && kind.text() == shape && file && file.is_text()) found.push_back(file);
    }
    return found;
}

void load(Node name, Sources& sources, Diagnostics& diagnostics) {
    const std::string path = path_beside(name, sources, diagnostics);
    if (path.empty() || data_file(name, sources)) return;
    const std::size_t width = std::max<std::size_t>(1, characters(name.text()));
    if (sources.size() >= Limits::files) {
        diagnostics.add({.place = name.place(),
                         .message = "too many files",
                         .expected = fmt::format("at most {}", Limits::files),
                         .width = width});
        return;
    }
    try {
        const Source& named_by = sources[name.place().file];
        Source::Shown shown =
            named_by.shown == Source::Shown::all ? shown_beside(path, named_by.name) : Source::Shown::nothing;
        // The file may be anything: faults quote the cell that they are about, and no more.
        if (shown == Source::Shown::all) shown = Source::Shown::no_lines;
        add_file(path, sources, {.limit = Limits::csv_bytes, .shown = shown});
    } catch (const FileError& error) {
        diagnostics.add({.place = name.place(),
                         .message = fmt::format("cannot read `{}`: {}", shown(path), reason_of(error)),
                         .expected = "a CSV file, relative to this file",
                         .width = width});
    } catch (const InputError& error) {
        diagnostics.add({.place = name.place(), .message = error.what(), .width = width});
    }
}

}  // namespace

void load_data_files(const Document& document, Sources& sources, Diagnostics& diagnostics) {
    constexpr std::size_t small = 4096;  // nodes, which are walked faster than texts are searched
    if (!document.root() || (document.nodes() > small && !mentioned(sources))) return;
    for (const Node name : named_files(document.root())) load(name, sources, diagnostics);
}

std::optional<std::uint32_t> data_file(Node name, const Sources& sources) {
    Diagnostics said_before;
    const std::string path = path_beside(name, sources, said_before);
    for (std::uint32_t i = 0; !path.empty() && i < sources.size(); ++i) {
        if (sources[i].name == path && !sources[i].sha256.empty()) return i;
    }
    return std::nullopt;
}

}  // namespace lca
