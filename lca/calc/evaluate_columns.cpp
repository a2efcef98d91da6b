// Evaluates a calculation for columns of samples, in chunks.

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "lca/calc/evaluate_kernels.hpp"
#include "lca/math/time_series.hpp"
#include "lca/math/width.hpp"

namespace lca {

namespace {

constexpr std::size_t chunk = 256;  // samples; 2 KB a slot: a few hundred slots fit in the second-level cache

using Instruction = ColumnProgram::Instruction;

/// Finds the steps that vary and are needed, and assigns each a slot (a chunk of its values) for as long as
/// it is needed, so that few slots are in use at a time.
class Planner {
public:
    Planner(const Calculation& calculation, std::span<const std::size_t> varying,
            std::span<const StepId> wanted, std::span<const std::size_t> moved)
        : steps_(calculation.steps()),
          values_(evaluate(calculation)),
          column_(calculation.inputs().size(), no_step),
          moves_(calculation.means().size(), false) {
        for (const std::size_t mean : moved) {
            if (mean >= moves_.size()) throw std::logic_error("a mean over time that is not there");
            moves_[mean] = true;
        }
        for (std::size_t k = 0; k < varying.size(); ++k) {
            bool known = varying[k] < column_.size() && column_[varying[k]] == no_step;
            if (!known)
                throw std::logic_error("a column for an input that does not exist, or two for one input");
            column_[varying[k]] = static_cast<std::uint32_t>(k);
        }
        for (StepId step : wanted) {
            if (step >= steps_.size()) throw std::logic_error("a wanted step does not exist");
        }
        varies_ = depends_on(calculation, varying);
        if (!moved.empty()) vary_moved();
        find_last_use(wanted);
    }

    bool varies(StepId step) const { return varies_[step]; }
    double fixed_value(StepId step) const { return values_[step]; }
    bool needed(StepId step) const { return varies_[step] && last_use_[step] != no_step; }

    /// The instruction for a needed step. Its result may take the slot of an operand that is used last here:
    /// kernels work in place.
    Instruction instruction(StepId id, std::vector<double>& scalars) {
        const StepRecord& step = steps_[id];
        Instruction result{Instruction::Kind::operate, step.operation};
        if (step.operation == Operation::input) {
            result.kind = Instruction::Kind::load;
            result.left = column_[step.left];
            result.target = slot_[id] = take_slot();
            return result;
        }
        StepId right = is_unary(step.operation) ? step.left : step.right;
        result.left_varies = varies_[step.left];
        result.right_varies = varies_[right];
        result.left = operand(step.left, scalars);
        result.right = right == step.left ? result.left : operand(right, scalars);
        if (step.operation == Operation::mean_over_time) {
            result.right = step.right;
            result.moves = moves_[step.right];
        }
        result.target = slot_[id] = take_slot();
        release(step.left, id);
        if (right != step.left) release(right, id);
        return result;
    }

    std::uint32_t slot(StepId step) const { return slot_[step]; }
    /// Frees the slot of a value that has been stored, unless the value is used again.
    void stored(StepId step) { release(step, step); }
    std::size_t slots() const { return slots_; }

private:
    void vary_moved() {
        for (StepId id = 0; id < steps_.size(); ++id) {
            const StepRecord& step = steps_[id];
            if (varies_[id] || is_leaf(step.operation)) continue;
            if (step.operation == Operation::mean_over_time)
                varies_[id] = moves_[step.right] || varies_[step.left];
            else
                varies_[id] = varies_[step.left] || (!is_unary(step.operation) && varies_[step.right]);
        }
    }

    void find_last_use(std::span<const StepId> wanted) {
        last_use_.assign(steps_.size(), no_step);
        for (StepId step : wanted) last_use_[step] = step;
        for (StepId id = static_cast<StepId>(steps_.size()); id-- > 0;) {
            const StepRecord& step = steps_[id];
            if (!needed(id) || is_leaf(step.operation)) continue;
            mark(step.left, id);
            if (!is_unary(step.operation)) mark(step.right, id);
        }
        slot_.assign(steps_.size(), no_step);
    }

    /// Steps are visited backwards, so that the first user found is the last one. A wanted step counts as its
    /// own user, before all others.
    void mark(StepId operand, StepId user) {
        if (last_use_[operand] == no_step || last_use_[operand] == operand) last_use_[operand] = user;
    }

