#pragma once
// Counts of the catalogue: by kind, licence, age and status, and which figures are missing.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/catalog/cloud_regions.hpp"

namespace lca {

/// Number of entries of one kind ("accelerator", "grid, life_cycle") and of their figures.
struct KindCount {
    std::size_t entries = 0, figures = 0;
    std::size_t uncertain = 0;   // figures that state an uncertainty
    int oldest = 0, newest = 0;  // years of the entries; 0 if none states a year
};

/// In how many entries of a kind (`have` out of `of`) a figure that a complete entry should have is known.
struct Coverage {
    std::string kind, figure;
    std::size_t have = 0, of = 0;
};

/// An instance whose power or embodied impact is not known: the parts that lack it, "" for what is known.
struct IncompleteInstance {
    std::string id, power, embodied;
};

struct Inventory {
    std::size_t entries = 0, figures = 0, publications = 0;  // `entries` does not count publications
    std::map<std::string, KindCount> kinds;
    std::vector<Coverage> coverage;
    /// Number of publications with some property, and of the figures taken from them.
    struct Counted {
        std::size_t publications = 0, figures = 0;
    };
    std::map<std::string, Counted> licences;    // "CC BY 4.0"
    std::map<std::string, Counted> read;        // by how the publication was read: "the document was read"
    std::map<int, Counted> published;           // by the last year that a publication covers; 0: not stated
    std::map<std::string, std::size_t> status;  // number of figures by status: "printed", "inferred", …
    /// Number of entries by the year that they describe: hardware, grids, data centres.
    struct Years {
        std::size_t hardware = 0, grids = 0, datacentres = 0;
    };
    std::map<int, Years> years;
    std::vector<CloudRegion> regions;
    std::vector<IncompleteInstance> incomplete_instances;
    /// A model of manufacture or table of electricity generation in the catalogue, with its entry's note.
    struct Model {
        std::string id, name, note;
    };
    std::vector<Model> models;
};

/// Reads and counts every entry of the catalogue.
Inventory take_inventory(Catalog& catalog);

}  // namespace lca
