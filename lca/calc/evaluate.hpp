#pragma once
// Evaluates a Calculation, once or for many values of its inputs.

#include <memory>
#include <span>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// The value of every step, by StepId, with inputs at their own values; base units. The same bits on every
/// x86-64 machine. Not finite after a division by zero or an overflow: see `first_fault`.
std::vector<double> evaluate(const Calculation& calculation);

/// The values that one input takes, one for each sample.
struct Column {
    std::size_t input = 0;  // index in calculation.inputs()
    std::span<const double> values;
};

/// The value of wanted[j] for sample i is at [j * samples + i]. Inputs in `columns` vary, all others keep
/// their own value. Each column has `samples` values; they are evaluated in chunks that fit in the cache.
std::vector<double> evaluate(const Calculation& calculation, std::span<const Column> columns,
                             std::size_t samples, std::span<const StepId> wanted);

/// The part of a calculation that depends on some inputs, prepared once to be run for many blocks of samples,
/// also in several threads at the same time.
class ColumnProgram {
public:
    /// `varying` are indices into calculation.inputs(), each once; `wanted` are steps. The means over time in
    /// `moved` (indices into calculation.means()) start at times given by an additional column. Throws
    /// std::logic_error for an input, step or mean that does not exist.
    ColumnProgram(const Calculation& calculation, std::span<const std::size_t> varying,
                  std::span<const StepId> wanted, std::span<const std::size_t> moved = {});

    /// columns[k][i] is the value of varying[k] in sample i; if means are moved, the last column has the
    /// starts in seconds since 1970 UTC. Writes the value of wanted[j] in sample i to result[j * stride + i].
    /// The bits of a sample do not depend on the other samples, nor on how samples are split into calls.
    void run(std::span<const double* const> columns, std::size_t samples, double* result,
             std::size_t stride) const;

    struct Instruction {
        enum class Kind : std::uint8_t { load, operate, store };
        Kind kind;
        Operation operation = Operation::input;
        bool left_varies = false, right_varies = false;
        std::uint32_t target = 0;           // slot; to store: index in `wanted`
        std::uint32_t left = 0, right = 0;  // slot, or index in scalars_; to load: column; for a mean over
                                            // time: slot, and index in means_
        bool moves = false;                 // for a mean over time: whether the last column gives its start
    };

private:
    std::vector<Instruction> code_;
    std::vector<double> scalars_;                        // values that do not vary
    std::vector<std::pair<std::size_t, double>> fixed_;  // wanted steps that do not vary: index, value
    std::vector<std::shared_ptr<const MeanOverTime>> means_;
    std::size_t slots_ = 0, columns_ = 0;  // columns_ includes that of starts
};

/// The first step whose value is out of range (see within_range) though its operands are not, such as a
/// division by zero or an overflow; no_step if there is none.
StepId first_fault(const Calculation& calculation, std::span<const double> values);

/// Exact derivatives of the step `of` with respect to every input (by index in inputs()) at `values`, by
/// reverse mode. min and max have the derivative of the operand that is taken, ceil and floor 0.
std::vector<double> derivatives(const Calculation& calculation, std::span<const double> values, StepId of);

}  // namespace lca
