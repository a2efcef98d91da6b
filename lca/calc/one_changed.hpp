#pragma once
// Evaluates a result with one input changed at a time. Only steps that depend on that input are computed
// again, so that the time for changing all inputs in turn grows with their number, not with its square.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// Finds the steps through which a result depends on an input.
class StepsBetween {
public:
    /// Keeps a reference to the calculation.
    StepsBetween(const Calculation& calculation, StepId result);

    /// The steps that depend on an input and on which the result depends, in order of recording, the input's
    /// own first; empty if the result does not depend on it. Valid until the next call.
    std::span<const StepId> from(std::size_t input);
    /// The step of an input; no_step if the result does not depend on it.
    StepId step_of(std::size_t input) const { return step_of_.at(input); }

private:
    std::vector<StepId> step_of_;  // by input: its step; no_step if the result does not depend on it
    std::vector<std::uint32_t> first_user_;  // by step: where its users begin in users_; last the end
    std::vector<StepId> users_, found_;
    std::vector<std::uint32_t> seen_;  // by step: number of the last search that found it
    std::uint32_t search_ = 0;
};

/// Evaluates a result with one input changed and all others at their own values.
class OneChanged {
public:
    /// Keeps a reference to the calculation.
    OneChanged(const Calculation& calculation, StepId result);
    /// The result if the input has another value; the same bits as an evaluation of all steps.
    double with(std::size_t input, double value);

private:
    const Calculation& calculation_;
    StepId result_;
    StepsBetween between_;
    std::vector<double> values_, changed_;
};

/// Evaluates a result for many samples with one input's column replaced and all others as drawn.
class OneColumnChanged {
public:
    /// `varying` are indices into calculation.inputs(), each once. Keeps a reference to the calculation.
    OneColumnChanged(const Calculation& calculation, std::span<const std::size_t> varying, StepId result);

    /// The largest number of samples in one call: smaller if there are many steps, as all their columns are
    /// kept in memory.
    std::size_t max_samples() const { return max_samples_; }
    /// The result if each input varying[k] has the values columns[k]. Valid until the next call.
    std::span<const double> all(std::span<const double* const> columns, std::size_t count);
    /// The result as in the last call of all(), but with `column` for varying[k]. Valid until the next call.
    std::span<const double> with(std::size_t k, const double* column);

private:
    /// A step that varies, and its operands that vary.
    struct Varied {
        StepId step;
        std::uint32_t left, right;  // indices in steps_; none if the operand is fixed
    };
    static constexpr std::uint32_t none = 0xffffffff;

    std::span<const StepId> between(std::size_t k);
    double* kept(std::uint32_t number) { return kept_.data() + number * max_samples_; }
    const double* operand(std::uint32_t number, StepId fixed);
    void compute(std::uint32_t number, double* target);

    const Calculation& calculation_;
    std::vector<std::size_t> varying_;
    StepsBetween between_;
    std::vector<StepId> found_;          // for each of `varying` the steps that depend on it
    std::vector<std::size_t> begins_;    // of the first inputs in varying_: begins in found_, and the end
    std::vector<double> values_;         // of all steps, with the inputs at their own values
    std::vector<Varied> steps_;          // steps that vary and are needed, in order
    std::vector<std::uint32_t> number_;  // by step: its index in steps_; none if steps_ lacks it
    std::uint32_t result_ = none;
    std::size_t max_samples_ = 0, count_ = 0;
    std::vector<double> kept_, changed_;  // columns: kept_ by index in steps_, changed_ by turn_
    std::vector<std::uint32_t> turn_;     // by index in steps_: its column in changed_; none if unchanged
    std::vector<double> fixed_result_;    // used if the result does not vary
};

}  // namespace lca
