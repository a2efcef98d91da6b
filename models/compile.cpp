#include "models/compile.hpp"

#include <fmt/core.h>

#include <cmath>
#include <deque>

#include "models/electricity/site.hpp"
#include "models/energy/shared_idle.hpp"
#include "models/manufacture/embodied.hpp"
#include "models/outputs.hpp"
#include "models/result_table.hpp"

namespace lca {
namespace {

class Compiler {
public:
    Compiler(const Scenario& scenario, Catalog& catalog, const Sources& sources, Diagnostics& diagnostics)
        : scenario_(scenario),
          diagnostics_(diagnostics),
          values_(recorder_, scenario, catalog, sources, diagnostics),
          grid_(values_, scenario),
          machines_(values_, scenario) {}

    Calculation compile() {
        recorder_.expect(scenario_.figures->all().size());
        for (const std::size_t i : scenario_.parameter_order) values_.record(scenario_.parameters[i]);
        for (std::size_t i = 0; i < scenario_.sites.size(); ++i) grid_.at(i);
        for (std::size_t i = 0; i < scenario_.systems.size(); ++i) machines_.at(i);
        machines_.check_unused_hardware();
        for (const Activity& activity : scenario_.activities)
            extents_.push_back(extent(activity, machine_of(activity), values_));
        if (!diagnostics_.has_errors()) record_results();
        if (!diagnostics_.has_errors()) {
            record_functional_unit();
            record_outputs(scenario_, values_);
            values_.note_unused_parameters();
            check_finite();
        }
        return std::move(recorder_).finish();
    }

private:
    const Machine* machine_of(const Activity& activity) {
        return activity.system ? &machines_.at(*activity.system) : nullptr;
    }

    /// The activity's own site wins over its system's.
    const Electricity* electricity_of(const Activity& activity) {
        if (activity.site) return &grid_.at(*activity.site);
        const Machine* machine = machine_of(activity);
        return machine && machine->site ? &grid_.at(*machine->site) : nullptr;
    }

    bool any_market() {
        for (std::size_t i = 0; i < scenario_.sites.size(); ++i) {
            if (grid_.at(i).market) return true;
        }
        return false;
    }

    void record_results() {
        ResultTable table(values_, any_market());
        share_idle(table);
        for (std::size_t i = 0; i < scenario_.activities.size(); ++i) {
            const Activity& activity = scenario_.activities[i];
            const Machine* machine = machine_of(activity);
            const Electricity* electricity = electricity_of(activity);
            const ElectricPhases electric =
                electric_phases({activity, machine, electricity, extents_[i], values_}, shared_of(i));
            const EmbodiedPhase embodied = embodied_phase(activity, machine, extents_[i], values_);
            if (diagnostics_.has_errors()) continue;
            table.add(activity, extents_[i], embodied, electric, electricity);
        }
        if (!diagnostics_.has_errors()) table.finish();
    }

    const DrawnPhase* shared_of(std::size_t activity) const {
        const auto found = shared_parts_.find(activity);
        return found == shared_parts_.end() ? nullptr : &found->second;
    }

    /// Systems that state their own idle: cut it into the parts of the activities that use them.
    void share_idle(ResultTable& table) {
        for (std::size_t s = 0; s < scenario_.systems.size(); ++s) {
            const System& system = scenario_.systems[s];
            if (system.idle.state != Phase::State::stated) continue;
            std::vector<Sharer> sharers;
            std::vector<std::size_t> numbers;
            for (std::size_t i = 0; i < scenario_.activities.size(); ++i) {
                if (scenario_.activities[i].system != s) continue;
                sharers.push_back({scenario_.activities[i], extents_[i]});
                numbers.push_back(i);
            }
            if (sharers.empty() || !system.site) continue;
            const Electricity& electricity = grid_.at(*system.site);
            const SharedIdle shared = shared_idle(system, machines_.at(s), electricity, sharers, values_);
            for (std::size_t k = 0; k < numbers.size(); ++k)
                shared_parts_.emplace(numbers[k], shared.parts[k]);
            if (!diagnostics_.has_errors()) table.add_unallocated(shared.rest, electricity);
        }
    }

    void record_functional_unit() {
        if (scenario_.functional_unit.empty()) return;
        const Expr<unit::None> amount = values_.or_default(
            scenario_.functional_amount,
            {.path = "functional_unit.amount", .value = 1, .why = "the language's default"});
        recorder_.results().functional_amount = amount.value().id();
        recorder_.results().functional_unit = scenario_.functional_unit;
    }

    void check_finite() {
        const Results& results = recorder_.results();
        for (const Result& row : results.rows) {
            for (StepId step : row.steps) {
                if (step == no_step || std::isfinite(recorder_.value(Step(recorder_, step)))) continue;
                diagnostics_.error(
                    scenario_.document->root().place(),
                    fmt::format("`{}` is not a finite number: something is divided by zero or overflows",
                                results.name(row)));
                return;
            }
        }
    }

    const Scenario& scenario_;
    Diagnostics& diagnostics_;
    Recorder recorder_;
    Values values_;
    Grid grid_;
    Machines machines_;
    std::deque<Extent> extents_;
    std::map<std::size_t, DrawnPhase> shared_parts_;
};

}  // namespace

Calculation compile(const Scenario& scenario, Catalog& catalog, const Sources& sources,
                    Diagnostics& diagnostics) {
    return Compiler(scenario, catalog, sources, diagnostics).compile();
}

}  // namespace lca
