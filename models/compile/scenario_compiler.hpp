#pragma once
// Records everything that one scenario describes as steps of a calculation.

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

/// What all scenarios in one recording use together.
struct Recording {
    Recorder& recorder;
    SharedInputs& inputs;
    Catalog& catalog;
    const Sources& sources;
    Diagnostics& diagnostics;
    bool checks_capacity = true;  // false if only some of a variant's changes are made
};

class ResultTableBuilder;

/// Compiles one scenario. Errors that do not affect results (in a what-if, an expectation) do not stop it.
class ScenarioCompiler {
public:
    ScenarioCompiler(Recording recording, const Scenario& scenario);

    /// Call before `record`: multiplies the demand of `rebound` by `factor`.
    void scale_demand(Expr<unit::None> factor);
    /// Records the scenario. False after an error that prevents results; errors in outputs do not.
    bool record();
    /// Call after `record`, even if it found errors: reports if more hardware is used than exists.
    void check_capacity();
    Results& results() { return results_; }
    /// Call after `record`: the value that a name stands for.
    Parsed<NamedTerm> named(std::string_view name);
    ValueRecorder& values() { return values_; }

private:
    /// An activity's share of a system over the system's period.
    struct Share {
        ActivityData activity_data;
        std::optional<Expr<unit::None>> share;  // empty after an error
    };

    bool sound() const { return diagnostics_.errors() <= errors_before_; }
    const ResolvedSystem* system_of(const Activity& activity);
    void record_sites();
    void record_systems();
    /// Whether the capacity of the system, and the activity's use of it, have no error.
    bool knows_use(const Activity& activity, std::size_t number);
    std::optional<std::size_t> site_of(const Activity& activity);
    /// The factors of an activity's site; valid until the next call.
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
    /// The values of a shared system that must be the same in all scenarios that share it.
    std::vector<StepId> values_in_common(std::size_t system);
    void leave_unallocated(std::size_t system, Expr<unit::None> rest, ResultTableBuilder& table);
    void note_purchase(const ResolvedSystem& resolved);
    void record_functional_unit();
    void record_energy_of_one();

    const Scenario& scenario_;
    Recorder& recorder_;
    Diagnostics& diagnostics_;
    bool checks_capacity_;
    std::size_t errors_before_;
    ValueRecorder values_;
    SiteResolver grid_;
    SystemResolver systems_;
    ActivityReader activities_;
    SiteFactors of_its_hours_;  // of the last activity that was read, if its grid is a series
    std::vector<bool> faulty_systems_;
    std::map<std::size_t, Share> shares_;                       // by index of the activity
    std::map<std::size_t, ElectricityPhase> idle_over_period_;  // idle of whole systems, by their index
    std::shared_ptr<Capacity> capacity_;                        // also in `results_`
    std::optional<BoundaryCheck> boundary_;                     // empty: the file states none
    Credits credits_;
    HardwareBases bases_;
    Results results_;
};

}  // namespace lca::compile_detail
