#include "models/compile/compile.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "lca/calc/dataflow.hpp"
#include "lca/document/node.hpp"
#include "lca/units/quantity.hpp"
#include "models/compile/counterfactual.hpp"
#include "models/compile/rebound.hpp"
#include "models/results/point_result.hpp"

namespace lca::compile_detail {
namespace {

constexpr std::size_t figures_an_activity = 4;  // a rough number, used to reserve memory

/// A result whose value is not finite.
struct OutOfRange {
    std::string name;
    StepId step;
};

/// Finds the input on which a step depends that differs most from 1 in orders of magnitude: a likely mistake.
std::size_t farthest_input(const Calculation& calculation, StepId step) {
    const std::vector<bool> needed = reaches(calculation, std::span(&step, 1));
    std::size_t found = no_input;
    double farthest = -1;
    for (StepId id = 0; id <= step; ++id) {
        const StepRecord& record = calculation.steps()[id];
        if (!needed[id] || record.operation != Operation::input) continue;
        const double distance =
            std::fabs(std::logb(calculation.inputs().value(record.left)));  // infinite for 0
        if (!(distance > farthest)) continue;
        farthest = distance;
        found = record.left;
    }
    return found;
}

class Compiler {
public:
    Compiler(const Scenario& scenario, Catalog& catalog, const Sources& sources, Diagnostics& diagnostics,
             const Baselines& baselines)
        : scenario_(scenario),
          baselines_(baselines),
          diagnostics_(diagnostics),
          inputs_(sources, baselines.base || baselines.counterfactual),
          recording_{recorder_, inputs_, catalog, sources, diagnostics, !baselines.partial} {}

    std::optional<Assessment> compile() {
        const std::size_t activities = scenario_.unread.size() + scenario_.activities.size();
        recorder_.expect(scenario_.parameters.size() + figures_an_activity * activities);
        std::vector<Output> more;
        std::optional<Results> results = record_with_rebound(recording_, scenario_, baselines_.base, more);
        if (!results) return std::nullopt;
        if (baselines_.counterfactual) compare_with_counterfactual(*results, more);
        for (Output& output : more) {
            label(output);
            results->outputs.push_back(std::move(output));
        }
        const std::optional<OutOfRange> bad = first_out_of_range(*results);
        Assessment made = assessment(std::move(recorder_), std::move(*results));
        if (bad) report(*bad, made.calculation);
        return made;
    }

private:
    void compare_with_counterfactual(const Results& results, std::vector<Output>& report) {
        std::vector<Output> not_shown;
        const std::optional<Results> otherwise = record_with_rebound(
            recording_, *baselines_.counterfactual, baselines_.counterfactual_base, not_shown);
        if (!otherwise) return;
        for (Output& output :
             against_counterfactual(recorder_, results, *otherwise, scenario_.counterfactual->name.text))
            report.push_back(std::move(output));
    }

    void label(const Output& output) {
        // Every known zero is the same step, which can have only one label.
        if (output.step != no_step &&
            recorder_.operation(Step(recorder_, output.step)) != Operation::constant)
            recorder_.label(Step(recorder_, output.step), fmt::format("outputs.{}", output.name),
                            output.dimension);
    }

    bool in_range(StepId step) {
        return step == no_step || within_range(recorder_.value(Step(recorder_, step)));
    }

    /// The first result, or figure of an activity, whose value is not finite.
    std::optional<OutOfRange> first_out_of_range(const Results& results) {
        for (const Result& row : results.rows) {
            for (const StepId step : row.steps) {
                if (!in_range(step)) return OutOfRange{results.name(row), step};
            }
        }
        for (const Output& output : results.outputs) {
            if (!in_range(output.step))
                return OutOfRange{fmt::format("{}{}", output_prefix, output.name), output.step};
        }
        for (const ActivityInfo& activity : results.activities) {
            for (const ActivityFigure& figure : activity_figures()) {
                if (!in_range(activity.*figure.step))
                    return OutOfRange{fmt::format("{}.{}", activity.id, figure.name), activity.*figure.step};
            }
        }
        return std::nullopt;
    }

    void report(const OutOfRange& bad, const Calculation& calculation) {
        Fault fault{.place = scenario_.document ? scenario_.document->root().place() : Place{},
                    .message = fmt::format("`{}` is out of range: a division by zero, or too large a number",
                                           bad.name),
                    .expected = "figures of a realistic size"};
        const std::size_t input = farthest_input(calculation, bad.step);
        if (input != no_input) {
            const Input extreme = calculation.inputs()[input];
            fault.message += fmt::format("; `{}` is one of its inputs", extreme.path);
            if (extreme.place.known()) fault.place = extreme.place;
        }
        diagnostics_.add(std::move(fault));
    }

    const Scenario& scenario_;
    const Baselines& baselines_;
    Diagnostics& diagnostics_;
    Recorder recorder_;
    SharedInputs inputs_;
    Recording recording_;
};

}  // namespace

std::optional<Assessment> compile(const Scenario& scenario, Catalog& catalog, const Sources& sources,
                                  Diagnostics& diagnostics, const Baselines& baselines) {
    return Compiler(scenario, catalog, sources, diagnostics, baselines).compile();
}

}  // namespace lca::compile_detail
