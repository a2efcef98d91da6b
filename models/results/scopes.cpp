#include "models/results/scopes.hpp"

#include <utility>

#include "lca/base/diagnostics.hpp"
#include "models/results/breakdown_builder.hpp"

namespace lca::results {
namespace {

bool is_counted(const Results& results, const Result& row) {
    const std::optional<std::uint32_t> activity = row.activity();
    return activity && results.activities.at(*activity).included;
}

/// Breaks down the total of an owner or a customer.
class Scopes {
public:
    Scopes(Assessment& assessment, Role role)
        : parts_(assessment, "scope"),
          role_(role),
          contains_upstream_(common_basis(parts_.results().bases).basis == "life_cycle") {}

    std::vector<BreakdownItem> finish() {
        for (const PhaseKind phase : {PhaseKind::idle, PhaseKind::dynamic, PhaseKind::embodied}) {
            for (std::size_t i = 0; i < parts_.results().rows.size(); ++i) add(phase, i);
        }
        // Contracts state no upstream emissions; other impacts and the energy are wholly in scope 2.
        const StepId zero = parts_.recorder().constant(0).id();
        for (const auto& [row, step] : category_3_) {
            MeasuredSteps steps = nothing_assessed;
            steps[index_of::climate] = step.id();
            steps[energy_measure] = zero;
            parts_.add(std::string(upstream_of_energy), parts_.results().rows[row], steps);
        }
        return parts_.finish();
    }

private:
    void add(PhaseKind phase, std::size_t i) {
        const Result& row = parts_.results().rows[i];
        const auto* of = row.get_if<ActivityPhaseRow>();
        const auto* rest = row.get_if<UnallocatedPhaseRow>();
        const bool counts =
            of ? is_counted(parts_.results(), row) && of->phase == phase : rest && rest->phase == phase;
        if (!counts) return;
        if (role_ == Role::customer) return parts_.add(std::string(purchased_services), row);
        if (phase == PhaseKind::embodied) return parts_.add(std::string(capital_goods), row);
        MeasuredSteps steps = row.steps;
        if (of && row.steps[index_of::climate] != no_step) {
            const ActivityInfo& activity = parts_.results().activities.at(of->activity);
            StepId& climate = steps[index_of::climate];
            for (const Step part : in_category_3(row, activity)) {
                climate = (step(climate) - part).id();
                category_3_.emplace_back(i, part);
            }
        }
        parts_.add(std::string(scope_2), row, steps);
    }

    /// The parts of a phase's climate change that category 3 counts.
    std::vector<Step> in_category_3(const Result& phase, const ActivityInfo& activity) {
        std::vector<Step> found;
        const StepId climate = phase.steps[index_of::climate], energy = phase.steps[energy_measure];
        if (activity.lost != no_step) found.push_back(step(climate) * step(activity.lost));
        if (activity.upstream != no_step && energy != no_step && contains_upstream_)
            found.push_back(step(energy) * step(activity.upstream));
        return found;
    }
    Step step(StepId id) { return {parts_.recorder(), id}; }

    BreakdownBuilder parts_;
    Role role_;
    bool contains_upstream_;
    std::vector<std::pair<std::size_t, Step>> category_3_;  // with the index of the row
};

}  // namespace

CommonBasis common_basis(const std::vector<GridBasis>& bases) {
    CommonBasis common;
    bool all_stated = true;
    for (const GridBasis& one : bases) {
        if (one.basis.empty() || one.basis == "unstated") {
            all_stated = false;
            continue;
        }
        common.differ = common.differ || (!common.basis.empty() && common.basis != one.basis);
        common.basis = one.basis;
    }
    if (common.differ || !all_stated) common.basis.clear();
    return common;
}

std::vector<BreakdownItem> by_scope(Assessment& assessment) {
    const std::optional<Role> role = assessment.results.role;
    if (!role)
        throw InputError(
            "--by scope: the scopes depend on whose inventory it is, which the scenario does not give; "
            "expected `role: owner` (of the machines) or `role: customer` (who buys their use) at its top "
            "level");
    return Scopes(assessment, *role).finish();
}

std::optional<double> upstream_beside_total(const PointResult& result) {
    const Results& results = result.results();
    std::optional<double> sum;
    if (results.role != Role::owner || common_basis(results.bases).basis != "combustion") return sum;
    for (const Result& row : results.rows) {
        const auto* phase = row.get_if<ActivityPhaseRow>();
        if (!phase || phase->phase == PhaseKind::embodied || !is_counted(results, row)) continue;
        const std::optional<double> energy = result.value(row, energy_measure),
                                    per_kwh = result.value(results.activities.at(phase->activity).upstream);
        if (energy && *energy != 0 && per_kwh) sum = sum.value_or(0) + *energy * *per_kwh;
    }
    return sum;
}

YearOfPurchase year_of_purchase(const PointResult& result) {
    YearOfPurchase bought;
    for (const Purchase& one : result.results().purchases) {
        for (const std::string& name : one.missing)
            bought.missing.push_back(one.system + ": no embodied figure is known of " + name);
        if (const std::optional<double> value = result.value(one.step))
            bought.value = bought.value.value_or(0) + *value;
    }
    if (result.results().purchases.empty()) bought.missing.push_back("no system says what was bought");
    return bought;
}

}  // namespace lca::results
