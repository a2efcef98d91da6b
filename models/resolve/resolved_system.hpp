#pragma once
// A system as formulas use it: the footprints of its parts, accelerators per node, lifetime, utilisation.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/catalog/hardware_store.hpp"
#include "models/resolve/footprint.hpp"
#include "models/resolve/node_power.hpp"
#include "models/resolve/site_resolver.hpp"

namespace lca {

/// The footprint of one component of a system: of all its items together.
struct BuiltComponent {
    std::string name;               // id of the hardware
    ImpactByLifeCycleStage impact;  // of all items in a node, or of all shared items
    std::optional<Expr<unit::Time>> lifetime;
    /// Impact / (lifetime × utilisation of the system): for a part of a node; for a shared part.
    FootprintByLifeCycleStage<unit::ImpactPerNodeTime> per_node_time;
    FootprintByLifeCycleStage<unit::ImpactPerTime> per_time;
    FootprintByLifeCycleStage<unit::Impact>
        over_period;     // of all nodes; instead of the two above, if the system has a period
    std::string reason;  // why impact or lifetime is not known; "" if both are
    HardwareKind kind = HardwareKind::other;
    bool holds_accelerators = false;  // whether its figures include accelerators
    bool from_file = false;           // stated or overridden in the scenario file
    EmbodiedBasis basis = {};         // what its embodied figures cover
};

struct ResolvedSystem {
    std::string id;
    std::optional<std::size_t> site;
    std::optional<Expr<unit::Nodes>> nodes;
    std::optional<Expr<unit::Time>> period;
    std::optional<Expr<unit::Time>> lifetime;     // if any part uses the system's lifetime
    std::optional<Expr<unit::None>> utilisation;  // empty if there is a period, which makes it unneeded
    std::vector<BuiltComponent> parts;            // of one node
    std::vector<BuiltComponent> shared;           // shared by all nodes
    std::optional<Expr<unit::DevicesPerNode>> accelerators;  // empty if there are none
    const Hardware* accelerator = nullptr;                   // a kind of accelerator in a node; null: none
    bool mixed_accelerators = false;                         // several kinds: no default for peak and power
    resolve::NodePower power;                                // of a node, from the catalogue
    const System* stated = nullptr;

    /// The part of a node, or shared part, with this hardware id; null if there is none.
    const BuiltComponent* find(std::string_view name) const;
};

/// Resolves systems, each of them once.
class SystemResolver {
public:
    SystemResolver(ValueRecorder& values, const Scenario& scenario)
        : values_(values),
          scenario_(scenario),
          hardware_(values.catalog(), scenario, values.sources(), values.diagnostics()) {}
    const ResolvedSystem& at(std::size_t system);
    /// Reports errors in the file's hardware that no system uses.
    void check_unused_hardware() { hardware_.read_unused(); }

private:
    ResolvedSystem compile(const System& system);
    /// A component with the number of its items, its lifetime and how deeply it is nested in other hardware.
    struct ComponentInContext {
        const Component& part;
        std::optional<Expr<unit::None>> count;
        Value<unit::Time> lifetime;         // of the part or else the system, in the file
        Value<unit::Time> parent_lifetime;  // of the hardware that contains it
        int depth = 0;
    };
    void build(const ComponentInContext& placed, std::vector<BuiltComponent>& built);
    void divide_by_time_in_use(ResolvedSystem& resolved);
    void spread_over_period(ResolvedSystem& resolved);
    void build_own(const ComponentInContext& placed, const Hardware& hardware,
                   std::vector<BuiltComponent>& built);
    std::optional<Expr<unit::None>> times(std::optional<Expr<unit::None>> outer,
                                          const Value<unit::None>& inner);
    void count_accelerators(const System& system, ResolvedSystem& resolved);
    void add_accelerators(const Hardware& hardware, std::optional<Expr<unit::None>> count,
                          ResolvedSystem& resolved, int depth);

    ValueRecorder& values_;
    const Scenario& scenario_;
    HardwareStore hardware_;
    std::map<std::size_t, ResolvedSystem> known_;
};

}  // namespace lca
