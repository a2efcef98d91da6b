#pragma once
// What a study says of itself in the words of standards: what lies inside its boundary (and what its figures
// show of that), and whose inventory it is.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lca {

/// What a boundary may name: the life-cycle stages, then the things.
enum class BoundaryItem : std::uint8_t {
    manufacturing,
    transport,
    use,
    end_of_life,
    accelerators,
    host,
    network,
    storage,
    cooling,
    building
};
inline constexpr std::array<std::string_view, 10> boundary_item_names = {
    "manufacturing", "transport", "use",     "end_of_life", "accelerators",
    "host",          "network",   "storage", "cooling",     "building"};
inline constexpr std::size_t boundary_stage_count = 4;  // of them the life-cycle stages

constexpr std::string_view to_string(BoundaryItem part) {
    return boundary_item_names[static_cast<std::size_t>(part)];
}

/// The boundary as the file states it.
struct Boundary {
    std::vector<BoundaryItem> parts;  // each once, stages first
    std::string gwp;                  // "AR6", or "" where none is stated
    std::string cut_off;
};

/// Life-cycle stages that the embodied figure of hardware (or a stated line) includes.
struct StagesShown {
    std::string of;
    std::array<bool, 3> stages = {};  // of Results::life_cycle_stages(), for climate change
    bool not_by_stage = false;        // one figure, which counts as of manufacturing
};

/// What results say of the boundary.
struct BoundaryReport {
    Boundary stated;
    std::vector<BoundaryItem> provided, not_provided;
    std::vector<StagesShown> hardware;
};

/// Whether one owns (and powers) the machines, or buys their use.
enum class Role : std::uint8_t { owner, customer };

}  // namespace lca
