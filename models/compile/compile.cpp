#include "models/compile/compile.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "lca/document/node.hpp"
#include "models/compile/counterfactual.hpp"
#include "models/compile/rebound.hpp"

namespace lca {
namespace {

constexpr std::size_t figures_an_activity = 4;  // or so: room for them is made at once

class Compiler {
public:
    Compiler(const Scenario& scenario, Catalog& catalog, const Sources& sources, Diagnostics& diagnostics,
             const Baselines& against)
        : scenario_(scenario),
          against_(against),
          diagnostics_(diagnostics),
          inputs_(sources, against.base || against.counterfactual),
          recording_{recorder_, inputs_, catalog, sources, diagnostics, !against.partial} {}

    Assessment compile() {
        const std::size_t activities = scenario_.unread.size() + scenario_.activities.size();
        recorder_.expect(scenario_.parameters.size() + figures_an_activity * activities);
        std::vector<Output> more;
        std::optional<Results> results = record_with_rebound(recording_, scenario_, against_.base, more);
        if (results && against_.counterfactual) compare_with_counterfactual(*results, more);
        if (!results) return assessment(std::move(recorder_), {});
        for (Output& output : more) {
            label(output);
            results->outputs.push_back(std::move(output));
        }
        check_finite(*results);
        return assessment(std::move(recorder_), std::move(*results));
    }

private:
    void compare_with_counterfactual(const Results& results, std::vector<Output>& report) {
        std::vector<Output> not_shown;
        const std::optional<Results> otherwise = record_with_rebound(recording_, *against_.counterfactual,
                                                                     against_.counterfactual_base, not_shown);
        if (!otherwise) return;
        for (Output& output :
             against_counterfactual(recorder_, results, *otherwise, scenario_.counterfactual->name.text))
            report.push_back(std::move(output));
    }

    void label(const Output& output) {
        // A known zero is one step, whatever it is the zero of.
        if (output.step != no_step &&
            recorder_.operation(Step(recorder_, output.step)) != Operation::constant)
            recorder_.label(Step(recorder_, output.step), fmt::format("outputs.{}", output.name),
                            output.dimension);
    }

    void check_finite(const Results& results) {
        for (const Result& row : results.rows) {
            for (StepId step : row.steps) {
                if (step == no_step || std::isfinite(recorder_.value(Step(recorder_, step)))) continue;
                diagnostics_.error(
                    scenario_.document ? scenario_.document->root().place() : Place{},
                    fmt::format("`{}` is not a finite number: something is divided by zero or overflows",
                                results.name(row)));
                return;
            }
        }
    }

    const Scenario& scenario_;
    const Baselines& against_;
    Diagnostics& diagnostics_;
    Recorder recorder_;
    SharedInputs inputs_;
    Recording recording_;
};

}  // namespace

Assessment compile(const Scenario& scenario, Catalog& catalog, const Sources& sources,
                   Diagnostics& diagnostics, const Baselines& against) {
    return Compiler(scenario, catalog, sources, diagnostics, against).compile();
}

}  // namespace lca
