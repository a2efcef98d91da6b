#include "models/pass.hpp"

#include <utility>

#include "models/manufacture/embodied.hpp"
#include "models/result_table.hpp"

namespace lca {

Pass::Pass(Recording recording, const Scenario& scenario)
    : scenario_(scenario),
      recorder_(recording.recorder),
      diagnostics_(recording.diagnostics),
      errors_before_(scenario.study_errors),
      values_(recorder_, recording.inputs, scenario, recording.catalog, recording.sources, diagnostics_),
      grid_(values_, scenario),
      machines_(values_, scenario) {}

void Pass::scale_demand(Expr<unit::None> factor) {
    values_.scale(*scenario_.rebound->demand, factor);
}

bool Pass::record() {
    recorder_.results() = {};
    for (const std::size_t i : scenario_.parameter_order) values_.record(scenario_.parameters[i]);
    if (scenario_.rebound) values_(scenario_.rebound->elasticity);  // its parameters are used
    for (std::size_t i = 0; i < scenario_.sites.size(); ++i) grid_.at(i);
    for (std::size_t i = 0; i < scenario_.systems.size(); ++i) machines_.at(i);
    machines_.check_unused_hardware();
    for (const Activity& activity : scenario_.activities)
        extents_.push_back(extent(activity, machine_of(activity), values_));
    if (sound()) record_results();
    if (sound()) {
        record_functional_unit();
        recorded_.outputs = record_outputs(scenario_, values_);
        values_.note_unused_parameters();
    }
    recorded_.results = std::exchange(recorder_.results(), {});
    return sound();
}

Parsed<NamedTerm> Pass::named(std::string_view name) {
    std::swap(recorder_.results(), recorded_.results);
    Parsed<NamedTerm> found = named_term(scenario_, recorded_.outputs, values_, name);
    std::swap(recorder_.results(), recorded_.results);
    return found;
}

const Machine* Pass::machine_of(const Activity& activity) {
    return activity.system ? &machines_.at(*activity.system) : nullptr;
}

/// The activity's own site wins over its system's.
const Electricity* Pass::electricity_of(const Activity& activity) {
    if (activity.site) return &grid_.at(*activity.site);
    const Machine* machine = machine_of(activity);
    return machine && machine->site ? &grid_.at(*machine->site) : nullptr;
}

bool Pass::any_market() {
    for (std::size_t i = 0; i < scenario_.sites.size(); ++i) {
        if (grid_.at(i).market) return true;
    }
    return false;
}

void Pass::record_results() {
    ResultTable table(values_, any_market());
    share_idle(table);
    for (std::size_t i = 0; i < scenario_.activities.size(); ++i) {
        const Activity& activity = scenario_.activities[i];
        const Machine* machine = machine_of(activity);
        const Electricity* electricity = electricity_of(activity);
        const ElectricPhases electric =
            electric_phases({activity, machine, electricity, extents_[i], values_}, shared_of(i));
        const EmbodiedPhase embodied = embodied_phase(activity, machine, extents_[i], values_);
        if (!sound()) continue;
        table.add(activity, extents_[i], embodied, electric, electricity);
    }
    if (sound()) table.finish();
}

const DrawnPhase* Pass::shared_of(std::size_t activity) const {
    const auto found = shared_parts_.find(activity);
    return found == shared_parts_.end() ? nullptr : &found->second;
}

/// Systems that state their own idle: cut it into the parts of the activities that use them.
void Pass::share_idle(ResultTable& table) {
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
        for (std::size_t k = 0; k < numbers.size(); ++k) shared_parts_.emplace(numbers[k], shared.parts[k]);
        if (sound()) table.add_unallocated(shared.rest, electricity);
    }
}

void Pass::record_functional_unit() {
    if (scenario_.functional_unit.empty()) return;
    const Expr<unit::None> amount =
        values_.or_default(scenario_.functional_amount,
                           {.path = "functional_unit.amount", .value = 1, .why = "the language's default"});
    recorder_.results().functional_amount = amount.value().id();
    recorder_.results().functional_unit = scenario_.functional_unit;
}

}  // namespace lca
