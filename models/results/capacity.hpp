#pragma once
// Capacity: how much hardware systems have and how much of it activities use, to find where more is used than
// exists.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lca/calc/step.hpp"

namespace lca {

/// What a system has; no_step if it is not known or not needed.
struct SystemCapacity {
    std::string id;
    StepId nodes = no_step, accelerators = no_step;  // accelerators: per node
    StepId period = no_step, lifetime = no_step, utilisation = no_step;
    std::string accelerator = {};  // name, if all are of one kind
};

/// How much an activity uses of its system. Kept small, as a large file has ten thousand activities.
struct CapacityUse {
    /// How the embodied impact is allocated by the system's lifetime, if it is; `calendar` also stands for
    /// allocation by reservation (`sci`).
    enum class EmbodiedAllocation : std::uint8_t { none, used_time, calendar };

    std::uint32_t activity = 0, system = 0;  // indices in Results::activities and Capacity::systems
    StepId devices = no_step, device_time = no_step, node_time = no_step;
    StepId duration = no_step;    // no_step: only known as the system time
    std::optional<double> start;  // s since 1970 UTC
    EmbodiedAllocation charge = EmbodiedAllocation::none;
    bool included = true;
    bool states_node_time = false;
    bool duration_alone = false;  // states only a duration: uses the whole system
};

/// What this scenario uses of a system that other scenarios use, too.
struct UseInCommon {
    std::uint32_t system = 0;   // index in Capacity::systems
    StepId claimed = no_step;   // sum over the activities of this scenario
    std::vector<StepId> whole;  // steps of values that must be equal in all scenarios that use the system
};

struct Capacity {
    std::vector<SystemCapacity> systems;
    std::vector<CapacityUse> uses;
    std::optional<UseInCommon> in_common = {};

    /// All steps on which the check of capacity depends, in a fixed order.
    std::vector<StepId> steps() const;
    /// Whether the two differ only in the numbers of their steps.
    bool same_but_for_steps(const Capacity& other) const;
};

/// A case in which more is used than there is.
struct CapacityExcess {
    enum class Kind : std::uint8_t { devices, device_time, node_time, overlap, period, lifetime, lifetimes };

    Kind kind = Kind::devices;
    std::uint32_t system = 0;         // index in Capacity::systems
    std::vector<std::uint32_t> uses;  // indices; for sums by size, for overlaps the last to start first
    std::size_t more = 0;             // number of uses that are not listed
    double taken = 0, there_is = 0;   // in base units
    double max_taken = 0;             // overlap: highest `taken` until the overlap ends
    double by_calendar = 0;           // lifetimes: the part of `taken` that is allocated by calendar
    bool states_duration_alone = false;
};

/// Returns the value of a step.
using ValueOf = std::function<double(StepId)>;

/// Up to 2 % more than there is is accepted: figures are printed rounded, and years have leap days.
inline constexpr double capacity_slack = 0.02;
/// Whether `taken` is above `there_is` by more than this slack and the rounding of sums.
bool exceeds_capacity(double taken, double there_is);

/// Finds all excesses in O(n log n). For the rules see "Capacity" in docs/reference/language.md.
std::vector<CapacityExcess> excesses(const Capacity& capacity, const ValueOf& value);

/// An excess in words: what is used, what there is, what would be valid. `id_of` returns an activity's id.
struct CapacityText {
    std::string message, expected;
};
CapacityText text_of(const CapacityExcess& excess, const Capacity& capacity, const ValueOf& value,
                     const std::function<std::string(std::uint32_t activity)>& id_of);

}  // namespace lca