    std::uint32_t operand(StepId step, std::vector<double>& scalars) {
        if (varies_[step]) return slot_[step];
        scalars.push_back(values_[step]);
        return static_cast<std::uint32_t>(scalars.size() - 1);
    }

    std::uint32_t take_slot() {
        if (free_.empty()) return static_cast<std::uint32_t>(slots_++);
        std::uint32_t slot = free_.back();
        free_.pop_back();
        return slot;
    }

    void release(StepId step, StepId user) {
        if (varies_[step] && last_use_[step] == user) free_.push_back(slot_[step]);
    }

    std::span<const StepRecord> steps_;
    std::vector<double> values_;
    std::vector<std::uint32_t> column_;
    std::vector<bool> varies_, moves_;  // moves_: by index of the mean over time
    std::vector<StepId> last_use_;
    std::vector<std::uint32_t> slot_, free_;
    std::size_t slots_ = 0;
};

}  // namespace

ColumnProgram::ColumnProgram(const Calculation& calculation, std::span<const std::size_t> varying,
                             std::span<const StepId> wanted, std::span<const std::size_t> moved)
    : means_(calculation.means().begin(), calculation.means().end()),
      columns_(varying.size() + (moved.empty() ? 0 : 1)) {
    Planner planner(calculation, varying, wanted, moved);
    std::vector<std::pair<StepId, std::uint32_t>> stores;
    for (std::size_t j = 0; j < wanted.size(); ++j) {
        if (planner.varies(wanted[j])) {
            stores.emplace_back(wanted[j], static_cast<std::uint32_t>(j));
        } else {
            fixed_.emplace_back(j, planner.fixed_value(wanted[j]));
        }
    }
    std::sort(stores.begin(), stores.end());
    auto store = stores.begin();
    for (StepId id = 0; id < calculation.steps().size(); ++id) {
        if (!planner.needed(id)) continue;
        code_.push_back(planner.instruction(id, scalars_));
        for (; store != stores.end() && store->first == id; ++store) {
            code_.push_back({Instruction::Kind::store, {}, true, false, store->second, planner.slot(id), 0});
        }
        planner.stored(id);
    }
    slots_ = planner.slots();
}

void ColumnProgram::run(std::span<const double* const> columns, std::size_t samples, double* result,
                        std::size_t stride) const {
    if (columns.size() != columns_)
        throw std::logic_error("another number of columns than the program was made for");
    const Width width = best_width();
    for (const auto& [j, value] : fixed_) std::fill_n(result + j * stride, samples, value);
    const auto slots = std::make_unique_for_overwrite<double[]>(chunk * slots_);
    auto slot = [&](std::uint32_t index) { return slots.get() + index * chunk; };
    for (std::size_t start = 0; start < samples; start += chunk) {
        std::size_t size = std::min(chunk, samples - start);
        for (const Instruction& i : code_) {
            switch (i.kind) {
                case Instruction::Kind::load:
                    std::copy_n(columns[i.left] + start, size, slot(i.target));
                    break;
                case Instruction::Kind::store:
                    std::copy_n(slot(i.left), size, result + i.target * stride + start);
                    break;
                case Instruction::Kind::operate:
                    if (i.moves) {
                        kernel::take_means(*means_[i.right], columns.back() + start,
                                           i.left_varies ? slot(i.left) : &scalars_[i.left], i.left_varies,
                                           size, slot(i.target));
                        break;
                    }
                    if (i.operation == Operation::mean_over_time) {
                        kernel::take_means(*means_[i.right], slot(i.left), size, slot(i.target));
                        break;
                    }
                    kernel::operate(width, i.operation,
                                    {slot(i.target), i.left_varies ? slot(i.left) : &scalars_[i.left],
                                     i.right_varies ? slot(i.right) : &scalars_[i.right], i.left_varies,
                                     i.right_varies, size});
            }
        }
    }
}

std::vector<double> evaluate(const Calculation& calculation, std::span<const Column> columns,
                             std::size_t samples, std::span<const StepId> wanted) {
    std::vector<std::size_t> varying;
    std::vector<const double*> data;
    for (const Column& column : columns) {
        if (column.values.size() != samples) throw std::logic_error("a column of another length");
        varying.push_back(column.input);
        data.push_back(column.values.data());
    }
    std::vector<double> result(samples * wanted.size());
    ColumnProgram(calculation, varying, wanted).run(data, samples, result.data(), samples);
    return result;
}

}  // namespace lca
