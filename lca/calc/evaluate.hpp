#pragma once
// Reads a Calculation: once, or for many values of its inputs at a time.

#include <span>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// The value of every step at the inputs' own values; index by StepId. Base units. The same bits on every x86-64 machine.
/// Not finite where a formula divided by zero or overflowed: see `first_fault`.
std::vector<double> evaluate(const Calculation& calculation);

/// Values that one input takes, one per sample.
struct Column {
    std::size_t input = 0;             // index into calculation.inputs()
    std::span<const double> values;
};

/// `wanted[j]` for every sample i at result[j * samples + i]: inputs in `columns` vary, all others keep their value.
/// All columns have `samples` values; works through them in chunks that fit the cache.
std::vector<double> evaluate(const Calculation& calculation, std::span<const Column> columns, std::size_t samples,
                             std::span<const StepId> wanted);

/// The first step whose value is not finite though its operands are, or no_step: where a division by zero or an overflow arose.
StepId first_fault(const Calculation& calculation, std::span<const double> values);

/// Exact derivatives of one step with respect to every input (index as inputs()), at `values`: one reverse pass.
/// min, max, ceil and floor have the derivative of the branch taken (0 for ceil and floor).
std::vector<double> derivatives(const Calculation& calculation, std::span<const double> values, StepId of);

}  // namespace lca
