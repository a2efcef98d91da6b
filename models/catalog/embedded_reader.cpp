// An index row leads to the YAML of an entry, which messages quote,
// and to its tree, which was parsed when the program was built.

#include "models/catalog/embedded_reader.hpp"

#include <algorithm>
#include <string>

namespace lca::catalog {

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
    auto document = thaw(catalogue_->nodes.subspan(row.node, row.nodes), catalogue_->text, source, row.line);
    const Node entry = *document->root().children().begin();
    return read_.emplace(row.offset, Slice{std::move(document), entry}).first->second.node;
}

}  // namespace lca::catalog
