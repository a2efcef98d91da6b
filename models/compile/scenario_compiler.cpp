#include "models/compile/scenario_compiler.hpp"

#include <fmt/core.h>

#include <utility>

#include "lca/base/zoned_time.hpp"
#include "models/compile/capacity_faults.hpp"
#include "models/compile/purchases.hpp"
#include "models/compile/result_table_builder.hpp"
#include "models/compile/unread_values.hpp"
#include "models/resolve/embodied.hpp"
#include "models/resolve/service_model.hpp"
#include "models/scenario/bound_keys.hpp"

namespace lca::compile_detail {

ScenarioCompiler::ScenarioCompiler(Recording recording, const Scenario& scenario)
    : scenario_(scenario),
      recorder_(recording.recorder),
      diagnostics_(recording.diagnostics),
      checks_capacity_(recording.checks_capacity),
      errors_before_(scenario.study_errors),
      values_(recorder_, recording.inputs, scenario, recording.catalog, recording.sources, diagnostics_),
      grid_(values_, scenario),
      systems_(values_, scenario),
      activities_(scenario, recording.sources) {}

void ScenarioCompiler::scale_demand(Expr<unit::None> factor) {
    values_.scale(scenario_.rebound->demand, factor);
}

bool ScenarioCompiler::record() {
    results_ = {};
    credits_ = {};
    bases_ = {};
    results_.role = scenario_.role;
    if (scenario_.boundary) boundary_.emplace(*scenario_.boundary);
    for (const std::size_t i : scenario_.parameter_order) values_.record(scenario_.parameters[i]);
    if (scenario_.rebound) values_(scenario_.rebound->elasticity);  // so that its parameters count as used
    record_sites();
    record_systems();
    record_results();
    const bool known = sound();
    if (known) {
        record_functional_unit();
        results_.stand_ins = grid_.take_stand_ins();
        results_.bases = grid_.bases();
        results_.water = grid_.water();
        results_.quoted = {values_.quoted().begin(), values_.quoted().end()};
        HardwareBases::finish(results_, diagnostics_);
        if (std::string note = mixed_bases_note(results_.bases); !note.empty())
            results_.remarks.push_back(std::move(note));
        if (scenario_.rebound || scenario_.counterfactual) {
            if (std::string note = average_note(results_.bases); !note.empty())
                results_.remarks.push_back(std::move(note));
        }
        results_.build_index();  // from here on results are found by name
        record_energy_of_one();
        results_.outputs = record_outputs(scenario_, values_, results_);
        for (Output& credit : credits_.outputs(recorder_)) results_.outputs.push_back(std::move(credit));
        values_.refuse_unused_figures();
    } else {
        check_names_of_outputs(scenario_, values_);
    }
    if (scenario_.document) check_unread_values(*scenario_.document, values_);
    if (known) values_.note_unused_parameters();
    return known;
}

void ScenarioCompiler::check_capacity() {
    if (checks_capacity_ && results_.capacity)
        report_excesses(scenario_, activities_, *results_.capacity, recorder_, diagnostics_);
}

Parsed<NamedTerm> ScenarioCompiler::named(std::string_view name) {
    return named_term(scenario_, values_, results_, name);
}

const ResolvedSystem* ScenarioCompiler::system_of(const Activity& activity) {
    return activity.system ? &systems_.at(*activity.system) : nullptr;
}

/// Records every site. If a site's grid depends on the years of activities, only those years are recorded:
/// the newest figure would be an input that nothing uses.
void ScenarioCompiler::record_sites() {
    std::vector<bool> dated(scenario_.sites.size()), undated(scenario_.sites.size());
    const auto states_figures = [&](std::size_t site) {
        const std::optional<GridChoice>& grid = scenario_.sites[site].grid;
        return grid && grid->kind != GridChoice::Kind::region;
    };
    for (const System& system : scenario_.systems) {
        if (system.site && system.idle.state == Phase::State::stated) undated[*system.site] = true;
    }
    for (std::size_t i = 0; i < activities_.size(); ++i) {
        const auto system = activities_.system_of(i);
        const auto own = activities_.site_of(i);
        const auto site = own ? own : system ? scenario_.systems[*system].site : std::nullopt;
        if (site && !states_figures(*site)) (activities_.year_of(i) ? dated : undated)[*site] = true;
    }
    for (std::size_t i = 0; i < scenario_.sites.size(); ++i) {
        if (undated[i] || !dated[i] || !grid_.follows_year(i)) grid_.at(i);
    }
}

/// The site of an activity: its own or, if it names none, that of its system.
std::optional<std::size_t> ScenarioCompiler::site_of(const Activity& activity) {
    const ResolvedSystem* resolved = system_of(activity);
    return activity.site ? activity.site : resolved ? resolved->site : std::nullopt;
}

const SiteFactors* ScenarioCompiler::electricity_of(const Activity& activity, const ActivityData& reach) {
    const std::optional<std::size_t> site = site_of(activity);
    if (!site) return nullptr;
    if (!grid_.is_series(*site)) return &grid_.at(*site, year_of_time(activity.start.text));
    of_its_hours_ = grid_.over(*site, {activity, instant_of_time(activity.start.text), reach.duration});
    return &of_its_hours_;
}

bool ScenarioCompiler::any_market() {
    for (std::size_t i = 0; i < scenario_.sites.size(); ++i) {
        if (grid_.has_market(i)) return true;
    }
    return false;
}

void ScenarioCompiler::record_results() {
    ResultTableBuilder table(values_, results_, any_market(), activities_.size());
    capacity_ = std::make_shared<Capacity>();
    results_.capacity = capacity_;
    for (std::size_t i = 0; i < scenario_.systems.size(); ++i)
        capacity_->systems.push_back(capacity_of(systems_.at(i)));
    const bool whole = sound();  // otherwise only amounts are checked: the rest needs valid sites
    if (whole) share_systems(table);
    for (std::size_t i = 0; i < activities_.size(); ++i) record_activity(i, whole, table);
    if (!sound()) return;
    table.finish();
    if (boundary_) boundary_->finish(results_);
}

/// Hardware of the file may be in several systems; errors in it are reported for the first of them.
void ScenarioCompiler::record_systems() {
    faulty_systems_.clear();
    bool faulty_hardware = false;
    for (std::size_t i = 0; i < scenario_.systems.size(); ++i) {
        const System& system = scenario_.systems[i];
        const std::size_t errors = diagnostics_.errors();
        systems_.at(i);
        bool own = system.faulty;
        for (const BoundKey<System>& key : bound::system) own = own || values_.is_faulty(key.value(system));
        for (const Component& part : system.parts) own = own || values_.is_faulty(part.count);
        const bool found = diagnostics_.errors() > errors;
        faulty_hardware = faulty_hardware || (found && !own);
        faulty_systems_.push_back(own || found);
    }
    if (faulty_hardware && scenario_.hardware) faulty_systems_.assign(faulty_systems_.size(), true);
    systems_.check_unused_hardware();
}

bool ScenarioCompiler::knows_use(const Activity& activity, std::size_t number) {
    if (!activity.system || faulty_systems_[*activity.system]) return false;
    if (sound()) return true;
    for (const BoundKey<Activity>& key : bound::activity) {
        if (values_.is_faulty(key.value(activity))) return false;
    }
    return !activities_.is_faulty(number);
}

/// Records one activity. After an error it is still checked, but not added to the results.
void ScenarioCompiler::record_activity(std::size_t number, bool whole, ResultTableBuilder& table) {
    const Activity activity = activities_.read(number);
    const auto found = shares_.find(number);
    const Share* share = found == shares_.end() ? nullptr : &found->second;
    const std::size_t errors = diagnostics_.errors();
    const ActivityData reach =
        share ? share->activity_data : activity_data(activity, system_of(activity), values_);
    const bool known = diagnostics_.errors() == errors;
    if (known && knows_use(activity, number))
        capacity_->uses.push_back(use_of(activity, *system_of(activity), reach, number));
    if (whole && known) record_phases(activity, reach, share, table);
    if (!whole && known) check_services(activity, reach);
    values_.forget(activity);
}

/// Reports errors in the inputs of models of services, for which no site is needed.
void ScenarioCompiler::check_services(const Activity& activity, const ActivityData& reach) {
    for (const Line& line : activity.dynamic.lines) {
        if (line.model) service_energy(line.model, reach, values_);
    }
}

void ScenarioCompiler::record_phases(const Activity& activity, const ActivityData& reach, const Share* share,
                                     ResultTableBuilder& table) {
    const ResolvedSystem* resolved = system_of(activity);
    const SiteFactors* electricity = electricity_of(activity, reach);
    const Expr<unit::None>* part = share && share->share ? &*share->share : nullptr;
    const auto idle = part ? idle_over_period_.find(*activity.system) : idle_over_period_.end();
    std::optional<ElectricityPhase> shared_idle;
    if (idle != idle_over_period_.end()) shared_idle = share_of_idle(idle->second, *part);
    const EnergyContext context{activity, resolved, electricity, reach, values_};
    ElectricPhases electric = electric_phases(context, shared_idle ? &*shared_idle : nullptr);
    for (ElectricityPhase* phase : {&electric.idle, &electric.dynamic})
        take_own_hours(context, site_of(activity), grid_, *phase);
    const EmbodiedPhase embodied = embodied_phase(activity, resolved, reach, part, values_);
    if (!sound()) return;
    table.add(activity, reach, embodied, electric, electricity);
    if (activity.included) {
        note_estimates(activity);
        credits_.add(embodied);
        if (follows_from_system(activity)) bases_.add(resolved, embodied, results_);
        if (resolved && scenario_.role == Role::owner) note_purchase(*resolved);
        const std::optional<std::size_t> site = site_of(activity);
        if (boundary_)
            boundary_->look_at({activity, resolved, embodied, electric, site && grid_.states_pue(*site)});
    }
    if (part && !follows_from_system(activity))
        table.add_replaced(share_of_parts(*resolved, *part, "left out for", values_), resolved->id);
}

/// Adds a remark that a model's result for a service is an estimate and not a measurement.
void ScenarioCompiler::note_estimates(const Activity& activity) {
    for (const Line& line : activity.dynamic.lines) {
        if (!line.model) continue;
        results_.remarks.push_back(
            fmt::format("`{}` is an estimate of a bought service from the size of its model ({}), not a "
                        "measurement",
                        line.location.path(), service_model(values_.keyed(line.model).text("model")).title));
    }
}

/// Adds the purchase of a system once, in the order of the activities that use systems.
void ScenarioCompiler::note_purchase(const ResolvedSystem& resolved) {
    for (const Purchase& one : results_.purchases) {
        if (one.system == resolved.id) return;
    }
    if (resolved.nodes) results_.purchases.push_back(purchase_of(resolved, values_));
}

/// Divides the idle energy and embodied impact of systems with a period among the activities that use
/// them.
void ScenarioCompiler::share_systems(ResultTableBuilder& table) {
    if (activities_.size() == 0) return;
    std::vector<std::vector<std::size_t>> users(scenario_.systems.size());
    for (std::size_t i = 0; i < activities_.size(); ++i) {
        if (const auto system = activities_.system_of(i)) users[*system].push_back(i);
    }
    for (std::size_t s = 0; s < users.size(); ++s) {
        const System& system = scenario_.systems[s];
        if (systems_.at(s).period) {
            share_system(s, users[s], table);
        } else if (system.idle.state == Phase::State::stated) {  // in a program: files are checked before
            diagnostics_.error(system.location.place(),
                               fmt::format("system `{}` states `idle` but no `period`", system.id),
                               "the time that the idle power covers, such as `period: 1 yr`");
        }
    }
}

void ScenarioCompiler::share_system(std::size_t number, const std::vector<std::size_t>& users,
                                    ResultTableBuilder& table) {
    const System& system = scenario_.systems[number];
    const ResolvedSystem& resolved = systems_.at(number);
    std::vector<ActivityData> data;
    data.reserve(users.size());
    std::vector<SharingActivity> sharers;
    for (const std::size_t i : users) {
        const Activity activity = activities_.read(i);
        data.push_back(activity_data(activity, &resolved, values_));
        sharers.push_back({i, data.back()});
    }
    const bool states_idle = system.idle.state == Phase::State::stated;
    if (sound() && states_idle && system.site)
        idle_over_period_.emplace(number,
                                  idle_over_period(system, resolved, grid_.at(*system.site), values_));
    if (users.empty() && system.sharing != Sharing::owner && !in_common(number))
        diagnostics_.warning(
            system.location.place(),
            fmt::format("no activity uses `{}`, so its impact over the period is not allocated", system.id),
            "`allocate: owner` reports it as `unallocated`");
    SystemShares shares;
    if (sound() && (!users.empty() || system.sharing == Sharing::owner))
        shares = system_shares(system, resolved, sharers, in_common(number), activities_, values_);
    if (sound() && in_common(number))
        capacity_->in_common = {static_cast<std::uint32_t>(number), shares.claimed, values_in_common(number)};
    for (std::size_t k = 0; k < users.size(); ++k) {
        const bool known = k < shares.parts.size();
        shares_.emplace(users[k], Share{data[k], known ? std::optional(shares.parts[k]) : std::nullopt});
    }
    if (sound() && shares.rest) leave_unallocated(number, *shares.rest, table);
    if (system.utilisation)
        results_.remarks.push_back(fmt::format(
            "The `utilisation` of `{}` is ignored: its idle share follows from `period`.", system.id));
}

const SystemInCommon* ScenarioCompiler::in_common(std::size_t system) const {
    const std::optional<SystemInCommon>& one = scenario_.in_common;
    return one && one->system == scenario_.systems[system].id ? &*one : nullptr;
}

std::vector<StepId> ScenarioCompiler::values_in_common(std::size_t number) {
    std::vector<StepId> steps;
    const auto add = [&](const auto& figure) { steps.push_back(figure ? figure->value().id() : no_step); };
    const auto add_all = [&](const auto& figures) {
        for (const auto& figure : figures) add(figure);
    };
    const ResolvedSystem& resolved = systems_.at(number);
    add(resolved.period);
    add(resolved.nodes);
    add(resolved.accelerators);
    for (const std::vector<BuiltComponent>* parts : {&resolved.parts, &resolved.shared}) {
        for (const BuiltComponent& part : *parts) {
            add_all(part.over_period.whole);
            for (const auto& stage : part.over_period.stages) add_all(stage);
        }
    }
    const auto idle = idle_over_period_.find(number);
    if (idle == idle_over_period_.end()) return steps;
    for (const ElectricityLine& line : idle->second.lines) {
        add(line.drawn.it);
        add(line.drawn.facility);
    }
    const SiteFactors& site = grid_.at(*scenario_.systems[number].site);
    add_all(site.intensity);
    add(site.wue);
    add(site.market);
    return steps;
}

void ScenarioCompiler::leave_unallocated(std::size_t number, Expr<unit::None> rest,
                                         ResultTableBuilder& table) {
    const auto idle = idle_over_period_.find(number);
    if (idle == idle_over_period_.end()) {
        if (values_.now(rest.value()) > 0)
            table.add_unallocated_idle_gap(
                fmt::format("`{}` gives no idle power", scenario_.systems[number].id));
    } else {
        table.add_unallocated(share_of_idle(idle->second, rest), grid_.at(*scenario_.systems[number].site));
    }
    const EmbodiedPhase parts = share_of_parts(systems_.at(number), rest, "not allocated for", values_);
    table.add_unallocated(parts);
    credits_.add(parts);
    bases_.add(&systems_.at(number), parts, results_);
    if (boundary_) boundary_->look_at(systems_.at(number), parts);
}

/// Records energy per request and per token, unless their number is zero or nearly zero.
void ScenarioCompiler::record_energy_of_one() {
    for (ActivityInfo& activity : results_.activities) {
        if (activity.requests == no_step && activity.tokens == no_step) continue;
        const Result* row = results_.find(activity.id);
        const StepId energy = row ? row->steps[energy_measure] : no_step;
        const auto of_one = [&](StepId count, std::string_view what, Base base) {
            if (energy == no_step || count == no_step) return no_step;
            const Step step = Step(recorder_, energy) / Step(recorder_, count);
            if (!within_range(recorder_.value(step))) return no_step;
            recorder_.label(
                step, activity.id + "." + std::string(what),
                divide(measure(energy_measure).dimension, Dimension::of(base)).value_or(Dimension{}));
            return step.id();
        };
        activity.per_request = of_one(activity.requests, "per_request", Base::request);
        activity.per_token = of_one(activity.tokens, "per_token", Base::token);
    }
}

void ScenarioCompiler::record_functional_unit() {
    if (scenario_.functional_unit.empty()) return;
    const auto& amount = scenario_.functional_amount;
    results_.functional_amount =
        amount
            ? values_.one_of(amount, bound::functional_amount).step.id()
            : values_
                  .or_default(amount,
                              {.path = "functional_unit.amount", .value = 1, .why = "the language's default"})
                  .value()
                  .id();
    results_.functional_unit = scenario_.functional_unit;
}

}  // namespace lca::compile_detail
