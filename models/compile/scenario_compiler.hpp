#pragma once
// Records everything that one scenario describes.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/compile/boundary_check.hpp"
#include "models/compile/credits.hpp"
#include "models/compile/hardware_bases.hpp"
#include "models/compile/outputs.hpp"
#include "models/resolve/resolved_system.hpp"
#include "models/resolve/site_resolver.hpp"
#include "models/resolve/system_shares.hpp"
#include "models/resolve/value_recorder.hpp"
#include "models/results/capacity.hpp"
#include "models/scenario/activity_reader.hpp"

namespace lca::compile_detail {

/// What the scenarios in one recording have in common.
struct Recording {
    Recorder& recorder;
    SharedInputs& inputs;
    Catalog& catalog;
    const Sources& sources;
    Diagnostics& diagnostics;
    bool checks_capacity = true;  // not where only some of a variant's changes are made
};

class ResultTableBuilder;

/// Errors that do not affect results (in a what-if, an expectation) do not stop it.
class ScenarioCompiler {
public:
    ScenarioCompiler(Recording recording, const Scenario& scenario);

    /// Before `record`: the demand of `rebound` is `factor` times what the file gives.
    void scale_demand(Expr<unit::None> factor);
    /// False after an error that prevents results; errors in outputs do not.
    bool record();
    /// After `record`, also where that found faults: reports more use than exists.
    void check_capacity();
    Results& results() { return results_; }
    /// After `record`: what a name stands for.
    Parsed<NamedTerm> named(std::string_view name);
    ValueRecorder& values() { return values_; }

private:
    /// What an activity takes of a system over its period.
    struct Share {
        ActivityData activity_data;
        std::optional<Expr<unit::None>> share;  // nothing after a fault
    };

    bool sound() const { return diagnostics_.errors() <= errors_before_; }
    const ResolvedSystem* machine_of(const Activity& activity);
    void record_sites();
    void record_systems();
    /// Whether the capacity of a system and what an activity takes of it were read without a fault.
    bool knows_use(const Activity& activity, std::size_t number);
    std::optional<std::size_t> site_of(const Activity& activity);
    /// Valid until the next call.
    const SiteFactors* electricity_of(const Activity& activity, const ActivityData& reach);
    bool any_market();
    void record_results();
    void record_activity(std::size_t number, bool whole, ResultTableBuilder& table);
    void note_estimates(const Activity& activity);
    void record_phases(const Activity& activity, const ActivityData& reach, const Share* share,
                       ResultTableBuilder& table);
    void check_services(const Activity& activity, const ActivityData& reach);
    void share_systems(ResultTableBuilder& table);
    void share_system(std::size_t system, const std::vector<std::size_t>& activities,
                      ResultTableBuilder& table);
    const SystemInCommon* in_common(std::size_t system) const;
    /// What of a shared system must be the same in all scenarios that share it.
    std::vector<StepId> whole_of(std::size_t system);
    void leave_unallocated(std::size_t system, Expr<unit::None> rest, ResultTableBuilder& table);
    void note_purchase(const ResolvedSystem& machine);
    void record_functional_unit();
    void record_energy_of_one();

    const Scenario& scenario_;
    Recorder& recorder_;
    Diagnostics& diagnostics_;
    bool checks_capacity_;
    std::size_t errors_before_;
    ValueRecorder values_;
    SiteResolver grid_;
    SystemResolver machines_;
    ActivityReader activities_;
    SiteFactors of_its_hours_;  // of the activity looked at, on a grid with a series
    std::vector<bool> faulty_systems_;
    std::map<std::size_t, Share> shares_;                  // by number of the activity
    std::map<std::size_t, ElectricityPhase> idle_wholes_;  // by system: what it states for its period
    std::shared_ptr<Capacity> capacity_;                   // of `results_`
    std::optional<BoundaryCheck> boundary_;                // where the file states one
    Credits credits_;
    HardwareBases bases_;
    Results results_;
};

}  // namespace lca::compile_detail
