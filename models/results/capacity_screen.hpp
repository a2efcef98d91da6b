#pragma once
// A fast check whether more hardware might be used than exists, to be made before the full search.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/results/capacity.hpp"

namespace lca {

/// A fast check that errs on the safe side; `capacity` must outlive it. Does not allocate after construction.
class CapacityScreen {
public:
    /// `steps`: those whose values are passed later, each once; `at_point` has the values of all other steps.
    CapacityScreen(const Capacity& capacity, std::span<const StepId> steps, std::span<const double> at_point);

    /// True if `excesses` finds nothing for all values between `low` and `high`, which are in the order of
    /// `steps`. False if it may find something.
    bool is_within_capacity(std::span<const double> low, std::span<const double> high) const;

private:
    /// The value of a step: index in the values passed, or the same at every point, or not known.
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
    std::vector<Use> uses_;  // sorted by system
};

}  // namespace lca
