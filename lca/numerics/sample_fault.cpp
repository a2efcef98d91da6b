#include "lca/numerics/sample_fault.hpp"

#include <algorithm>
#include <cmath>

#include "lca/base/diagnostics.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/calc/written_unit.hpp"
#include "lca/units/quantity.hpp"

namespace lca::numerics {

namespace {

/// A value as text in the customary unit of its dimension.
std::string written(Dimension dimension, double value) {
    if (dimension.dimensionless()) return readable(value);
    const std::string unit = customary_unit(dimension);
    const Parsed<Quantity> one = parse_quantity("1 " + unit);
    const auto* quantity = std::get_if<Quantity>(&one);
    return readable(quantity ? value / quantity->value : value) + " " + (quantity ? unit : "in base units");
}

/// The values of all steps in one sample.
std::vector<double> values_at(const SamplePlan& plan, std::uint64_t number) {
    const Calculation& calculation = plan.calculation();
    const std::vector<double> drawn = plan.sample(number);
    std::vector<Column> columns;
    for (std::size_t k = 0; k < drawn.size(); ++k) columns.push_back({plan.inputs()[k], {&drawn[k], 1}});
    std::vector<StepId> all(calculation.steps().size());
    for (StepId id = 0; id < all.size(); ++id) all[id] = id;
    return evaluate(calculation, columns, 1, all);
}

/// The sampled inputs that a step depends on, as indices into inputs().
std::vector<std::size_t> drawn_inputs(const SamplePlan& plan, StepId step) {
    const std::vector<bool> needed = reaches(plan.calculation(), std::span(&step, 1));
    std::vector<std::size_t> inputs;
    for (StepId id = 0; id <= step; ++id) {
        const StepRecord& record = plan.calculation().steps()[id];
        if (!needed[id] || record.operation != Operation::input) continue;
        if (std::binary_search(plan.inputs().begin(), plan.inputs().end(), record.left))
            inputs.push_back(record.left);
    }
    return inputs;
}

/// What went wrong in a step, in words: "a division by zero".
std::string operation_at(const StepRecord& step, const std::vector<double>& values) {
    switch (step.operation) {
        case Operation::divide:
            if (values[step.right] == 0) return "a division by zero";
            break;
        case Operation::square_root:
            return "the square root of a negative number";
        case Operation::natural_log:
        case Operation::binary_log:
            return values[step.left] == 0 ? "the logarithm of zero" : "the logarithm of a negative number";
        case Operation::power:
            if (values[step.left] < 0) return "a power of a negative number";
            break;
        case Operation::mean_over_time:
            return "a mean over a time that its series does not cover";
        default:
            break;
    }
    return "an overflow";
}

void report_range(const SamplePlan& plan, const Watched& watched, const SampleTrouble& trouble,
                  std::uint64_t samples, Diagnostics& diagnostics) {
    const Limit& limit = *watched.limit;
    const std::vector<double> values = values_at(plan, trouble.first);
    const StepRecord& step = plan.calculation().steps()[watched.step];
    const double value = values[watched.step];
    const bool direct = step.operation == Operation::input;
    const Place own = direct ? plan.calculation().inputs()[step.left].place : Place{};
    Fault fault{.place = limit.place.known() ? limit.place : own,
                .message = "`" + limit.path + "` is sampled as " +
                           (direct ? in_written_unit(value, plan.calculation().inputs()[step.left])
                                   : written(limit.dimension, value)) +
                           " in sample " + std::to_string(trouble.first + 1) + " of " +
                           std::to_string(samples) + ": out of range",
                .expected = limit.expected,
                .hint = std::string("give ") + (direct ? "its" : "an input's") + " uncertainty a `" +
                        (value <= limit.low ? "min" : "max") +
                        "`, which truncates and renormalises the distribution there"};
    if (!direct) {
        for (std::size_t input : drawn_inputs(plan, watched.step)) {
            const Input one = plan.calculation().inputs()[input];
            fault.related.push_back({one.place, "made of " + in_quotes(one.path)});
        }
    }
    diagnostics.add(std::move(fault));
}

/// The fault to report for a result that is not finite, with the sampled values that lead to it: " with `a` =
/// 0". Empty if every step is finite.
std::optional<Fault> not_finite(const SamplePlan& plan, StepId result, const SampleTrouble& trouble) {
    const Calculation& calculation = plan.calculation();
    std::vector<double> values = values_at(plan, trouble.first);
    const std::vector<bool> needed = reaches(calculation, std::span(&result, 1));
    for (StepId id = 0; id < values.size(); ++id) {
        if (!needed[id]) values[id] = 0;
    }
    const StepId fault_step = first_fault(calculation, values);
    if (fault_step == no_step) return std::nullopt;
    const StepRecord& step = calculation.steps()[fault_step];
    const bool of_right = step.operation == Operation::divide;
    std::vector<std::size_t> inputs = drawn_inputs(plan, of_right ? step.right : step.left);
    if (inputs.empty()) inputs = drawn_inputs(plan, fault_step);
    Fault fault{.place = {},
                .message = "the first is number " + std::to_string(trouble.first + 1) + ": " +
                           operation_at(step, values)};
    std::vector<std::string> names;
    for (std::size_t input : inputs) {
        const Input one = calculation.inputs()[input];
        const auto k =
            std::lower_bound(plan.inputs().begin(), plan.inputs().end(), input) - plan.inputs().begin();
        const double value = plan.sample(trouble.first)[static_cast<std::size_t>(k)];
        names.push_back(in_quotes(one.path) + " = " + in_written_unit(value, one));
        if (!fault.place.known()) {
            fault.place = one.place;
        } else {
            fault.related.push_back({one.place, in_quotes(one.path)});
        }
    }
    if (!names.empty()) fault.message += " with " + listed(names);
    return fault;
}

void report_not_finite(const SamplePlan& plan, StepId result, const SampleTrouble& trouble,
                       std::uint64_t samples, Diagnostics& diagnostics) {
    std::optional<Fault> fault = not_finite(plan, result, trouble);
    if (!fault) return;
    fault->message = std::to_string(trouble.count) + " of " + std::to_string(samples) +
                     " samples have no finite result, " + fault->message;
    fault->hint = "truncate the distribution with `min` or `max` so that this cannot be sampled";
    diagnostics.add(std::move(*fault));
}

}  // namespace

bool report_trouble(const SamplePlan& plan, std::span<const StepId> steps, std::span<const Watched> watched,
                    const SampleRun& run, std::uint64_t samples, Diagnostics& diagnostics) {
    bool any = false;
    for (std::size_t w = 0; w < watched.size(); ++w) {
        if (run.out_of_range()[w].count == 0) continue;
        report_range(plan, watched[w], run.out_of_range()[w], samples, diagnostics);
        any = true;
    }
    if (any) return true;  // results that are not finite because of a value out of range are not reported
    std::uint64_t said = SampleTrouble::none;
    for (std::size_t j = 0; j < steps.size(); ++j) {
        const SampleTrouble& trouble = run.not_finite()[j];
        if (trouble.count == 0 || steps[j] == no_step) continue;
        if (trouble.first != said) report_not_finite(plan, steps[j], trouble, samples, diagnostics);
        said = trouble.first;
        any = true;
    }
    return any;
}

void report_lack(const SamplePlan& plan, StepId result, std::string_view name, const SampleTrouble& trouble,
                 std::uint64_t samples, Diagnostics& diagnostics) {
    std::optional<Fault> fault = not_finite(plan, result, trouble);
    if (!fault) return;
    fault->message = in_quotes(name) + " is not assessed: " + std::to_string(trouble.count) + " of " +
                     std::to_string(samples) + " samples have none, " + fault->message;
    fault->severity = Severity::warning;
    diagnostics.add(std::move(*fault));
}

}  // namespace lca::numerics
