#include "models/values/data_files.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "lca/base/byte_source.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/digest.hpp"
#include "lca/base/text.hpp"
#include "lca/base/time_zone.hpp"
#include "lca/document/load.hpp"
#include "models/edit/extends.hpp"

namespace lca {
namespace {

constexpr std::string_view shape = "empirical", series = "series", power_log = "power_log";

const std::string log_digest = "digest of a power log";

constexpr std::string_view namers[] = {shape, series, power_log};

/// Whether a source is a power log, which is read in blocks: its text is not kept, and its digest is known
/// only after it has been read.
bool is_in_blocks(const Source& source) {
    return source.kind == Source::Kind::file && source.text.empty() && source.sha256.empty();
}

/// The digest of a power log for which none has been kept: reads the whole file.
std::string digest_of_file(const std::string& path) {
    FileBytes file(path);
    std::string block(262'144, '\0');
    while (file.read(block.data(), block.size()) > 0) {
    }
    return file.sha256();
}

/// Whether a file may name data files: most do not, and then their trees need not be searched.
bool mentioned(const Sources& sources) {
    return std::any_of(sources.begin(), sources.end(), [](const Source& source) {
        if (source.kind == Source::Kind::catalogue) return false;
        return std::any_of(std::begin(namers), std::end(namers), [&source](std::string_view namer) {
            return source.text.find(namer) != std::string::npos;
        });
    });
}

/// Texts that name data files and power logs, and the time zones stated beside them.
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

/// Loads a file; a power log is only opened, to see if it can be read: it may be larger than memory.
void add_named(const std::string& path, bool is_log, Source::Shown shown, Sources& sources) {
    if (!is_log) {
        add_file(path, sources, {.limit = Limits::csv_bytes, .shown = shown});
        return;
    }
    FileBytes(path, Pipes::rejected, Hashing::none);
    sources.add({.name = path, .text = {}, .sha256 = {}, .shown = shown});
}

void load(Node name, bool is_log, Sources& sources, Diagnostics& diagnostics) {
    const std::string path = path_beside(name, sources, diagnostics);
    if (path.empty() || data_file(name, sources)) return;
    const std::size_t width = name.width();
    if (sources.files().size() >= Limits::files) {
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
        // The file may contain anything, so messages quote only the cell with the error, not its line.
        if (shown == Source::Shown::all) shown = Source::Shown::no_lines;
        add_named(path, is_log, shown, sources);
    } catch (const FileError& error) {
        diagnostics.add({.place = name.place(),
                         .message = fmt::format("cannot read `{}`: {}", shown(path), reason_of(error)),
                         .expected = "a file, relative to this file",
                         .width = width});
    } catch (const InputError& error) {
        diagnostics.add({.place = name.place(), .message = error.what(), .width = width});
    }
}

/// Loads the system's file of a named time zone, as results list all files used. An offset has no file.
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
    constexpr std::size_t small = 4096;  // nodes; a smaller tree is walked faster than texts are searched
    if (!document.root() || (document.nodes() > small && !mentioned(sources))) return;
    const Named named = named_files(document.root());
    for (const Node name : named.files) load(name, false, sources, diagnostics);
    for (const Node name : named.logs) load(name, true, sources, diagnostics);
    for (const Node zone : named.zones) load_zone(zone, sources, diagnostics);
}

bool keep_log_digest(const Sources& sources, std::uint32_t file, const std::string& digest) {
    const auto kept = std::static_pointer_cast<const std::string>(sources.kept(file, log_digest));
    const std::string& before = kept ? *kept : sources[file].sha256;
    if (!before.empty()) return digest == before;
    sources.keep(file, log_digest, std::make_shared<const std::string>(digest));
    return true;
}

void set_log_digests(Sources& sources) {
    for (const std::uint32_t i : sources.files()) {
        if (!is_in_blocks(sources[i])) continue;
        const auto kept = std::static_pointer_cast<const std::string>(sources.kept(i, log_digest));
        sources.set_digest(i, kept ? *kept : digest_of_file(sources[i].name));
    }
}

std::optional<std::uint32_t> zone_file(std::string_view zone, const Sources& sources) {
    const std::string path = fmt::format("{}/{}", zone_folder, zone);
    for (const std::uint32_t i : sources.files()) {
        if (sources[i].name == path) return i;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> data_file(Node name, const Sources& sources) {
    Diagnostics said_before;
    const std::string path = path_beside(name, sources, said_before);
    if (path.empty()) return std::nullopt;
    for (const std::uint32_t i : sources.files()) {
        if (sources[i].name == path && (!sources[i].sha256.empty() || is_in_blocks(sources[i]))) return i;
    }
    return std::nullopt;
}

}  // namespace lca
