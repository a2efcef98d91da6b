#pragma once
// The catalogue compiled into the program: its text, the parsed trees and an index into both, all of them
// constants.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "lca/document/prebuilt_tree.hpp"
#include "models/catalog/listed.hpp"

namespace lca {

/// One id or alias and the position of its entry; rows are sorted by section, then by the bytes of the id.
/// Offsets instead of string_views, which are slow to compile.
struct EmbeddedEntry {
    std::uint32_t id_offset, id_length;  // position in `text`
    std::uint32_t offset, length;  // the entry's YAML in `text`: "id: {…}" from the line where its key starts
    std::uint32_t file, line;      // where the entry is written: index in `files`, line
    std::uint32_t node, nodes;     // the entry's tree in `nodes`: index of its first node, and their number
    Section section;
    bool alias;
};

struct EmbeddedCatalogue {
    std::string_view text;  // YAML of entries; ids; values whose YAML has escapes or line breaks, as read
    std::span<const FrozenNode> nodes;
    std::span<const EmbeddedEntry> entries;
    std::span<const std::string_view> files;  // "hardware_db/accelerators.yaml"
    std::string_view digest;                  // SHA-256 over all files, in lower-case hexadecimal
};

}  // namespace lca
