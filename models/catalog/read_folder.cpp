// Reads the YAML files of a folder, in the order of their names.

#include "models/catalog/read_folder.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "lca/base/digest.hpp"
#include "lca/base/file.hpp"
#include "lca/base/text.hpp"
#include "lca/document/load.hpp"
#include "models/language/schema.hpp"

namespace lca {
namespace {

constexpr Section all_sections[] = {Section::hardware, Section::grid,  Section::region, Section::datacentre,
                                    Section::source,   Section::model, Section::rating};
constexpr std::size_t max_files = 1000;

std::vector<std::string> yaml_files(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        throw FileError(fmt::format("{}: not a folder", shown(path)));
    }
    std::vector<std::string> names;
    for (fs::recursive_directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() != ".yaml" || at->is_directory(error)) continue;
        names.push_back(fs::path(at->path()).lexically_relative(path).generic_string());
        if (names.size() > max_files) {
            throw InputError(fmt::format("{}: more than {} files", shown(path), max_files));
        }
    }
    if (error) throw FileError(fmt::format("{}: {}", shown(path), error.message()));
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

std::string_view to_string(Section section) {
    switch (section) {
        case Section::hardware:
            return "hardware";
        case Section::grid:
            return "grid";
        case Section::region:
            return "region";
        case Section::datacentre:
            return "data centre";
        case Section::source:
            return "source";
        case Section::model:
            return "model";
        case Section::rating:
            return "rating";
    }
    return "";
}

std::string_view section_key(Section section) {
    switch (section) {
        case Section::hardware:
            return "hardware";
        case Section::grid:
            return "grids";
        case Section::region:
            return "regions";
        case Section::datacentre:
            return "datacentres";
        case Section::source:
            return "sources";
        case Section::model:
            return "models";
        case Section::rating:
            return "ratings";
    }
    return "";
}

CatalogueFolder read_folder(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
    CatalogueFolder folder;
    std::string names_and_digests;
    for (std::string& name : yaml_files(path)) {
        const std::uint32_t source = sources.size();
        const std::string separator = path.ends_with('/') ? "" : "/";
        auto document =
            load_file(path + separator + name, sources, diagnostics, {.kind = Source::Kind::catalogue});
        names_and_digests += fmt::format("{}\n{}\n", name, sources[source].sha256);
        if (!document) continue;
        check(*document, catalogue_type(), diagnostics);
        folder.files.push_back({std::move(name), source, std::move(document)});
    }
    if (names_and_digests.empty())
        throw InputError(fmt::format("{}: no .yaml file in this folder", shown(path)));
    folder.digest = sha256(names_and_digests);
    return folder;
}

std::vector<CatalogueEntry> entries_of(const CatalogueFolder& folder) {
    std::vector<CatalogueEntry> entries;
    for (const CatalogueFile& file : folder.files) {
        const Node root = file.document->root();
        if (!root || !root.is_map()) continue;
        for (const Section section : all_sections) {
            const Node entries_node = root.find(section_key(section));
            if (!entries_node || !entries_node.is_map()) continue;
            for (const Node entry : entries_node.children()) {
                if (!entry.faulty() && entry.is_map()) entries.push_back({section, entry.key(), entry});
            }
        }
    }
    return entries;
}

std::vector<Node> aliases_of(Node entry) {
    std::vector<Node> aliases;
    const Node list = entry.find("aliases");
    if (!list || !list.is_list()) return aliases;
    for (const Node alias : list.children()) {
        if (alias.is_text() && !alias.faulty()) aliases.push_back(alias);
    }
    return aliases;
}

}  // namespace lca
