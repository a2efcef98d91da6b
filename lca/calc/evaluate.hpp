#pragma once
// Reads a Calculation: once, or for many values of its inputs at a time.

#include <memory>
#include <span>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// The value of every step at the inputs' own values; index by StepId. Base units. The same bits on every
/// x86-64 machine. Not finite where a formula divided by zero or overflowed: see `first_fault`.
std::vector<double> evaluate(const Calculation& calculation);

/// Values that one input takes, one per sample.
struct Column {
    std::size_t input = 0;  // index into calculation.inputs()
    std::span<const double> values;
};

/// `wanted[j]` for every sample i at result[j * samples + i]: inputs in `columns` vary, all others keep their
/// value. All columns have `samples` values; works through them in chunks that fit the cache.
std::vector<double> evaluate(const Calculation& calculation, std::span<const Column> columns,
                             std::size_t samples, std::span<const StepId> wanted);

/// The part of a calculation that depends on some inputs, prepared once: for many blocks of samples, or
/// several threads at a time.
class ColumnProgram {
public:
    /// `varying` are indices into calculation.inputs(), each once; `wanted` are steps. The means over time in
    /// `moved` (indices into calculation.means()) start at a time that one more column gives. Throws
    /// std::logic_error for an input, step or mean that does not exist.
    ColumnProgram(const Calculation& calculation, std::span<const std::size_t> varying,
                  std::span<const StepId> wanted, std::span<const std::size_t> moved = {});

    /// columns[k][i] is value i of input varying[k], behind them the start of sample i where means are moved,
    /// in seconds since 1970 UTC; puts wanted[j] at sample i into result[j * stride + i].
    /// The bits of a sample do not depend on the others, nor on how samples are split into calls.
    void run(std::span<const double* const> columns, std::size_t samples, double* result,
             std::size_t stride) const;

    struct Instruction {
        enum class Kind : std::uint8_t { load, operate, store };
        Kind kind;
        Operation operation = Operation::input;
        bool left_varies = false, right_varies = false;
        std::uint32_t target = 0;           // slot; of a store: index in `wanted`
        std::uint32_t left = 0, right = 0;  // slot, or index in `scalars`; of a load: column; of a mean over
                                            // time: slot, and index in `means`
        bool moves = false;                 // a mean over time that starts where the last column says
    };

private:
    std::vector<Instruction> code_;
    std::vector<double> scalars_;                        // values that no column reaches
    std::vector<std::pair<std::size_t, double>> fixed_;  // wanted steps that no column reaches
    std::vector<std::shared_ptr<const MeanOverTime>> means_;
    std::size_t slots_ = 0, columns_ = 0;  // columns_: the last may be that of starts
};

/// The first step whose value is out of range (units/quantity.hpp) though its operands are not, or no_step:
/// where a division by zero or an overflow arose.
StepId first_fault(const Calculation& calculation, std::span<const double> values);

/// Exact derivatives of one step with respect to every input (index as inputs()), at `values`: one reverse
/// pass. min, max, ceil and floor have the derivative of the branch taken (0 for ceil and floor).
std::vector<double> derivatives(const Calculation& calculation, std::span<const double> values, StepId of);

}  // namespace lca
