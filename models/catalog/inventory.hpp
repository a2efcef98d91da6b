#pragma once
// What the catalogue holds, counted: by kind, licence, age and status, and what entries lack.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/catalog/cloud_regions.hpp"

namespace lca {

/// Entries of one kind ("accelerator", "grid, life_cycle") and their figures.
struct KindCount {
    std::size_t entries = 0, figures = 0;
    std::size_t uncertain = 0;   // figures with an uncertainty
    int oldest = 0, newest = 0;  // years of the entries; 0 where none states one
};

/// How many entries of a kind have a figure that a complete one would have.
struct Coverage {
    std::string kind, figure;
    std::size_t have = 0, of = 0;
};

/// An instance that lacks its power or its embodied figure, and the parts that lack it; "" where it is known.
struct IncompleteInstance {
    std::string id, power, embodied;
};

struct Inventory {
    std::size_t entries = 0, figures = 0, publications = 0;  // publications are not entries here
    std::map<std::string, KindCount> kinds;
    std::vector<Coverage> coverage;
    /// Publications and figures, counted by a property of the publication.
    struct Counted {
        std::size_t publications = 0, figures = 0;
    };
    std::map<std::string, Counted> licences;    // "CC BY 4.0"
    std::map<std::string, Counted> read;        // how it was read: "the document was read"
    std::map<int, Counted> published;           // the last year a publication covers; 0 where none is stated
    std::map<std::string, std::size_t> status;  // figures: "printed", "inferred", …
    /// Entries by the year they stand for: hardware, grids, data centres.
    struct Years {
        std::size_t hardware = 0, grids = 0, datacentres = 0;
    };
    std::map<int, Years> years;
    std::vector<CloudRegion> regions;
    std::vector<IncompleteInstance> incomplete_instances;
    /// Models of manufacture and tables of generation, with the note of their entry.
    struct Model {
        std::string id, name, note;
    };
    std::vector<Model> models;
};

/// Reads every entry of the catalogue and counts.
Inventory take_inventory(Catalog& catalog);

}  // namespace lca
