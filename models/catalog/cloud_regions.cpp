#include "models/catalog/cloud_regions.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "lca/document/node.hpp"
#include "models/catalog/find_grid.hpp"
#include "models/catalog/region.hpp"

namespace lca {
namespace {

constexpr std::array<std::string_view, 3> providers{"aws/", "azure/", "gcp/"};

bool is_cloud_region(std::string_view id) {
    return std::any_of(providers.begin(), providers.end(),
                       [&](std::string_view provider) { return id.starts_with(provider); });
}

/// Whether a grid is that of a country: an id of three letters (ISO 3166); those of its parts have a hyphen.
bool is_country(std::string_view grid) {
    const std::string_view region = grid.substr(0, grid.find('/'));
    return region.size() == 3 && std::all_of(region.begin(), region.end(), [](char letter) {
               return std::isupper(static_cast<unsigned char>(letter)) != 0;
           });
}

std::string said(Node node, std::string_view key) {
    const Node value = node.find(key);
    return value && value.is_text() ? std::string(value.text()) : std::string();
}

}  // namespace

std::vector<CloudRegion> cloud_regions(Catalog& catalog) {
    std::set<std::string> ids;
    for (const std::string& id : catalog.ids(Section::grid)) {
        if (!is_cloud_region(id)) continue;
        const auto of_year = region_year(id);
        ids.insert(of_year ? std::string(of_year->region) : id);
    }
    std::vector<CloudRegion> regions;
    for (const std::string& id : ids) {
        const auto grid = find_grid(catalog, id);
        if (!grid) continue;
        CloudRegion region{id, std::string(grid->id), said(grid->node(), "basis"), is_country(grid->id), {}};
        if (region.of_country) {
            const auto own = catalog.find(Section::grid, id);
            region.why = own ? said(own->node(), "note") : std::string();
            if (region.why.empty()) region.why = "the catalogue has no finer grid with a source";
        }
        regions.push_back(std::move(region));
    }
    return regions;
}

}  // namespace lca
