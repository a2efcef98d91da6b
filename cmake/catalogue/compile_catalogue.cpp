// lca-catalogue FOLDER OUT.cpp [ID…]: checks the catalogue in FOLDER and writes it as C++ source; with IDs
// only those entries (for a benchmark in bench/). Exits with 2 and messages after an error.

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "lca/base/file.hpp"
#include "models/catalog/check_entries.hpp"
#include "models/catalog/embedded.hpp"
#include "models/catalog/read_folder.hpp"
#include "models/catalog/region.hpp"

namespace {

using namespace lca;

/// The catalogue in the form in which it is compiled into the program.
struct Compiled {
    std::string text;  // YAML of the entries and other texts, then ids and aliases in the order of `rows`
    std::vector<FrozenNode> nodes;
    std::vector<EmbeddedEntry> rows;
    std::vector<std::string> files;
};

/// The offset of each line, and of the end of the text.
std::vector<std::size_t> line_starts(const std::string& text) {
    std::vector<std::size_t> starts{0};
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') starts.push_back(at + 1);
    }
    starts.push_back(text.size());
    return starts;
}

bool blank_or_comment(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos || line[first] == '#';
}

/// The lines of an entry, up to the next key's line, without trailing blank lines and
/// comments.
std::string_view slice_of(const Source& source, std::uint32_t first_line, std::uint32_t next_line) {
    const std::vector<std::size_t> starts = line_starts(source.text);
    const std::size_t begin = starts[first_line - 1];
    std::size_t last = std::min<std::size_t>(next_line - 1, starts.size() - 1);
    while (last > first_line) {
        const std::string_view line =
            std::string_view(source.text).substr(starts[last - 1], starts[last] - starts[last - 1]);
        if (!blank_or_comment(line)) break;
        --last;
    }
    return std::string_view(source.text).substr(begin, starts[last] - begin);
}

/// The line of the next key that is not in this entry; past the end of the file for its last entry.
std::uint32_t next_line(Node entry) {
    constexpr std::uint32_t none = 0xffffffff;
    std::uint32_t next = none;
    for (Node node = entry; node.parent(); node = node.parent()) {
        for (const Node sibling : node.parent().children()) {
            const std::uint32_t line = sibling.key_place().line;
            if (line > entry.key_place().line) next = std::min(next, line);
        }
    }
    return next;
}

std::uint32_t append(std::string& text, std::string_view part) {
    const auto offset = static_cast<std::uint32_t>(text.size());
    text += part;
    return offset;
}

using Ids = std::set<std::string_view>;

/// Appends the nodes of an entry. A text that is part of `slice` is stored as an offset in it, not again.
void freeze_entry(Node entry, std::string_view slice, EmbeddedEntry& row, Compiled& compiled) {
    const auto place_text = [&](std::string_view text) {
        const std::less_equal<const char*> before;
        const bool within = before(slice.data(), text.data()) &&
                            before(text.data() + text.size(), slice.data() + slice.size());
        return within ? row.offset + static_cast<std::uint32_t>(text.data() - slice.data())
                      : append(compiled.text, text);
    };
    const std::vector<FrozenNode> nodes = freeze(entry, place_text);
    row.node = static_cast<std::uint32_t>(compiled.nodes.size());
    row.nodes = static_cast<std::uint32_t>(nodes.size());
    compiled.nodes.insert(compiled.nodes.end(), nodes.begin(), nodes.end());
}

Compiled compile_entries(const std::string& name, const CatalogueFolder& folder, const Ids& only,
                         const Sources& sources) {
    Compiled compiled;
    // Ids and aliases are stored together, after all entries: a search then reads few memory pages.
    std::vector<std::pair<std::string_view, EmbeddedEntry>> named;
    for (const CatalogueFile& file : folder.files) compiled.files.push_back(name + "/" + file.name);
    for (const CatalogueEntry& entry : entries_of(folder)) {
        if (!only.empty() && only.count(entry.id) == 0) continue;
        const Place place = entry.node.key_place();
        const std::string_view slice = slice_of(sources[place.file], place.line, next_line(entry.node));
        const auto file = std::find_if(folder.files.begin(), folder.files.end(),
                                       [&](const CatalogueFile& one) { return one.source == place.file; });
        EmbeddedEntry row{};
        row.offset = append(compiled.text, slice);
        row.length = static_cast<std::uint32_t>(slice.size());
        row.file = static_cast<std::uint32_t>(file - folder.files.begin());
        row.line = place.line;
        row.section = entry.section;
        freeze_entry(entry.node, slice, row, compiled);
        named.emplace_back(entry.id, row);
        row.alias = true;
        for (const Node alias : aliases_of(entry.node)) named.emplace_back(alias.text(), row);
    }
    std::sort(named.begin(), named.end(), [](const auto& a, const auto& b) {
        return std::pair(a.second.section, a.first) < std::pair(b.second.section, b.first);
    });
    for (auto& [id, row] : named) {
        row.id_offset = append(compiled.text, id);
        row.id_length = static_cast<std::uint32_t>(id.size());
        compiled.rows.push_back(row);
    }
    return compiled;
}

