#pragma once
// Finding things in the catalogue: lists, search by words, and one entry with all its figures.

#include <string>
#include <string_view>
#include <vector>

#include "models/catalog/catalog.hpp"

namespace lca {

/// One entry in a list.
struct Listed {
    std::string id, kind,
        name;            // kind of hardware ("accelerator"), else "grid", "datacentre", "source", "model"
    int year = 0;        // 0: not said
    std::string source;  // one line
    std::vector<std::string> aliases;
    /// What a list shows of it: of a grid "41.44 gCO2e/kWh" (or "as FRA") and "life_cycle", of a data centre
    /// its PUE and its water, of anything else its kind.
    std::vector<std::string> shown;
};

/// All entries of a section, by id.
std::vector<Listed> list_entries(Catalog& catalog, Section section);
/// Those in whose id, name, kind or aliases every word of `words` stands.
std::vector<Listed> search_entries(Catalog& catalog, Section section, std::string_view words);

/// One figure of an entry, as the file gives it.
struct ShownFigure {
    std::string path;         // "power.idle", "embodied", "alternatives.0.embodied"
    std::string value;        // "50 W"
    std::string uncertainty;  // "triangular, low 45 W, high 50 W"; "" where none is stated
    std::string note, status;
    std::string source, licence, year;  // of the publication: one line, and two of its parts
    Place place;
};

/// One entry: what it is, and its figures.
struct ShownEntry {
    Listed entry;
    std::vector<std::pair<std::string, std::string>>
        facts;  // texts that are no figures: vendor, basis, url, note
    std::vector<ShownFigure> figures;
    Place place;
};

/// The entry of an id or alias; for a region or operator without a year, all its years, newest first
/// (and of a region its other impacts and losses); for a region that stands in another grid, that grid's
/// newest behind it. Empty where there is none.
std::vector<ShownEntry> show_entry(Catalog& catalog, Section section, std::string_view id);

/// Hardware of the same kind that stands beside it: of the same vendor first, then by how many letters the
/// ids begin with alike, then by nearness of year, then by id.
std::vector<ShownEntry> siblings(Catalog& catalog, std::string_view id, std::size_t count = 5);

}  // namespace lca
