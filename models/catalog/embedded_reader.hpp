#pragma once
// Reads the entries of the built-in catalogue, each when it is first asked for.

#include <optional>
#include <unordered_map>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/catalog/embedded.hpp"

namespace lca::catalog {

/// Finds and reads entries in the embedded text. If `catalogue` is null, there are none.
class Slices {
public:
    Slices(const EmbeddedCatalogue* catalogue, Sources& sources) : catalogue_(catalogue), sources_(sources) {}

    /// The index row with exactly this id or alias, or null.
    const EmbeddedEntry* row(Section section, std::string_view id) const;
    /// The index rows of a section, sorted by id; aliases are among them.
    std::span<const EmbeddedEntry> rows(Section section) const;
    std::string_view id(const EmbeddedEntry& row) const { return text(row.id_offset, row.id_length); }
    /// The entry of an index row; the key of the node is the entry's id. Each entry is read once.
    Node read(const EmbeddedEntry& row);

private:
    std::string_view text(std::uint32_t offset, std::uint32_t length) const {
        return catalogue_->text.substr(offset, length);
    }

    const EmbeddedCatalogue* catalogue_;
    Sources& sources_;
    struct Slice {
        std::unique_ptr<Document> document;
        Node node;
    };
    std::unordered_map<std::uint32_t, Slice> read_;  // by the offset of the entry in the text
};

}  // namespace lca::catalog