std::string bytes_of(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += std::to_string(static_cast<int>(static_cast<signed char>(text[i])));
        out += i % 32 == 31 ? ",\n" : ",";
    }
    return out;
}

std::string source_code(const Compiled& compiled, std::string_view digest) {
    constexpr std::string_view sections[] = {"hardware", "grid",  "region", "datacentre",
                                             "source",   "model", "rating"};
    std::string out =
        "// Generated by lca-catalogue.\n#include \"models/catalog/embedded.hpp\"\n\nnamespace lca "
        "{\nnamespace {\n\n"
        "constexpr char text[] = {\n" +
        bytes_of(compiled.text) + "};\n\nconstexpr EmbeddedEntry rows[] = {\n";
    for (const EmbeddedEntry& row : compiled.rows) {
        out += fmt::format("{{{},{},{},{},{},{},{},{},Section::{},{}}},\n", row.id_offset, row.id_length,
                           row.offset, row.length, row.file, row.line, row.node, row.nodes,
                           sections[static_cast<std::size_t>(row.section)], row.alias);
    }
    out += "};\n\nconstexpr FrozenNode nodes[] = {\n";
    constexpr std::string_view kinds[] = {"text", "list", "map"};
    for (const FrozenNode& node : compiled.nodes) {
        out += fmt::format("{{{},{},{},{},{},{},{},{},Kind::{},{}}},\n", node.text, node.key, node.size,
                           node.key_size, node.line, node.column, node.key_line, node.key_column,
                           kinds[static_cast<std::size_t>(node.kind)], node.quoted);
    }
    out += "};\n\nconstexpr std::string_view files[] = {\n";
    for (const std::string& file : compiled.files) out += fmt::format("\"{}\",\n", file);
    out += fmt::format(
        "}};\n\nconstexpr EmbeddedCatalogue catalogue{{{{text, sizeof text}}, nodes, rows, files, "
        "\"{}\"}};\n\n"
        "}}  // namespace\n\nconst EmbeddedCatalogue& embedded_catalogue() {{\n    return "
        "catalogue;\n}}\n\n}}  // namespace lca\n",
        digest);
    return out;
}

/// The last folder of a path, "hardware_db" for "here/hardware_db/"; messages begin file names with it.
std::string last_part(const std::string& path) {
    const std::size_t end = path.find_last_not_of('/') + 1;
    const std::size_t slash = path.substr(0, end).find_last_of('/');
    return path.substr(slash + 1, end - slash - 1);
}

int run(const std::string& path, const std::string& out, const Ids& only) {
    Sources sources;
    Diagnostics diagnostics;
    const CatalogueFolder folder = read_folder(path, sources, diagnostics);
    const std::vector<CatalogueEntry> entries = entries_of(folder);
    check_unique(entries, diagnostics);
    std::set<std::pair<Section, std::string_view>> names;
    for (const CatalogueEntry& entry : entries) {
        names.emplace(entry.section, entry.id);
        if (const auto parts = region_year(entry.id)) names.emplace(entry.section, parts->region);
        for (const Node alias : aliases_of(entry.node)) names.emplace(entry.section, alias.text());
    }
    const Known known = [&](Section section, std::string_view id) { return names.count({section, id}) > 0; };
    check_entries(entries, known, Rules::built_in, sources, diagnostics);
    std::fputs(render(diagnostics, sources).c_str(), stderr);
    if (diagnostics.has_errors()) return 2;
    for (const std::string_view id : only) {
        const bool known_id = std::any_of(entries.begin(), entries.end(),
                                          [&](const CatalogueEntry& entry) { return entry.id == id; });
        if (!known_id) throw InputError(fmt::format("no entry is called `{}`", id));
    }
    const std::string name = last_part(path);
    write_file(out, source_code(compile_entries(name, folder, only, sources), folder.digest));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: lca-catalogue FOLDER OUT.cpp [ID...]\n", stderr);
        return 2;
    }
    try {
        return run(argv[1], argv[2], Ids(argv + 3, argv + argc));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "lca-catalogue: %s\n", error.what());
        return 2;
    }
}
