// A row of the index leads to a slice of the text, which is read by the loader that reads files.

#include "models/catalog/slices.hpp"

#include <algorithm>
#include <string>

#include "lca/document/load.hpp"

namespace lca {

std::span<const EmbeddedEntry> Slices::rows(Section section) const {
    if (!catalogue_) return {};
    const auto entries = catalogue_->entries;
    const auto before = [](const EmbeddedEntry& row, Section wanted) { return row.section < wanted; };
    const auto after = [](Section wanted, const EmbeddedEntry& row) { return wanted < row.section; };
    const auto first = std::lower_bound(entries.begin(), entries.end(), section, before);
    const auto last = std::upper_bound(first, entries.end(), section, after);
    return {first, last};
}

const EmbeddedEntry* Slices::row(Section section, std::string_view id) const {
    const auto of_section = rows(section);
    const auto before = [this](const EmbeddedEntry& row, std::string_view wanted) {
        return this->id(row) < wanted;
    };
    const auto found = std::lower_bound(of_section.begin(), of_section.end(), id, before);
    if (found == of_section.end() || this->id(*found) != id) return nullptr;
    return &*found;
}

Node Slices::read(const EmbeddedEntry& row) {
    const auto known = read_.find(row.offset);
    if (known != read_.end()) return known->second.node;
    const std::uint32_t source = sources_.add({.name = std::string(catalogue_->files[row.file]),
                                               .text = std::string(text(row.offset, row.length)),
                                               .sha256 = {},
                                               .first_line = row.line,
                                               .kind = Source::Kind::catalogue});
    Slice slice{load_text(source, sources_, diagnostics_), Node()};
    if (slice.document && slice.document->root().is_map() && slice.document->root().size() == 1) {
        slice.node = *slice.document->root().children().begin();
    }
    return read_.emplace(row.offset, std::move(slice)).first->second.node;
}

}  // namespace lca
