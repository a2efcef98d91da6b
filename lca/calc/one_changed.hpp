#pragma once
// A result with one input changed at a time: only what depends on that input is computed again, so that all
// inputs in turn take time in proportion to their number, not to its square.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// The steps between inputs and a result.
class StepsBetween {
public:
    /// Refers to the calculation.
    StepsBetween(const Calculation& calculation, StepId result);

    /// Steps that depend on an input and that the result needs, in order, the input's own first; empty if the
    /// result does not depend on it. Valid until the next call.
    std::span<const StepId> from(std::size_t input);
    /// The step of an input; no_step where the result does not need it.
    StepId step_of(std::size_t input) const { return step_of_.at(input); }

private:
    std::vector<StepId> step_of_;            // by input; no_step: not needed
    std::vector<std::uint32_t> first_user_;  // by step, and one more
    std::vector<StepId> users_, found_;
    std::vector<std::uint32_t> seen_;  // by step: the search that met it
    std::uint32_t search_ = 0;
};

/// The result with one input changed and all others at their own values.
class OneChanged {
public:
    /// Refers to the calculation.
    OneChanged(const Calculation& calculation, StepId result);
    /// The result where an input has another value. The bits are those of an evaluation of everything.
    double with(std::size_t input, double value);

private:
    const Calculation& calculation_;
    StepId result_;
    StepsBetween between_;
    std::vector<double> values_, changed_;
};

/// The result with one column of samples replaced and all others as they were drawn.
class OneColumnChanged {
public:
    /// `varying` are indices into calculation.inputs(), each once. Refers to the calculation.
    OneColumnChanged(const Calculation& calculation, std::span<const std::size_t> varying, StepId result);

    /// The largest number of samples of one call: fewer where there are many steps, whose columns are all
    /// kept.
    std::size_t most() const { return most_; }
    /// Takes columns[k] for input varying[k] and gives the result. Valid until the next call.
    std::span<const double> all(std::span<const double* const> columns, std::size_t count);
    /// The result with one of these columns replaced. Valid until the next call.
    std::span<const double> with(std::size_t k, const double* column);

private:
    /// A step that varies, and which of its operands do.
    struct Varied {
        StepId step;
        std::uint32_t left, right;  // indices in steps_; none where an operand is fixed
    };
    static constexpr std::uint32_t none = 0xffffffff;

    std::span<const StepId> between(std::size_t k);
    double* kept(std::uint32_t number) { return kept_.data() + number * most_; }
    const double* operand(std::uint32_t number, StepId fixed);
    void compute(std::uint32_t number, double* target);

    const Calculation& calculation_;
    std::vector<std::size_t> varying_;
    StepsBetween between_;
    std::vector<StepId> found_;  // the steps that depend on each of `varying`, one input after the other
    std::vector<std::size_t> begins_;    // in found_, and the end; steps of later inputs are found each time
    std::vector<double> values_;         // of all steps at the inputs' own values
    std::vector<Varied> steps_;          // in their order
    std::vector<std::uint32_t> number_;  // by step: its index in steps_, if it varies and the result needs it
    std::uint32_t result_ = none;
    std::size_t most_ = 0, count_ = 0;
    std::vector<double> kept_, changed_;  // columns by index in steps_; columns of changed steps, by turn
    std::vector<std::uint32_t> turn_;   // by index in steps_: the turn of a changed step; none for the others
    std::vector<double> fixed_result_;  // the result, where it does not vary
};

}  // namespace lca
