#include "lca/calc/one_changed.hpp"

#include <algorithm>

#include "lca/calc/dataflow.hpp"
#include "lca/calc/evaluate.hpp"
#include "lca/calc/evaluate_kernels.hpp"
#include "lca/calc/step_kernels.hpp"
#include "lca/math/time_series.hpp"

namespace lca {
namespace {

constexpr std::size_t kept_doubles = std::size_t{1} << 23;  // 64 MB of columns
constexpr std::size_t min_samples = 16, max_samples_kept = 1024;
constexpr std::size_t max_found = std::size_t{1} << 22;  // steps; 16 MB

/// The value of a step other than an input or constant.
double value_of(const Calculation& calculation, const StepRecord& step, const std::vector<double>& values) {
    if (step.operation == Operation::mean_over_time)
        return calculation.means()[step.right]->over(values[step.left]);
    return kernel::apply(step.operation, values[step.left],
                         is_unary(step.operation) ? 0 : values[step.right]);
}

/// Calls `use` for each operand of a step; once if both are the same.
template <class Use>
void for_operands(const StepRecord& step, const Use& use) {
    if (is_leaf(step.operation)) return;
    use(step.left);
    if (!is_unary(step.operation) && step.right != step.left) use(step.right);
}

}  // namespace

StepsBetween::StepsBetween(const Calculation& calculation, StepId result)
    : step_of_(calculation.inputs().size(), no_step),
      first_user_(calculation.steps().size() + 1),
      seen_(calculation.steps().size()) {
    const std::span<const StepRecord> steps = calculation.steps();
    const std::vector<bool> needed = reaches(calculation, {&result, 1});
    for (StepId id = 0; id < steps.size(); ++id) {
        if (!needed[id]) continue;
        if (steps[id].operation == Operation::input) step_of_[steps[id].left] = id;
        for_operands(steps[id], [&](StepId operand) { ++first_user_[operand + 1]; });
    }
    for (std::size_t i = 1; i < first_user_.size(); ++i) first_user_[i] += first_user_[i - 1];
    users_.resize(first_user_.back());
    std::vector<std::uint32_t> next(first_user_.begin(), first_user_.end() - 1);
    for (StepId id = 0; id < steps.size(); ++id) {
        if (needed[id]) for_operands(steps[id], [&](StepId operand) { users_[next[operand]++] = id; });
    }
}

std::span<const StepId> StepsBetween::from(std::size_t input) {
    found_.clear();
    if (step_of_.at(input) == no_step) return found_;
    ++search_;
    found_.push_back(step_of_[input]);
    for (std::size_t at = 0; at < found_.size(); ++at) {
        for (std::uint32_t u = first_user_[found_[at]]; u < first_user_[found_[at] + 1]; ++u) {
            if (seen_[users_[u]] == search_) continue;
            seen_[users_[u]] = search_;
            found_.push_back(users_[u]);
        }
    }
    std::sort(found_.begin(), found_.end());
    return found_;
}

OneChanged::OneChanged(const Calculation& calculation, StepId result)
    : calculation_(calculation),
      result_(result),
      between_(calculation, result),
      values_(evaluate(calculation)),
      changed_(values_) {}

double OneChanged::with(std::size_t input, double value) {
    const std::span<const StepId> between = between_.from(input);
    if (between.empty()) return values_[result_];
    changed_[between.front()] = value;
    for (const StepId id : between.subspan(1))
        changed_[id] = value_of(calculation_, calculation_.steps()[id], changed_);
    const double result = changed_[result_];
    for (const StepId id : between) changed_[id] = values_[id];
    return result;
}

OneColumnChanged::OneColumnChanged(const Calculation& calculation, std::span<const std::size_t> varying,
                                   StepId result)
    : calculation_(calculation),
      varying_(varying.begin(), varying.end()),
      between_(calculation, result),
      values_(evaluate(calculation)),
      number_(calculation.steps().size(), none) {
    const std::span<const StepRecord> steps = calculation.steps();
    const std::vector<bool> varies = depends_on(calculation, varying);
    const std::vector<bool> needed = reaches(calculation, {&result, 1});
    for (StepId id = 0; id < steps.size(); ++id) {
        if (!varies[id] || !needed[id]) continue;
        number_[id] = static_cast<std::uint32_t>(steps_.size());
        const bool leaf = is_leaf(steps[id].operation);
        const bool two = !leaf && !is_unary(steps[id].operation);
        steps_.push_back({id, leaf ? none : number_[steps[id].left], two ? number_[steps[id].right] : none});
    }
    result_ = number_[result];
    max_samples_ =
        std::clamp(kept_doubles / (steps_.size() + 2 * varying.size() + 1), min_samples, max_samples_kept);
    kept_.resize(steps_.size() * max_samples_);
    turn_.resize(steps_.size(), none);
    fixed_result_.assign(max_samples_, values_[result]);
    begins_.push_back(0);
    for (std::size_t k = 0; k < varying_.size() && found_.size() < max_found; ++k) {
        const std::span<const StepId> found = between_.from(varying_[k]);
        found_.insert(found_.end(), found.begin(), found.end());
        begins_.push_back(found_.size());
    }
}

std::span<const StepId> OneColumnChanged::between(std::size_t k) {
    if (k + 1 >= begins_.size()) return between_.from(varying_.at(k));
    return std::span(found_).subspan(begins_[k], begins_[k + 1] - begins_[k]);
}

const double* OneColumnChanged::operand(std::uint32_t number, StepId fixed) {
    if (number == none) return &values_[fixed];
    return turn_[number] == none ? kept(number) : changed_.data() + turn_[number] * max_samples_;
}

void OneColumnChanged::compute(std::uint32_t number, double* target) {
    const Varied& step = steps_[number];
    const StepRecord& record = calculation_.steps()[step.step];
    const double* const left = operand(step.left, record.left);
    if (record.operation == Operation::mean_over_time)
        return kernel::take_means(*calculation_.means()[record.right], left, count_, target);
    const bool unary = is_unary(record.operation);
    kernel::operate(best_width(), record.operation,
                    {.target = target,
                     .left = left,
                     .right = unary ? left : operand(step.right, record.right),
                     .left_varies = step.left != none,
                     .right_varies = (unary ? step.left : step.right) != none,
                     .size = count_});
}

std::span<const double> OneColumnChanged::all(std::span<const double* const> columns, std::size_t count) {
    count_ = count;
    for (std::size_t k = 0; k < varying_.size(); ++k) {
        const StepId own = between_.step_of(varying_[k]);
        if (own != no_step) std::copy_n(columns[k], count, kept(number_[own]));
    }
    for (std::uint32_t i = 0; i < steps_.size(); ++i) {
        if (!is_leaf(calculation_.steps()[steps_[i].step].operation)) compute(i, kept(i));
    }
    return {result_ == none ? fixed_result_.data() : kept(result_), count};
}

std::span<const double> OneColumnChanged::with(std::size_t k, const double* column) {
    const std::span<const StepId> changed = between(k);
    if (changed.empty()) return {result_ == none ? fixed_result_.data() : kept(result_), count_};
    if (changed_.size() < changed.size() * max_samples_) changed_.resize(changed.size() * max_samples_);
    std::copy_n(column, count_, changed_.data());
    turn_[number_[changed.front()]] = 0;
    for (std::uint32_t turn = 1; turn < changed.size(); ++turn) {
        compute(number_[changed[turn]], changed_.data() + turn * max_samples_);
        turn_[number_[changed[turn]]] = turn;
    }
    for (const StepId id : changed) turn_[number_[id]] = none;
    return {changed_.data() + (changed.size() - 1) * max_samples_, count_};
}

}  // namespace lca
