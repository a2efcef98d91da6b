#pragma once
// One item of hardware: from the catalogue, from the file, from the catalogue with keys overridden by the
// file, or made in a program.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/results/boundary.hpp"
#include "models/values/value.hpp"

namespace lca {

/// Some hardware of one kind: in a node, shared by a system, or inside other hardware.
struct Component {
    Location location;
    Reference hardware;
    Value<unit::None> count;  // if empty: 1
    AnyValue amount;          // if bought by amount: 1.5 TB; of any dimension
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
/// The word of files and output: "accelerator".
std::string_view to_string(HardwareKind kind);
std::optional<HardwareKind> hardware_kind(std::string_view word);

/// One life-cycle stage of the hardware itself, without its parts: figures to be added up, or a model.
struct LifeCycleStageImpact {
    std::string name;  // "manufacturing", "transport", "end_of_life"; "" where they are not distinguished
    struct Contribution {
        std::string name;   // "" for the stage's only figure
        ByCategory impact;  // per item, or per amount such as "kgCO2e/GB"
    };
    std::vector<Contribution> components = {};
    Location model = {};  // {model: act, …}; converts to false if there is none
};

struct Hardware {
    std::string id;
    HardwareKind kind = HardwareKind::other;
    std::string name, vendor;
    bool from_file = false;  // stated or overridden in the scenario file
    bool faulty = false;     // has an error: a value missing here may have been stated
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
    std::vector<LifeCycleStageImpact> embodied;  // empty if not known
    EmbodiedBasis basis;                         // what these figures cover
    struct IncludedAccelerator {
        Reference hardware;
        Value<unit::None> count;
    };
    std::vector<IncludedAccelerator> included_accelerators;  // accelerators within its embodied figures
    std::vector<Component> parts;                            // not within these figures: entries of their own
    Value<unit::Mass> mass;
    Value<unit::Information> storage;
};

}  // namespace lca
