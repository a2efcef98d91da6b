#pragma once
// Whether the figures of a scenario show what its boundary names. What they do not show is a gap of the
// total.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "models/resolve/electricity_use.hpp"
#include "models/resolve/embodied.hpp"
#include "models/results/results.hpp"

namespace lca::compile_detail {

/// The rules. A life-cycle stage of hardware is provided where every embodied figure in use includes that
/// stage; a single figure that is not broken down counts as of manufacturing only. `use` is provided where
/// every activity has a dynamic or an idle figure, `cooling` where every site whose electricity counts has a
/// PUE that is not the default, or its figures include it. Accelerators, hosts, networks, storage and
/// buildings are provided where hardware of that kind (or a line of that name) has an embodied figure; for
/// accelerators and hosts the dynamic figures must show their energy, too. Each measure is checked by itself.
class BoundaryCheck {
public:
    explicit BoundaryCheck(const Boundary& stated) : stated_(stated) {}

    /// An activity that counts in sums, with what was found for it.
    struct ActivityView {
        const Activity& activity;
        const ResolvedSystem* machine;  // null: no system
        const EmbodiedPhase& embodied;
        const ElectricPhases& electric;
        bool pue_is_stated = false;
    };
    void look_at(const ActivityView& seen);
    /// The embodied impact of a system that no activity carries.
    void look_at(const ResolvedSystem& machine, const EmbodiedPhase& rest);
    /// Adds the gaps and the report of the boundary to the results; called after all activities.
    void finish(Results& results) const;

private:
    /// Measures (bits) that a part is shown in, and why it is not in others.
    struct State {
        std::uint32_t shown = 0;
        std::map<std::string, std::uint32_t> lacking = {};
    };
    State& of(BoundaryItem part) { return states_[static_cast<std::size_t>(part)]; }
    void look_at_stages(const EmbodiedLine& line);
    void check_equipment(const ResolvedSystem* machine, const EmbodiedLine& line);
    void look_at_use(const ActivityView& seen);
    void look_at_cooling(const ActivityView& seen);
    void look_at_energy(const ActivityView& seen);
    void add_gap(BoundaryItem part, std::uint32_t measures, std::string reason, Results& results) const;

    const Boundary& stated_;
    std::array<State, boundary_item_names.size()> states_;
    std::map<std::string, StagesShown, std::less<>> hardware_;
};

}  // namespace lca::compile_detail
