#pragma once
// What a study states in the words of standards: which items are inside its boundary (and whether its figures
// cover them), and whose inventory it is.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lca/calc/step.hpp"

namespace lca {

/// The items that a boundary may name: first life-cycle stages, then kinds of equipment.
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
inline constexpr std::size_t boundary_stage_count = 4;  // how many items are life-cycle stages

constexpr std::string_view to_string(BoundaryItem part) {
    return boundary_item_names[static_cast<std::size_t>(part)];
}

/// The boundary as stated in the file.
struct Boundary {
    std::vector<BoundaryItem> parts;  // each once, stages first
    std::string gwp;                  // "AR6", or "" where none is stated
    std::string cut_off;
};

/// What an embodied figure covers, the method by which it was found, and the characterisation of its impacts
/// (`gwp`: of climate change; `reserves`: of abiotic depletion; `energy`: of primary energy); "" if not
/// stated. The values are words of the language: "cradle_to_gate", "vendor", "AR5", "ultimate", "total".
struct EmbodiedBasis {
    std::string covers, method, gwp, reserves, energy;

    bool known() const { return !covers.empty() && !method.empty(); }
    friend bool operator==(const EmbodiedBasis&, const EmbodiedBasis&) = default;
};
/// Whether two figures differ in their coverage or in their method, if both state it.
inline bool unlike(const EmbodiedBasis& a, const EmbodiedBasis& b) {
    const auto differ = [](const std::string& one, const std::string& other) {
        return !one.empty() && !other.empty() && one != other;
    };
    return differ(a.covers, b.covers) || differ(a.method, b.method);
}

/// In words: "cradle to gate by the vendor's own footprint"; "what it covers is not stated" if not stated.
std::string in_words(const EmbodiedBasis& basis);

/// Hardware whose embodied figure is part of results.
struct HardwareBasis {
    std::string of, kind;  // id of the hardware; its kind, such as "accelerator"
    EmbodiedBasis basis;
};

/// The purchase of a whole system: its embodied impact, which an inventory reports in the year of purchase.
struct Purchase {
    std::string system;
    StepId step = no_step;             // climate change; no_step: not assessed
    std::vector<std::string> missing;  // ids of hardware without a figure
};

/// The life-cycle stages that the embodied figure of some hardware (or a stated figure) includes.
struct StagesShown {
    std::string of;                   // id of the hardware; "" for a stated figure
    std::array<bool, 3> stages = {};  // for climate change, in the order of Results::life_cycle_stages()
    bool not_by_stage = false;        // one figure, not by stage: counted as manufacturing
};

/// What results say about the boundary: as stated, the items that figures cover, and those that they do not.
struct BoundaryReport {
    Boundary stated;
    std::vector<BoundaryItem> provided, not_provided;
    std::vector<StagesShown> hardware;
};

/// Whether the inventory is that of the machines' owner, who powers them, or of a customer who buys use.
enum class Role : std::uint8_t { owner, customer };

/// A grid whose figures are used for a region in the file that has none of its own in the catalogue.
struct ProxyGrid {
    std::string path;     // "sites.here.grid"
    std::string message;  // "`aws/us-west-2` has no figures of its own: those of Oregon (US-OR/2022)"
};

/// The accounting basis of the intensity of a grid ("FRA/2025"); see IntensityBasis.
/// `imports`: "counted" if it is of electricity as consumed, "not_counted" if of what a place generates; ""
/// if not known.
struct GridBasis {
    std::string grid, basis, kind, gas, gwp = {}, imports = {};
};
/// In words, without what is not stated: "life cycle, average, all greenhouse gases".
std::string in_words(const GridBasis& basis);
/// "Intensities of unlike accounting are added up: life cycle, average (FRA/2025) and marginal
/// (sites.a.grid)."; "" if all are of one basis, kind and gas, as far as is stated.
std::string mixed_bases_note(const std::vector<GridBasis>& bases);

/// "The effect of a change is computed with an average intensity (FRA/2025); …"; "" if none is an average.
std::string average_note(const std::vector<GridBasis>& bases);

/// The same, if a change of the input at `path` moves electricity to another place, time or grid; else "".
std::string average_note_for(std::string_view path, const std::vector<GridBasis>& bases);

/// Whether the water figure of a site counts water consumption or withdrawal.
struct WaterBasis {
    std::string of;      // "sites.here.wue" or the data centre, "aws/2024"
    std::string counts;  // "consumption", "withdrawal", or "" where not stated
};

}  // namespace lca
