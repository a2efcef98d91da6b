#pragma once
// The entries of the catalogue: listed, searched by words, or shown one by one with their figures and
// sources.

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lca/page/report.hpp"
#include "models/catalog/listed.hpp"
#include "models/compile/session.hpp"

namespace lca {

/// Entries of one section, sorted by id.
struct CatalogueList {
    Section section = Section::hardware;
    std::vector<Listed> entries;
};

/// The embodied impacts of one piece of hardware, and the most similar entries of its kind.
struct HardwareDetails {
    struct Sibling {
        ShownEntry entry;
        std::vector<EmbodiedComponent> parts;
    };
    std::vector<EmbodiedComponent> parts;  // of one piece; empty for hardware bought by amount (memory)
    std::vector<Sibling> siblings;         // the most similar first
};

/// Entries with all their figures. Refers to the sources of its session, which must outlive it.
struct CatalogueEntries {
    std::vector<ShownEntry> entries;        // in the order asked for; of a region all years, newest first
    std::vector<HardwareDetails> hardware;  // of each entry; empty unless the section is hardware
    /// Names that are neither ids nor aliases but match exactly one entry: as given, and the id of that
    /// entry.
    std::vector<std::pair<std::string, std::string>> taken_as;
    const Sources* sources = nullptr;
};

CatalogueList list_catalogue(Session& session, Section section);

/// The entries with every word of `words` in id, name, kind or aliases. Throws InputError if there is none.
CatalogueList search_catalogue(Session& session, Section section, std::string_view words);

/// The entries with these ids or aliases, or names that match exactly one entry. `session` must not have an
/// error yet. Throws InputError for a name that matches no entry, or several.
CatalogueEntries show_catalogue(Session& session, Section section, std::span<const std::string> ids);

/// The name of the command that shows a section: "hardware", "grid", "datacentre".
std::string_view command_of(Section section);

/// The answers in every output form; they refer to the list or entries.
Report report_of(const CatalogueList& list);
Page page_of(const CatalogueList& list);
Records records_of(const CatalogueList& list);
std::string json_of(const CatalogueList& list);

Report report_of(const CatalogueEntries& shown);
Page page_of(const CatalogueEntries& shown);
Records records_of(const CatalogueEntries& shown);
std::string json_of(const CatalogueEntries& shown);

}  // namespace lca
