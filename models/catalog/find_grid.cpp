// Follows the key `grid` from entry to entry, for the year that is asked for.

#include "models/catalog/find_grid.hpp"

#include <fmt/core.h>

#include "lca/document/node.hpp"
#include "models/catalog/region.hpp"

namespace lca {

std::optional<FoundGrid> find_grid(Catalog& catalog, std::string_view id, std::optional<int> year) {
    constexpr int max_chain = 4;  // limit, because regions could refer to each other in a cycle
    std::string name(id), stands_for;
    for (int i = 0; i < max_chain; ++i) {
        const std::string full = year ? fmt::format("{}/{}", name, *year) : name;
        auto found = catalog.find(Section::grid, full);
        if (!found) {  // "aws/eu-west-3/2024": the year is that of the grid it uses
            const auto parts = region_year(full);
            if (!parts) return std::nullopt;
            found = catalog.find(Section::grid, parts->region);
            year = parts->year;
            if (!found || !found->node().find("grid")) return std::nullopt;
        }
        const Node stands_in = found->node().find("grid");
        if (!stands_in) return FoundGrid{*found, stands_for};
        if (stands_for.empty()) stands_for = std::string(found->id);
        name = std::string(stands_in.text());
    }
    return std::nullopt;
}

}  // namespace lca
