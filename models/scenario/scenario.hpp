#pragma once
// A scenario, read from a file or made in a program: typed values with checked units, each with its place.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/inputs.hpp"
#include "models/edit/edit.hpp"
#include "models/results/boundary.hpp"
#include "models/results/expectation.hpp"
#include "models/scenario/grid_choice.hpp"
#include "models/scenario/hardware.hpp"
#include "models/values/value.hpp"

namespace lca {

struct LoadShape;
struct PowerLog;

struct Site {
    std::string id;  // "" where it is inline
    Location location;
    Reference datacentre;
    std::optional<GridChoice> grid;
    Value<unit::None> pue;
    Value<unit::VolumePerEnergy> wue, water_intensity;
    std::string wue_counts;  // "consumption", "withdrawal"; "" where not stated
    Value<unit::ImpactPerEnergy> market_intensity, upstream_intensity;
};

/// What an entry of a phase states: a figure (or the default applies), zero, or that it is not assessed.
enum class LineState : unsigned char { stated, none, not_assessed };

/// One entry of a phase: electricity used, or embodied impact. Which members may be set depends on the phase.
struct Line {
    std::string name;  // "" for the phase's only value
    Location location;
    LineState state = LineState::stated;
    Value<unit::Energy> energy;
    AnyValue power;       // W/GPU, W/node or W; W alone: per accelerator in `dynamic`, whole system in `idle`
    AnyValue host_power;  // per node, in W or W/node
    AnyValue node_power, device_power, system_power;  // in W; node_power also W/node, device_power also W/GPU
    Value<unit::None> load, share;
    Value<unit::EnergyPerRequest> per_request;
    Value<unit::EnergyPerToken> per_token;
    Value<unit::Time> duration;
    Location model;                               // {model: ecologits, …} in `dynamic`, or none
    std::shared_ptr<const PowerLog> log;          // the log that `energy` is from; null: none
    Value<unit::Energy> log_idle;                 // the part of `energy` that is idle by the log's baseline
    std::shared_ptr<const LoadShape> load_shape;  // null: constant `load`; weights if `energy` is stated
    ImpactValues<unit::Impact> value;             // embodied impact
    ByCategory rate;                              // embodied, per node time, device time, request, token
    bool includes_idle = false, includes_pue = false, includes_host = false;
    bool includes_stated = false;  // whether an `includes` applies, even `none`
};

enum class Allocation : unsigned char { used_time, calendar, sci, full, none };

/// One of the three phases of an activity, or the idle phase of a system that several activities share.
struct Phase {
    enum class State : unsigned char { absent, none, not_assessed, stated };
    State state = State::absent;
    std::vector<Line> lines = {};  // one without a name (in `dynamic` with `host`), or all named
    Location location = {};
    Allocation allocation = Allocation::used_time;  // only for `embodied`
    bool allocation_stated = false;
};

enum class Sharing : unsigned char { use, time, requests, owner };

struct System {
    std::string id;
    Location location;
    std::optional<std::size_t> site;  // index in Scenario::sites
    std::vector<Component> parts, shared;
    Value<unit::Nodes> nodes;
    Value<unit::Time> lifetime, period;
    Value<unit::None> utilisation;
    Phase idle;
    Sharing sharing = Sharing::use;
    bool faulty = false;  // has an error: some values may be missing here
};

/// A system that several scenarios use in the same period, such as those of the rows of a table: its period
/// is divided among the activities of all of these scenarios.
struct SystemInCommon {
    std::string system;    // id of the system
    double claimed = 1;    // by all these scenarios, in base units of what the period is divided by
    bool of_rest = false;  // whether results have the row `unallocated` for all these scenarios
};

struct Activity {
    std::string id, title;
    Location location;
    std::uint8_t stage = 0;  // index in stages()
    std::optional<std::size_t> system, site;
    bool included = true;
    Reference start;  // ISO 8601 with its time zone
    Value<unit::DeviceTime> device_time;
    Value<unit::NodeTime> node_time;
    Value<unit::Accelerators> devices;
    Value<unit::Time> duration;
    Value<unit::Operations> work;
    Value<unit::None> efficiency;
    Reference precision;  // empty for the default, bf16
    Value<unit::Requests> requests;
    Value<unit::RequestRate> request_rate;
    Value<unit::Tokens> tokens;
    Phase embodied, idle, dynamic;
};

/// What is kept of an activity after reading it: ActivityReader reads the rest again when needed.
struct ActivityEntry {
    const Document* document = nullptr;
    std::uint32_t index = 0;                    // of its node in `document`
    std::optional<std::uint32_t> system, site;  // indices in Scenario
};

struct Parameter {
    std::string id;
    AnyValue value;  // empty: it has an error, which has been reported
};

struct StatedOutput {
    std::string id, title;
    AnyValue value;
};

/// A variant in the file: changes that are applied to the tree before it is read.
struct WhatIf {
    std::string id, title;
    Location location;
};

/// A rebound effect: demand grows as the cost of one use falls.
struct Rebound {
    Reference of;  // the name of the result that is the cost of one use
    Value<unit::None> elasticity;
    std::string demand_name;
    Location demand;  // where the amount that grows is stated: in a parameter or an activity
};

/// What would have happened without the scenario: a what-if of this file, or another file.
struct Counterfactual {
    Reference name;
    bool is_file = false;
};

/// A scenario read from a document, which must exist as long and not be changed, or made in a program.
struct Scenario {
    const Document* document = nullptr;
    std::string title, note, source;  // `source` is one line of text
    Value<unit::None> functional_amount;
    std::string functional_unit;  // "" where none is stated
    std::vector<Parameter> parameters;
    std::vector<std::size_t> parameter_order;  // indices, each after those it refers to: no deep recursion
    std::vector<Site> sites;
    std::vector<System> systems;
    std::vector<ActivityEntry> unread;  // activities of the document; numbered before `activities`
    std::vector<Activity> activities;   // activities made in a program
    std::vector<StatedOutput> outputs;
    std::vector<std::size_t> output_order;
    std::vector<WhatIf> what_ifs;
    std::vector<Expectation> expectations;
    std::vector<Correlation> correlations;
    std::vector<Axis> sweep;
    std::optional<Rebound> rebound;
    std::optional<Counterfactual> counterfactual;
    std::optional<Boundary> boundary;
    std::optional<Role> role;
    std::optional<SystemInCommon> in_common;  // set by an analysis, not by the file
    std::size_t study_errors = 0;         // errors that affect no result: in what_if, expect, sweep and such
    Location hardware;                    // the map `hardware`: the file's own entries and overrides
    std::vector<Hardware> made_hardware;  // made in a program
    /// Values that edits put in place of figures of the catalogue: a map by path, and the tree it belongs to.
    Location replaced;
    std::shared_ptr<const Document> replaced_tree;
    bool mixed_basis_accepted = false;
};

/// All stages of activities, in the order used everywhere: training, fine_tuning, …, other.
std::span<const std::string_view> stages();
/// The index of a stage by its name; 0 for any other text.
std::uint8_t stage_number(std::string_view name);

/// Reads a tree that was checked against the schema. Use the result only if `diagnostics` has no errors.
Scenario read_scenario(Document& document, const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
