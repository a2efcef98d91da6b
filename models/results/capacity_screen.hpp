#pragma once
// A fast check whether more hardware may be used than exists, before the full search.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/results/capacity.hpp"

namespace lca {

/// A fast conservative check of one Capacity, which must outlive it. Does not allocate after construction.
class CapacityScreen {
public:
    /// `steps`: those whose values are given later, each once; `at_point` has the value of every other step.
    CapacityScreen(const Capacity& capacity, std::span<const StepId> steps, std::span<const double> at_point);

    /// Whether `excesses` finds nothing for any values between `low` and `high`, given in the order of the
    /// steps. False means only that it may.
    bool is_within_capacity(std::span<const double> low, std::span<const double> high) const;

private:
    /// The value of a step: one of those given, or the same at every point, or not known.
    struct StepValue {
        enum class Kind : std::uint8_t { none, fixed, given };
        Kind kind = Kind::none;
        std::size_t index = 0;
        double value = 0;

        bool known() const { return kind != Kind::none; }
        double in(std::span<const double> values) const {
            return kind == Kind::given ? values[index] : value;
        }
    };
    struct System {
        StepValue nodes, accelerators, period, lifetime, utilisation;
    };
    struct Use {
        std::size_t system = 0;
        StepValue devices, device_time, node_time, duration;
        bool dated = false, by_nodes = false;
    };
    bool is_use_within_capacity(const Use& use, std::span<const double> low, std::span<const double> high,
                                double& time) const;

    std::vector<System> systems_;
    std::vector<Use> uses_;  // by system
};

}  // namespace lca
