#pragma once
// Capacity: how much hardware there is and how much of it activities take, to find where they take more than
// exists.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lca/calc/step.hpp"

namespace lca {

/// What a system has; no_step where that is not known or does not matter.
struct SystemCapacity {
    std::string id;
    StepId nodes = no_step, accelerators = no_step;  // accelerators: of one node
    StepId period = no_step, lifetime = no_step, utilisation = no_step;
    std::string accelerator = {};  // its name, where a node has one kind
};

/// What an activity takes of its system. A few numbers, as a large file has ten thousand.
struct CapacityUse {
    /// How its embodied impact follows from the system's own lifetime; `calendar` also by reservation
    /// (`sci`).
    enum class EmbodiedAllocation : std::uint8_t { none, used_time, calendar };

    std::uint32_t activity = 0, system = 0;  // indices into Results::activities and Capacity::systems
    StepId devices = no_step, device_time = no_step, node_time = no_step;
    StepId duration = no_step;    // nothing where it is only the system time
    std::optional<double> start;  // seconds since 1970, UTC
    EmbodiedAllocation charge = EmbodiedAllocation::none;
    bool included = true;
    bool states_node_time = false;
    bool duration_alone = false;  // which takes the whole system
};

/// What a scenario takes of a system that may be shared with other scenarios.
struct UseInCommon {
    std::uint32_t system = 0;   // index into Capacity::systems
    StepId claimed = no_step;   // by the activities of this one
    std::vector<StepId> whole;  // steps of the impact that is divided: equal in all of these scenarios
};

struct Capacity {
    std::vector<SystemCapacity> systems;
    std::vector<CapacityUse> uses;
    std::optional<UseInCommon> in_common = {};

    /// All steps that the figures below are made of, in a fixed order.
    std::vector<StepId> steps() const;
    /// Whether it is equal but for the numbers of its steps.
    bool same_but_for_steps(const Capacity& other) const;
};

/// Where more is taken than there is.
struct CapacityExcess {
    enum class Kind : std::uint8_t { devices, device_time, node_time, overlap, period, lifetime, lifetimes };

    Kind kind = Kind::devices;
    std::uint32_t system = 0;         // index into Capacity::systems
    std::vector<std::uint32_t> uses;  // indices; of sums the largest first, of overlaps the latest to start
    std::size_t more = 0;             // uses that are not listed
    double taken = 0, there_is = 0;   // base units
    double most = 0;                  // overlap: the highest `taken` before it ends
    double by_calendar = 0;           // lifetimes: the part of `taken` that utilisation is not for
    bool states_duration_alone = false;
};

/// The value of a step.
using ValueOf = std::function<double(StepId)>;

/// 2 % more than there is is not too much: figures are printed, years have leap days.
inline constexpr double capacity_slack = 0.02;
/// Whether `taken` exceeds `there_is` by more than that slack and the rounding of sums.
bool exceeds_capacity(double taken, double there_is);

/// All excesses, in O(n log n). The rules are in "Capacity" in docs/reference/language.md.
std::vector<CapacityExcess> excesses(const Capacity& capacity, const ValueOf& value);

/// An excess in words: what is taken, what there is, and what would be valid. `id_of` names an activity.
struct CapacityText {
    std::string message, expected;
};
CapacityText text_of(const CapacityExcess& excess, const Capacity& capacity, const ValueOf& value,
                     const std::function<std::string(std::uint32_t activity)>& id_of);

}  // namespace lca
