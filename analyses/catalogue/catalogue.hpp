#pragma once
// What the catalogue holds: its entries listed, searched by words, and shown one by one with figures and
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

/// Entries of one section, by id.
struct CatalogueList {
    Section section = Section::hardware;
    std::vector<Listed> entries;
};

/// The embodied impacts of one piece of hardware, and the entries of its kind that are most like it.
struct HardwareDetails {
    struct Sibling {
        ShownEntry entry;
        std::vector<EmbodiedComponent> parts;
    };
    std::vector<EmbodiedComponent> parts;  // of one; empty where it is bought by amount
    std::vector<Sibling> siblings;         // nearest first
};

/// Entries with all their figures. Refers to the sources of its session, which must outlive it.
struct CatalogueEntries {
    std::vector<ShownEntry> entries;        // in the order asked for; a region with its years, newest first
    std::vector<HardwareDetails> hardware;  // of each entry; empty in other sections
    /// Names that are neither an id nor an alias but match exactly one entry, and the id they were taken as.
    std::vector<std::pair<std::string, std::string>> taken_as;
    const Sources* sources = nullptr;
};

CatalogueList list_catalogue(Session& session, Section section);

/// The entries whose id, name, kind or aliases contain every word. Throws InputError where there is none.
CatalogueList search_catalogue(Session& session, Section section, std::string_view words);

/// The entries of ids or aliases, or of names that match exactly one entry; `session` must have no fault yet.
/// Throws InputError for one that does not exist.
CatalogueEntries show_catalogue(Session& session, Section section, std::span<const std::string> ids);

/// The subcommand for a section: "hardware", "grid", "datacentre".
std::string_view command_of(Section section);

/// The answers in every form; refer to what they are made of.
Report report_of(const CatalogueList& list);
Page page_of(const CatalogueList& list);
Records records_of(const CatalogueList& list);
std::string json_of(const CatalogueList& list);

Report report_of(const CatalogueEntries& shown);
Page page_of(const CatalogueEntries& shown);
Records records_of(const CatalogueEntries& shown);
std::string json_of(const CatalogueEntries& shown);

}  // namespace lca
