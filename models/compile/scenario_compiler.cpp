#include "models/compile/scenario_compiler.hpp"

#include <utility>

#include "lca/base/zoned_time.hpp"
#include "models/compile/result_table_builder.hpp"
#include "models/resolve/embodied.hpp"

namespace lca {

ScenarioCompiler::ScenarioCompiler(Recording recording, const Scenario& scenario)
    : scenario_(scenario),
      recorder_(recording.recorder),
      diagnostics_(recording.diagnostics),
      errors_before_(scenario.study_errors),
      values_(recorder_, recording.inputs, scenario, recording.catalog, recording.sources, diagnostics_),
      grid_(values_, scenario),
      machines_(values_, scenario),
      activities_(scenario, recording.sources) {}

void ScenarioCompiler::scale_demand(Expr<unit::None> factor) {
    values_.scale(scenario_.rebound->demand, factor);
}

bool ScenarioCompiler::record() {
    results_ = {};
    for (const std::size_t i : scenario_.parameter_order) values_.record(scenario_.parameters[i]);
    if (scenario_.rebound) values_(scenario_.rebound->elasticity);  // its parameters are used
    record_sites();
    for (std::size_t i = 0; i < scenario_.systems.size(); ++i) machines_.at(i);
    machines_.check_unused_hardware();
    record_results();
    if (sound()) {
        record_functional_unit();
        results_.stand_ins = grid_.take_stand_ins();
        results_.outputs = record_outputs(scenario_, values_, results_);
        values_.note_unused_parameters();
    }
    return sound();
}

Parsed<NamedTerm> ScenarioCompiler::named(std::string_view name) {
    return named_term(scenario_, values_, results_, name);
}

const ResolvedSystem* ScenarioCompiler::machine_of(const Activity& activity) {
    return activity.system ? &machines_.at(*activity.system) : nullptr;
}

/// Every site, but of one whose grid follows the years of activities only those years: its newest figure would be
/// listed and belong to nothing.
void ScenarioCompiler::record_sites() {
    std::vector<bool> dated(scenario_.sites.size()), undated(scenario_.sites.size());
    for (const System& system : scenario_.systems) {
        if (system.site && system.idle.state == Phase::State::stated) undated[*system.site] = true;
    }
    for (std::size_t i = 0; i < activities_.size(); ++i) {
        const auto system = activities_.system_of(i);
        const auto own = activities_.site_of(i);
        const auto site = own ? own : system ? scenario_.systems[*system].site : std::nullopt;
        if (site) (activities_.year_of(i) ? dated : undated)[*site] = true;
    }
    for (std::size_t i = 0; i < scenario_.sites.size(); ++i) {
        if (undated[i] || !dated[i] || !grid_.follows_year(i)) grid_.at(i);
    }
}

/// The activity's own site wins over its system's.
const SiteFactors* ScenarioCompiler::electricity_of(const Activity& activity) {
    const std::optional<int> year = year_of_time(activity.start.text);
    if (activity.site) return &grid_.at(*activity.site, year);
    const ResolvedSystem* machine = machine_of(activity);
    return machine && machine->site ? &grid_.at(*machine->site, year) : nullptr;
}

bool ScenarioCompiler::any_market() {
    for (std::size_t i = 0; i < scenario_.sites.size(); ++i) {
        if (grid_.has_market(i)) return true;
    }
    return false;
}

void ScenarioCompiler::record_results() {
    ResultTableBuilder table(values_, results_, any_market(), activities_.size());
    const bool whole = sound();  // else only how much each activity does is checked: the rest needs the sites
    if (whole) share_idle(table);
    for (std::size_t i = 0; i < activities_.size(); ++i) record_activity(i, whole, table);
    if (sound()) table.finish();
}

/// After a fault the rest is still checked, but no longer summed up.
void ScenarioCompiler::record_activity(std::size_t number, bool whole, ResultTableBuilder& table) {
    const Activity activity = activities_.read(number);
    const auto share = shares_.find(number);
    const bool shares = share != shares_.end();
    const ResolvedSystem* machine = machine_of(activity);
    const SiteFactors* electricity = electricity_of(activity);
    const std::size_t errors = diagnostics_.errors();
    const ActivityData reach =
        shares ? share->second.activity_data : activity_data(activity, machine, values_);
    if (whole && diagnostics_.errors() == errors) {
        const ElectricPhases electric = electric_phases({activity, machine, electricity, reach, values_},
                                                        shares ? &share->second.part : nullptr);
        const EmbodiedPhase embodied = embodied_phase(activity, machine, reach, values_);
        if (sound()) table.add(activity, reach, embodied, electric, electricity);
    }
    values_.forget(activity);
}

/// Systems that state their own idle: cut it into the parts of the activities that use them.
void ScenarioCompiler::share_idle(ResultTableBuilder& table) {
    std::vector<std::vector<std::size_t>> users(scenario_.systems.size());
    for (std::size_t i = 0; i < activities_.size(); ++i) {
        if (const auto system = activities_.system_of(i)) users[*system].push_back(i);
    }
    for (std::size_t s = 0; s < users.size(); ++s) {
        const bool states_idle = scenario_.systems[s].idle.state == Phase::State::stated;
        if (states_idle && !users[s].empty()) share_idle(s, users[s], table);
    }
}

void ScenarioCompiler::share_idle(std::size_t number, const std::vector<std::size_t>& users,
                                  ResultTableBuilder& table) {
    const System& system = scenario_.systems[number];
    std::vector<Activity> activities;
    std::vector<ActivityData> extents;
    for (const std::size_t i : users) {
        activities.push_back(activities_.read(i));
        extents.push_back(activity_data(activities.back(), &machines_.at(number), values_));
    }
    std::vector<Sharer> sharers;
    for (std::size_t k = 0; k < users.size(); ++k) sharers.push_back({activities[k], extents[k]});
    SharedIdle shared;
    if (sound() && system.site)
        shared = shared_idle(system, machines_.at(number), grid_.at(*system.site), sharers, values_);
    shared.parts.resize(users.size());
    for (std::size_t k = 0; k < users.size(); ++k)
        shares_.emplace(users[k], Share{extents[k], std::move(shared.parts[k])});
    if (sound() && system.site) table.add_unallocated(shared.rest, grid_.at(*system.site));
}

void ScenarioCompiler::record_functional_unit() {
    if (scenario_.functional_unit.empty()) return;
    const Expr<unit::None> amount =
        values_.or_default(scenario_.functional_amount,
                           {.path = "functional_unit.amount", .value = 1, .why = "the language's default"});
    results_.functional_amount = amount.value().id();
    results_.functional_unit = scenario_.functional_unit;
}

}  // namespace lca
