#pragma once
// What a study states in the words of standards: what lies inside its boundary (and what its figures show of
// that), and whose inventory it is.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lca/calc/step.hpp"

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

/// What an embodied figure covers, by which method it was found, and which characterisation its impacts use
/// (`gwp`: climate change; `reserves`: abiotic depletion; `energy`: primary energy); "" where not stated.
/// Values are those of the language: "cradle_to_gate", "vendor", "AR5", "ultimate", "total".
struct EmbodiedBasis {
    std::string covers, method, gwp, reserves, energy;

    bool known() const { return !covers.empty() && !method.empty(); }
    friend bool operator==(const EmbodiedBasis&, const EmbodiedBasis&) = default;
};
/// Whether both state a coverage, or both a method, and state different ones.
inline bool unlike(const EmbodiedBasis& a, const EmbodiedBasis& b) {
    const auto differ = [](const std::string& one, const std::string& other) {
        return !one.empty() && !other.empty() && one != other;
    };
    return differ(a.covers, b.covers) || differ(a.method, b.method);
}

/// "cradle to gate by the vendor's own footprint"; "what it covers is not stated" where nothing is stated.
std::string in_words(const EmbodiedBasis& basis);

/// A piece of hardware whose embodied figure enters results.
struct HardwareBasis {
    std::string of, kind;  // its id, "accelerator"
    EmbodiedBasis basis;
};

/// A system as a whole purchase: its embodied impact, which an inventory books in the year it was bought.
struct Purchase {
    std::string system;
    StepId step = no_step;             // climate change; no_step: not assessed
    std::vector<std::string> missing;  // hardware without a figure
};

/// Life-cycle stages that the embodied figure of hardware (or a stated line) includes.
struct StagesShown {
    std::string of;
    std::array<bool, 3> stages = {};  // of Results::life_cycle_stages(), for climate change
    bool not_by_stage = false;        // a single figure, counted as manufacturing
};

/// What results say of the boundary: as stated, which of its items figures exist for, and for which not.
struct BoundaryReport {
    Boundary stated;
    std::vector<BoundaryItem> provided, not_provided;
    std::vector<StagesShown> hardware;
};

/// Whether one owns (and powers) the machines, or buys their use.
enum class Role : std::uint8_t { owner, customer };

/// A grid whose figures were taken for a region of the file that has none of its own.
struct ProxyGrid {
    std::string path;     // "sites.here.grid"
    std::string message;  // "`aws/us-west-2` has no figures of its own: those of Oregon (US-OR/2022)"
};

/// What the intensity of a grid ("FRA/2025") counts, as IntensityBasis says it.
struct GridBasis {
    std::string grid, basis, kind, gas, gwp = {};
};

/// "The effect of a change is computed with an average intensity (FRA/2025); …"; "" where none is an average.
std::string average_note(const std::vector<GridBasis>& bases);

/// Whether the water that a site uses is what it consumes or what it withdraws.
struct WaterBasis {
    std::string of;      // "sites.here.wue" or the data centre, "aws/2024"
    std::string counts;  // "consumption", "withdrawal", or "" where not stated
};

}  // namespace lca
