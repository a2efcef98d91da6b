#pragma once
// Checks whether figures of a scenario cover the items that its boundary names. An item that they do not
// cover is a gap in the total.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "models/resolve/electricity_use.hpp"
#include "models/resolve/embodied.hpp"
#include "models/results/results.hpp"

namespace lca::compile_detail {

/// When an item of the boundary counts as provided. A life-cycle stage: every embodied figure in use includes
/// that stage; one that is not broken down by stage counts as manufacturing only. `use`: every activity has a
/// dynamic or an idle figure. `cooling`: for every activity that uses electricity, the PUE is stated, or its
/// figures include it. Accelerators, hosts, networks, storage, buildings: hardware of that kind (or an entry
/// of that name) has an embodied figure; for accelerators and hosts the dynamic figures must also cover their
/// power. Each impact and electricity are checked separately.
class BoundaryCheck {
public:
    explicit BoundaryCheck(const Boundary& stated) : stated_(stated) {}

    /// An activity with `include: true`, and what was calculated for it.
    struct ActivityView {
        const Activity& activity;
        const ResolvedSystem* system;  // null: the activity has no system
        const EmbodiedPhase& embodied;
        const ElectricPhases& electric;
        bool pue_is_stated = false;
    };
    void look_at(const ActivityView& seen);
    /// Takes into account the embodied impact of a system that is not allocated to any activity.
    void look_at(const ResolvedSystem& system, const EmbodiedPhase& rest);
    /// Adds the gaps and the report on the boundary to the results; call it after all activities.
    void finish(Results& results) const;

private:
    /// In which measures (as bits) an item is covered, and for the others the reasons why not.
    struct State {
        std::uint32_t shown = 0;
        std::map<std::string, std::uint32_t> lacking = {};
    };
    State& of(BoundaryItem part) { return states_[static_cast<std::size_t>(part)]; }
    void look_at_stages(const EmbodiedLine& line);
    void check_equipment(const ResolvedSystem* system, const EmbodiedLine& line);
    void look_at_use(const ActivityView& seen);
    void look_at_cooling(const ActivityView& seen);
    void look_at_energy(const ActivityView& seen);
    void add_gap(BoundaryItem part, std::uint32_t measures, std::string reason, Results& results) const;

    const Boundary& stated_;
    std::array<State, boundary_item_names.size()> states_;
    std::map<std::string, StagesShown, std::less<>> hardware_;
};

}  // namespace lca::compile_detail
