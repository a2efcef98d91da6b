#pragma once
// The files of a catalogue: hardware_db/ when it is compiled, a `--hardware-db` folder when it is added.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/catalog/embedded.hpp"

namespace lca {

struct CatalogueFile {
    std::string name;          // relative to the folder
    std::uint32_t source = 0;  // index in Sources
    std::unique_ptr<Document> document;
};

struct CatalogueFolder {
    std::vector<CatalogueFile> files;  // sorted by name; only those that are YAML
    std::string digest;                // SHA-256 over names and bytes, lower-case hex
};

/// Reads all *.yaml below a folder and checks each against the schema. Throws FileError (no folder,
/// unreadable file) and InputError (no such file in it).
CatalogueFolder read_folder(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// One entry of a catalogue file.
struct CatalogueEntry {
    Section section;
    std::string_view id;
    Node node;
};
/// All entries in the order of files and lines. Faulty ones are left out.
std::vector<CatalogueEntry> entries_of(const CatalogueFolder& folder);

/// The key of a section in a catalogue file: "grids".
std::string_view section_key(Section section);

/// The list of other names at an entry, as nodes.
std::vector<Node> aliases_of(Node entry);

}  // namespace lca
