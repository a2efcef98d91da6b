#pragma once
// Files of a catalogue: of hardware_db/ when the program is built, of a `--hardware-db` folder when added.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/catalog/embedded.hpp"

namespace lca {

struct CatalogueFile {
    std::string name;          // path relative to the folder
    std::uint32_t source = 0;  // index of the text in Sources
    std::unique_ptr<Document> document;
};

struct CatalogueFolder {
    std::vector<CatalogueFile> files;  // sorted by name; other files than *.yaml are ignored
    std::string digest;                // SHA-256 over names and bytes of the files, in lower-case hexadecimal
};

/// Reads all *.yaml files in and below a folder and checks each against the schema. Throws FileError (no such
/// folder, unreadable file) and InputError (no *.yaml file).
CatalogueFolder read_folder(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// One entry of a catalogue file.
struct CatalogueEntry {
    Section section;
    std::string_view id;
    Node node;
};
/// All entries in the order of files and lines, without those that have an error.
std::vector<CatalogueEntry> entries_of(const CatalogueFolder& folder);

/// The key of a section in a catalogue file, such as "grids".
std::string_view section_key(Section section);

/// The nodes in the list `aliases` of an entry.
std::vector<Node> aliases_of(Node entry);

}  // namespace lca
