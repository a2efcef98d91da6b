#pragma once
// A system as the formulas see it: parts with their footprints, accelerators per node, lifetime, utilisation.

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

/// The footprint of one item of a system: `count` of it, all together.
struct BuiltComponent {
    std::string name;        // the hardware's id
    StagedFootprint impact;  // all of the count (per node, or of what is shared)
    std::optional<Expr<unit::Time>> lifetime;
    /// The impact / (lifetime × utilisation of the system): of a part of a node; of a shared one.
    FootprintByStage<unit::ImpactPerNodeTime> per_node_time;
    FootprintByStage<unit::ImpactPerTime> per_time;
    FootprintByStage<unit::Impact>
        over_period;      // in place of these two, of all nodes: where the system has a period
    std::string missing;  // why there is no impact or lifetime; "" where there is
    HardwareKind kind = HardwareKind::other;
    bool holds_accelerators = false;  // which its figures contain
    bool from_file = false;           // or changed by it
    EmbodiedBasis basis = {};         // of its figures
};

struct ResolvedSystem {
    std::string id;
    std::optional<std::size_t> site;
    std::optional<Expr<unit::Nodes>> nodes;
    std::optional<Expr<unit::Time>> period;
    std::optional<Expr<unit::Time>> lifetime;     // where any part is kept as long as the system
    std::optional<Expr<unit::None>> utilisation;  // nothing where there is a period, which shows it
    std::vector<BuiltComponent> parts;            // of one node
    std::vector<BuiltComponent> shared;           // of the whole system
    std::optional<Expr<unit::DevicesPerNode>> accelerators;  // nothing in a node without accelerators
    const Hardware* accelerator = nullptr;                   // the one kind of accelerator in a node
    bool mixed_accelerators = false;                         // several kinds: no peak and no power by default
    resolve::NodePower power;                                // of a node, by the catalogue
    const System* system = nullptr;

    /// The part (of a node, or shared) of this name; null where there is none.
    const BuiltComponent* find(std::string_view name) const;
};

/// Makes ResolvedSystems, each once.
class SystemResolver {
public:
    SystemResolver(ValueRecorder& values, const Scenario& scenario)
        : values_(values),
          scenario_(scenario),
          hardware_(values.catalog(), scenario, values.sources(), values.diagnostics()) {}
    const ResolvedSystem& at(std::size_t system);
    /// Reports faults in the file's hardware that no system holds.
    void check_unused_hardware() { hardware_.read_unused(); }

private:
    ResolvedSystem compile(const System& system);
    /// A component with its count, its lifetime and its depth in other hardware.
    struct ComponentInContext {
        const Component& part;
        std::optional<Expr<unit::None>> count;
        Value<unit::Time> lifetime;         // of the part or the system
        Value<unit::Time> parent_lifetime;  // of the hardware it is in
        int depth = 0;
    };
    void build(const ComponentInContext& placed, std::vector<BuiltComponent>& built);
    void spread(ResolvedSystem& machine);
    void spread_over_period(ResolvedSystem& machine);
    void build_own(const ComponentInContext& placed, const Hardware& hardware,
                   std::vector<BuiltComponent>& built);
    std::optional<Expr<unit::None>> times(std::optional<Expr<unit::None>> outer,
                                          const Value<unit::None>& inner);
    void count_accelerators(const System& system, ResolvedSystem& machine);
    void add_accelerators(const Hardware& hardware, std::optional<Expr<unit::None>> count,
                          ResolvedSystem& machine, int depth);

    ValueRecorder& values_;
    const Scenario& scenario_;
    HardwareStore hardware_;
    std::map<std::size_t, ResolvedSystem> known_;
};

}  // namespace lca
