#pragma once
// One piece of hardware: from the catalogue, from the file, the one laid over the other, or made in a
// program.

#include <string>
#include <string_view>
#include <vector>

#include "models/results/boundary.hpp"
#include "models/values/value.hpp"

namespace lca {

/// One item of a node, of what a system shares, or of other hardware.
struct Component {
    Location location;
    Reference hardware;
    Value<unit::None> count;  // default 1
    AnyValue amount;          // bought by amount: 1.5 TB; of any dimension
    Value<unit::Time> lifetime;
};

enum class HardwareKind : unsigned char {
    accelerator,
    cpu,
    memory,
    storage,
    server,
    instance,
    network,
    infrastructure,
    other
};
std::string_view to_string(HardwareKind kind);

/// One life-cycle stage of a thing's own footprint: figures that add up, or a model with its inputs.
struct EmbodiedStage {
    std::string name;  // "manufacturing", "transport", "end_of_life"; "" where they are not distinguished
    struct Contribution {
        std::string name;   // "" for the stage's only figure
        ByCategory impact;  // per item, or per amount ("kgCO2e/GB")
    };
    std::vector<Contribution> components = {};
    Location model = {};  // {model: act, …}, or nowhere
};

struct Hardware {
    std::string id;
    HardwareKind kind = HardwareKind::other;
    std::string name, vendor;
    bool from_file = false;  // stated in the scenario (wholly or as an override)
    bool faulty = false;     // a value of it was faulty: what is missing here may have been stated
    Value<unit::Power> power_max, power_typical, power_idle;
    struct Peak {
        std::string precision;  // "bf16"
        Value<unit::Throughput> value;
    };
    std::vector<Peak> peak;
    Value<unit::Information> memory;
    Value<unit::Area> die_area;
    Value<unit::Length> process;
    Value<unit::Time> lifetime;
    std::vector<EmbodiedStage> embodied;  // empty: not known
    EmbodiedBasis basis;                  // of these figures
    struct IncludedAccelerator {
        Reference hardware;
        Value<unit::None> count;
    };
    std::vector<IncludedAccelerator> included_accelerators;  // accelerators that its embodied figures contain
    std::vector<Component> parts;                            // not contained in them: lines of their own
    Value<unit::Mass> mass;
    Value<unit::Information> storage;
};

}  // namespace lca
