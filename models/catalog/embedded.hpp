#pragma once
// The catalogue as it is compiled into the program: one text, its trees and an index into both, all
// constants.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "lca/document/prebuilt_tree.hpp"
#include "models/catalog/listed.hpp"

namespace lca {

/// One id or alias and the position of its entry. Sorted by section, then id (bytewise). Offsets, because
/// string_views are slow to compile.
struct EmbeddedEntry {
    std::uint32_t id_offset, id_length;  // in `text`
    std::uint32_t offset, length;  // of the entry's YAML in `text`: "id: {…}" from the line its key starts on
    std::uint32_t file, line;      // file: index into `files`
    std::uint32_t node, nodes;     // the entry's tree: the first of its nodes and how many
    Section section;
    bool alias;
};

struct EmbeddedCatalogue {
    std::string_view text;  // slices, texts that are written otherwise (escapes, broken lines), ids
    std::span<const FrozenNode> nodes;
    std::span<const EmbeddedEntry> entries;
    std::span<const std::string_view> files;  // "hardware_db/accelerators.yaml"
    std::string_view digest;                  // SHA-256 over all files, lower-case hex
};

}  // namespace lca
