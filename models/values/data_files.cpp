#include "models/values/data_files.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "lca/base/digest.hpp"
#include "lca/base/text.hpp"
#include "lca/base/time_zone.hpp"
#include "lca/document/load.hpp"
#include "models/edit/extends.hpp"

namespace lca {
namespace {

constexpr std::string_view shape = "empirical", series = "series", power_log = "power_log";
constexpr std::size_t max_log_bytes = 256'000'000;  // 8 boards at 1 s for a week

constexpr std::string_view namers[] = {shape, series, power_log};

/// Most files name no data: their trees need not be walked.
bool mentioned(const Sources& sources) {
    return std::any_of(sources.begin(), sources.end(), [](const Source& source) {
        if (source.kind == Source::Kind::catalogue) return false;
        return std::any_of(std::begin(namers), std::end(namers), [&source](std::string_view namer) {
            return source.text.find(namer) != std::string::npos;
        });
    });
}

/// Texts that name files, and zones of series and logs.
struct Named {
    std::vector<Node> files, logs, zones;
};

Named named_files(Node root) {
    Named found;
    std::vector<Node> open{root};
    while (!open.empty()) {
        const Node node = open.back();
        open.pop_back();
        if (node.faulty()) continue;
        for (const Node child : node.children()) open.push_back(child);
        if (!node.is_map()) continue;
        const Node zone = node.find("zone");
        if (node.key() == power_log) {
            if (const Node file = node.find("file"); file && file.is_text()) found.logs.push_back(file);
            if (zone && zone.is_text()) found.zones.push_back(zone);
        } else if (node.key() == "uncertainty") {
            const Node kind = node.find("distribution"), file = node.find("file");
            if (kind && kind.text() == shape && file && file.is_text()) found.files.push_back(file);
        } else if (const Node file = node.find(series); file && file.is_text()) {
            found.files.push_back(file);
            if (zone && zone.is_text()) found.zones.push_back(zone);
        }
    }
    return found;
}

void load(Node name, std::size_t limit, Sources& sources, Diagnostics& diagnostics) {
    const std::string path = path_beside(name, sources, diagnostics);
    if (path.empty() || data_file(name, sources)) return;
    const std::size_t width = name.width();
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
        add_file(path, sources, {.limit = limit, .shown = shown});
    } catch (const FileError& error) {
        diagnostics.add({.place = name.place(),
                         .message = fmt::format("cannot read `{}`: {}", shown(path), reason_of(error)),
                         .expected = "a file, relative to this file",
                         .width = width});
    } catch (const InputError& error) {
        diagnostics.add({.place = name.place(), .message = error.what(), .width = width});
    }
}

/// An offset has no file. What results rest on is listed among their files, so the zone's is, too.
void load_zone(Node zone, Sources& sources, Diagnostics& diagnostics) {
    if (read_offset(zone.text()) || zone_file(zone.text(), sources)) return;
    Parsed<ZoneFile> found = find_zone(zone.text());
    if (auto* file = std::get_if<ZoneFile>(&found)) {
        std::string digest = sha256(file->bytes);
        sources.add({.name = std::move(file->path),
                     .text = std::move(file->bytes),
                     .sha256 = std::move(digest),
                     .shown = Source::Shown::nothing});
        return;
    }
    const TextFault& fault = std::get<TextFault>(found);
    diagnostics.add({.place = zone.place(),
                     .message = fault.message,
                     .expected = fault.expected,
                     .hint = fault.hint,
                     .width = zone.width()});
}

}  // namespace

void load_data_files(const Document& document, Sources& sources, Diagnostics& diagnostics) {
    constexpr std::size_t small = 4096;  // nodes, which are walked faster than texts are searched
    if (!document.root() || (document.nodes() > small && !mentioned(sources))) return;
    const Named named = named_files(document.root());
    for (const Node name : named.files) load(name, Limits::csv_bytes, sources, diagnostics);
    for (const Node name : named.logs) load(name, max_log_bytes, sources, diagnostics);
    for (const Node zone : named.zones) load_zone(zone, sources, diagnostics);
}

std::optional<std::uint32_t> zone_file(std::string_view zone, const Sources& sources) {
    const std::string path = fmt::format("{}/{}", zone_folder, zone);
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
        if (sources[i].name == path) return i;
    }
    return std::nullopt;
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
